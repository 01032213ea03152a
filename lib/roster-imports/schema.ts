import { z } from "zod";
import type { RosterDecisions } from "@/lib/delegates/roster/check";
import type { FieldKey } from "@/lib/delegates/roster/fields";
import { views } from "./checked";

const id = z.uuid("导入编号不正确");
const list = z.array(z.string().max(600, "内容太长，请缩短到 600 字以内")).max(2000).default([]);

/** The decisions form sends what each control is about and what it holds, in the same order. */
export const choicesInput = z.object({ id, about: list, value: list });

export const importInput = z.object({ id });

export const commitInput = z.object({
  id,
  mode: z.enum(["ADD_ONLY", "ADD_AND_UPDATE"], "请选择导入方式"),
  review: z.enum(["passed", "pending"], "请选择代表资格审查的情况"),
  reviewBasis: z.string().trim().max(200, "依据不超过 200 个字").default(""),
}).refine((v) => v.review === "pending" || v.reviewBasis.length >= 2, { path: ["reviewBasis"], message: "请写明审查依据，如“区六次党代会代表资格审查报告”" });

const first = (v: unknown) => (Array.isArray(v) ? v[0] : v);

export const previewParams = z.object({
  show: z.preprocess(first, z.enum(views).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1000).catch(1)),
});

/** Sorts what came back from the form by what it is about; blank controls decide nothing. */
export function decisionsOf(input: { about: string[]; value: string[] }): RosterDecisions {
  const decisions = { mapping: {} as Record<string, FieldKey | "ignore">, words: {} as Record<string, string>, cells: {} as Record<string, string>, accepted: {} as Record<string, string> };
  input.about.forEach((about, i) => {
    const value = input.value[i]?.trim() ?? "";
    const bar = about.indexOf("|");
    const [kind, key] = [about.slice(0, bar), about.slice(bar + 1)];
    if (!value || !key) return;
    if (kind === "map") decisions.mapping[key] = value as FieldKey | "ignore";
    if (kind === "word") decisions.words[key] = value;
    if (kind === "cell") decisions.cells[key] = value;
    if (kind === "accept") decisions.accepted[key] = value;
  });
  return decisions;
}
