import { z } from "zod";
import { today } from "@/lib/platform/clock";
import { contactKinds, refusals, shownNames, type Shown } from "./labels";
import { quarterOf, type Quarter } from "@/lib/platform/quarters";

const id = z.uuid("编号不正确");
const target = { id, version: z.coerce.number("版本不正确").int("版本不正确") };
const kept = {
  kind: z.enum(contactKinds as [string, ...string[]], "请选择类别").transform((kind) => kind as (typeof contactKinds)[number]),
  name: z.string("请填写名称或姓名").trim().min(2, "请填写名称或姓名，至少 2 个字").max(40, "名称或姓名不超过 40 个字"),
  about: z.string().trim().max(100, "不超过 100 个字").transform((v) => v || null).default(null),
  since: z.iso.date("请填写开始联系的日期，如 2026-03-01").refine((on) => on <= today(), refusals.future),
};

export const addInput = z.object({ ...kept, delegateId: z.uuid("请选择代表").optional() });
export const editInput = z.object({ ...kept, ...target });
export const endInput = z.object({
  ...target, endedOn: z.iso.date("请填写结束联系的日期，如 2026-03-01").refine((on) => on <= today(), refusals.future),
  endReason: z.string("请填写结束联系的原因").trim().min(2, "请填写结束联系的原因，至少 2 个字").max(100, "原因不超过 100 个字"),
});
export const removeInput = z.object(target);

export type Kept = { [K in keyof typeof kept]: z.output<(typeof kept)[K]> };

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const given = <T extends z.ZodType>(type: T) => z.preprocess((v) => first(v) || undefined, type.optional().catch(undefined));

/** What a list shows, as it stands in the address; nonsense is dropped. */
export const contactFilters = z.object({
  quarter: z.preprocess(first, z.string().regex(/^20\d{2}-[1-4]$/).catch(() => quarterOf(today()))).transform((q) => q as Quarter),
  show: z.preprocess(first, z.enum(Object.keys(shownNames) as [Shown, ...Shown[]]).catch("all")),
  kind: given(z.enum(contactKinds as [string, ...string[]])).transform((kind) => kind as (typeof contactKinds)[number] | undefined),
  delegation: given(z.uuid()),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
/** A contact's page: its records, or the form that mends it. */
export const contactParams = z.object({ step: given(z.literal("edit")), page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)) });
export type ContactFilters = z.output<typeof contactFilters>;
