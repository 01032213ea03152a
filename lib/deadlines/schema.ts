import { z } from "zod";
import { lights } from "./labels";

const target = { id: z.uuid("编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确") };
const words = (label: string, min: number, max: number) => z.string().trim().min(min, `请填写${label}，至少 ${min} 个字`).max(max, `${label}不超过 ${max} 个字`);

export const urgeInput = z.object({ id: z.uuid("编号不正确"), note: z.string().trim().max(200, "催办的话不超过 200 个字").transform((v) => v || null) });
export const extendInput = z.object({ ...target, dueOn: z.iso.date("请填写新的到期日，如 2026-03-01"), reason: words("延期的理由", 4, 500) });
export const pauseInput = z.object({ ...target, reason: words("暂停的理由", 4, 500) });
export const resumeInput = z.object({ ...target, reason: words("恢复的理由", 4, 500) });

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess((v) => first(v) || undefined, type.optional().catch(undefined));

/** Filters of the list as they stand in the address; nonsense is dropped. Without a light: everything still open. */
export const deadlineFilters = z.object({
  light: optional(z.enum(lights)),
  act: optional(z.string().max(60)),
  unit: optional(z.uuid()),
  /** Of a unit: only those urged at least once. */
  urged: optional(z.literal("1")),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
export type DeadlineFilters = z.infer<typeof deadlineFilters>;

export const stepParam = z.enum(["urge", "extend", "pause", "resume"]);
