import type { TargetMeasure, TargetOperator } from "@/prisma/client/enums";
import { inTenths } from "./shares";

/** A requirement on one figure. `tenths` is the value in tenths, of a percent or of a person. */
export type Target = { id: string; dimension: string; operator: TargetOperator; measure: TargetMeasure; tenths: number; version: number };

export type Verdict = { met: true } | { met: false; gap: number };

type Rule = Pick<Target, "operator" | "measure" | "tenths">;

/** The number of heads at which a requirement is just met among `total`; compared in whole numbers, never in rounded percents. */
export function headsFor(target: Rule, total: number): number {
  const [times, by] = target.measure === "PERCENT" ? [target.tenths * total, 1000] : [target.tenths, 10];
  return target.operator === "AT_LEAST" ? Math.ceil(times / by) : Math.floor(times / by);
}

/** Whether `count` of `total` meets a requirement, and by how many persons it does not. Null when there is nobody to judge. */
export function verdictOf(target: Rule, count: number, total: number): Verdict | null {
  if (total === 0) return null;
  const gap = target.operator === "AT_LEAST" ? headsFor(target, total) - count : count - headsFor(target, total);
  return gap > 0 ? { met: false, gap } : { met: true };
}

/** The value as people write it: 28, 2.5, 6. */
export const valueText = (tenths: number): string => (tenths % 10 === 0 ? String(tenths / 10) : inTenths(tenths));

/** "不低于 28%", "不多于 6 名". */
export function requirementText({ operator, measure, tenths }: Rule): string {
  if (measure === "PERCENT") return `${operator === "AT_LEAST" ? "不低于" : "不超过"} ${valueText(tenths)}%`;
  return `${operator === "AT_LEAST" ? "不少于" : "不多于"} ${valueText(tenths)} 名`;
}

/** "差 1 人" below a floor, "超 2 人" above a ceiling. */
export const gapText = (operator: TargetOperator, gap: number): string => `${operator === "AT_LEAST" ? "差" : "超"} ${gap} 人`;

/** "达到", "未达到，差 1 人", or "—". */
export function verdictText(target: Rule, verdict: Verdict | null): string {
  if (!verdict) return "—";
  return verdict.met ? "达到" : `未达到，${gapText(target.operator, verdict.gap)}`;
}
