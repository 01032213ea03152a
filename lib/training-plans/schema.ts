import { z } from "zod";
import { TrainingForm, TrainingTopic } from "@/prisma/client/enums";

const target = { id: z.uuid("编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确") };
const optional = (label: string, max: number) => z.string().trim().max(max, `${label}不超过 ${max} 个字`).transform((v) => v || null).default(null);
const HOURS = "学时须是 0.5 至 200，以 0.5 为一级";

const facts = {
  year: z.coerce.number("请填写年度，如 2026").int("请填写年度，如 2026").min(2000, "请填写年度，如 2026").max(2099, "请填写年度，如 2026"),
  month: z.coerce.number("请选择计划月份").int("请选择计划月份").min(1, "请选择计划月份").max(12, "请选择计划月份"),
  topic: z.enum(TrainingTopic, "请选择主题"), form: z.enum(TrainingForm, "请选择形式"),
  title: z.string("请填写名称").trim().min(2, "请填写名称").max(100, "名称不超过 100 个字"),
  hours: z.string().trim().regex(/^\d{1,3}(\.[05])?$/, HOURS).transform(Number).refine((v) => v >= 0.5 && v <= 200, HOURS),
  people: z.string().trim().regex(/^[1-9]\d{0,3}$/, "人数须是 1 至 9999 的整数").transform(Number),
  organiser: optional("承办单位", 60), note: optional("备注", 300),
};

export const addInput = z.object(facts);
export const editInput = z.object({ ...target, ...facts });
export const removeInput = z.object(target);
export type Line = z.infer<typeof addInput>;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const given = <T extends z.ZodType>(type: T) => z.preprocess((v) => first(v) || undefined, type.optional().catch(undefined));

/** The year looked at, and the line that is added or edited. */
export const planParams = z.object({ year: given(z.string().regex(/^20\d{2}$/)), add: given(z.literal("1")), edit: given(z.uuid()), show: given(z.literal("open")) });

/** The line of the plan an activity begins from. */
export const lineParam = given(z.uuid());
