import { z } from "zod";
import { CongressLevel } from "@/prisma/client/enums";

const FORBIDDEN = /[\p{Cc}\p{Co}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** A name as it is kept: one form of each character, single spaces, nothing that cannot be seen. */
const name = z.string().transform((raw) => raw.normalize("NFC").replace(/[\s\u3000]+/g, " ").trim())
  .pipe(z.string().min(2, "请填写名称，至少 2 个字").max(60, "名称不超过 60 个字")
    .refine((v) => !FORBIDDEN.test(v), "名称含有看不见的字符，请删除后重新输入")
    .refine((v) => /\p{L}/u.test(v), "名称里没有文字，请填写全称或规范简称"));

const day = (label: string) => z.iso.date(`请填写${label}，如 2026-03-01`);
const dayOrNone = z.union([z.literal("").transform(() => null), z.iso.date("日期应写成 2026-03-01 的样式")]);
const idOrNone = z.union([z.literal("").transform(() => null), z.uuid("请重新选择")]);
const target = { id: z.uuid("编号不正确"), version: z.coerce.number().int() };

export const termInput = z.object({
  level: z.enum(CongressLevel, "请选择层级"),
  ordinal: z.coerce.number("届次请填写数字，如 6").int("届次请填写整数").min(1, "届次从 1 开始").max(99, "届次不超过 99"),
  name, congressFrom: dayOrNone, congressTo: dayOrNone, startsOn: day("任期起"), endsOn: day("任期止"), ageReferenceOn: dayOrNone,
});
export const editTermInput = termInput.extend(target);

/** `from` is the term that was the present one when the form was read. */
export const makeCurrentInput = z.object({ id: z.uuid(), from: idOrNone });

/** Forms about a delegation or group carry their term along, so that the answer leads back to its page. */
const inTerm = { termId: z.uuid("届次编号不正确") };
export const addDelegationInput = z.object({ ...inTerm, name, unitId: idOrNone });
export const addGroupInput = z.object({ ...inTerm, name, delegationId: idOrNone });
export const renameInput = z.object({ ...inTerm, ...target, name });
export const delegationUnitInput = z.object({ ...inTerm, ...target, unitId: idOrNone });
export const groupDelegationInput = z.object({ ...inTerm, ...target, delegationId: idOrNone });
export const removeInput = z.object({ ...inTerm, ...target });

/** What an order button sends: the row, where it goes, and the place it was seen at. */
export const reorderInput = z.object({
  ...inTerm,
  move: z.string().regex(/^[0-9a-f-]{36}:(up|down):\d{1,9}$/, "请用表中的上移、下移按钮调整次序").transform((v) => {
    const [id = "", direction, position] = v.split(":");
    return { id, direction: direction === "up" ? ("up" as const) : ("down" as const), position: Number(position) };
  }),
});

export type TermInput = z.infer<typeof termInput>;
export type Reorder = z.infer<typeof reorderInput>["move"];
