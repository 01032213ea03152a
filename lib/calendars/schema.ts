import { z } from "zod";

export const FIRST_YEAR = 2024;
export const LAST_YEAR = 2099;

const year = z.coerce.number("请填写年份，如 2027").int("年份请填写整数").min(FIRST_YEAR, `年份不早于 ${FIRST_YEAR}`).max(LAST_YEAR, `年份不晚于 ${LAST_YEAR}`);

/** A year's notice as published; confirmed once what was read from it has been looked at. */
export const enterInput = z.object({
  year,
  document: z.string().trim().min(4, "请填写通知文号，如 国办发明电〔2026〕7号").max(60, "通知文号不超过 60 个字"),
  text: z.string().trim().min(1, "请粘贴通知全文").max(5000, "通知全文不超过 5000 个字"),
  confirm: z.literal("on").optional().transform(Boolean),
});
export const removeInput = z.object({ year, version: z.coerce.number().int() });
export const yearParam = z.preprocess((v) => [v].flat()[0], year.optional().catch(undefined));
