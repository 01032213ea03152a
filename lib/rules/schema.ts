import { z } from "zod";
import { addDays, today } from "@/lib/platform/clock";
import { RuleUnit } from "@/prisma/client/enums";
import { catalogue, isRuleKey, rules, type RuleKey } from "./catalogue";
import { outOfBounds, refusals } from "./labels";

/** Nobody plans a rule further ahead than this. */
export const FURTHEST_DAYS = 3 * 366;
export const lastDay = (): string => addDays(today(), FURTHEST_DAYS);

const key = z.string().refine(isRuleKey, refusals.key).transform((k) => k as RuleKey);
const words = (label: string, min: number, max: number) => z.string().trim().min(min, `请填写${label}，至少 ${min} 个字`).max(max, `${label}不超过 ${max} 个字`);
/** A day not before today: a clock that runs keeps the rule it began with. */
const fromOn = z.iso.date({ error: "请填写施行日，如 2026-12-01", abort: true }).refine((on) => on >= today(), refusals.past).refine((on) => on <= lastDay(), { error: () => refusals.far(lastDay()) });
const unitId = z.union([z.literal("").transform(() => null), z.uuid(refusals.scope)], { error: refusals.scope });
/** How often the settings of a rule had changed when the form was shown. */
const version = z.coerce.number("版本不正确").int("版本不正确");

const scope = { key, unitId, fromOn, reason: words("理由", 4, 500), version };

export const setInput = z.object({
  ...scope,
  value: z.string().trim().regex(/^[+-]?\d{1,7}$/, "请填写整数").transform(Number),
  unit: z.enum(RuleUnit, "单位不正确，请刷新页面后重新填写"),
  document: z.string().trim().max(100, "依据文件不超过 100 个字").transform((v) => v || null),
}).superRefine(({ key: known, value }, context) => {
  const rule = isRuleKey(known) ? catalogue[known] : null;
  if (rule && Number.isInteger(value) && (value < rule.least || value > rule.most)) context.addIssue({ code: "custom", path: ["value"], message: outOfBounds(rule) });
}, { when: () => true });
export const restoreInput = z.object(scope);

const target = { id: z.uuid("编号不正确"), version };
export const confirmInput = z.object(target);
export const noteInput = z.object({ ...target, note: words("理由", 4, 500) });

export type Wanted = z.infer<typeof setInput>;
export type Restored = z.infer<typeof restoreInput>;

export const keyParam = z.enum(rules.map((rule) => rule.key) as [RuleKey, ...RuleKey[]]);
