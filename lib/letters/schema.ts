import { z } from "zod";
import { readNames, type ReadShelf } from "./labels";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const words = (label: string, min: number, max: number) => z.string().trim().min(min, `请填写${label}，至少 ${min} 个字`).max(max, `${label}不超过 ${max} 个字`);
const ids = z.array(z.union([z.uuid("编号不正确"), z.literal("all")])).max(1000, "所选过多").default([]);

/** To whom a letter goes: delegates as the query of a roster list ("none" for nobody), units of liaisons or all, handling units, colleagues by account. */
export const reachInput = z.object({ list: z.string().max(6000).default("none"), liaisons: ids, handling: ids, colleagues: ids });
export type Reach = z.infer<typeof reachInput>;

export const draftInput = z.object({ id: z.uuid("编号不正确").optional(), version: z.coerce.number("版本不正确").int("版本不正确").optional(), must: z.enum(["must", "know"], "请选择须办还是知悉"), title: words("标题", 2, 60), text: words("正文", 2, 5000), ...reachInput.shape });
export type Draft = z.infer<typeof draftInput>;

export const sendInput = z.object({ id: z.uuid("编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确"), seal: z.string().max(64) });
export const discardInput = z.object({ id: z.uuid("编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确") });
export const remindInput = z.object({ id: z.uuid("编号不正确") });
export const detachInput = z.object({ id: z.uuid("编号不正确") });

const page = z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1));
export const sentFilters = z.object({ page });
export const receiptFilters = z.object({ show: z.preprocess(first, z.enum(Object.keys(readNames) as [ReadShelf, ...ReadShelf[]]).catch("all")), page });
export type ReceiptFilters = z.infer<typeof receiptFilters>;
