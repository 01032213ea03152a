import { z } from "zod";
import { correctableFields, correctableInput, type CorrectableField } from "@/lib/delegates/schema";
import { refusals } from "./labels";

const target = { id: z.uuid("编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确") };
const words = (label: string, min: number, max: number) => z.string().trim().min(min, `请填写${label}，至少 ${min} 个字`).max(max, `${label}不超过 ${max} 个字`);
const optional = (label: string, max: number) => z.string().trim().max(max, `${label}不超过 ${max} 个字`).transform((v) => v || null).default(null);

/** A value shown masked on other pages must not come in as if it were one. */
const whole = <T extends z.ZodType<unknown, string>>(type: T) => z.string().refine((v) => !/[*＊×]/u.test(v), refusals.masked).pipe(type).optional();

/** The fields asked for are those the form carries; each is read as the form over the record reads it. */
const asked = { ...correctableInput.partial().shape, mobile: whole(correctableInput.shape.mobile), address: whole(correctableInput.shape.address), reason: words("更正的理由", 4, 500) };

export const submitInput = z.object(asked);
export const resubmitInput = z.object({ ...target, ...asked });
export const withdrawInput = z.object({ ...target, note: optional("撤回的理由", 500) });
export const confirmInput = z.object({ ...target, note: optional("核实情况", 500) });
export const sendBackInput = z.object({ ...target, note: words("退回的理由", 4, 500) });
/** `version` is "request.mandate.person" as the page was read. */
export const approveInput = z.object({ id: z.uuid("编号不正确"), version: z.string().regex(/^\d+\.\d+\.\d+$/, "版本不正确"), looked: z.literal("on").optional(), acceptReason: optional("情况说明", 500) });
export const revealInput = z.object({ id: z.uuid("编号不正确"), field: z.enum(correctableFields as [CorrectableField, ...CorrectableField[]], "请选择要看的项目"), reason: words("查看的理由", 4, 200) });

export type Asked = z.infer<typeof submitInput>;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** Filters of the list as they stand in the address; nonsense is dropped. "todo" is what waits for the reader. */
export const correctionFilters = z.object({
  state: z.preprocess(first, z.enum(["todo", "open", "SUBMITTED", "CONFIRMED", "RETURNED", "APPROVED", "WITHDRAWN"]).optional().catch(undefined)),
  q: z.preprocess((v) => first(v) || undefined, z.string().trim().max(50).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
export type CorrectionFilters = z.infer<typeof correctionFilters>;

/** The fields chosen on the first page of a request, in the order of the collection form. */
export const chosenFields = (value: string | string[] | undefined): CorrectableField[] => {
  const given = [value ?? []].flat();
  return correctableFields.filter((field) => given.includes(field));
};
