import { z } from "zod";
import { addDays, today } from "@/lib/platform/clock";
import { FURTHEST_DAYS, MOST_DAYS, refusals } from "./labels";

const day = (label: string) => z.iso.date({ error: `请填写${label}，如 2026-12-01`, abort: true });
const words = (min: number) => z.string().trim().min(min, `请填写理由，至少 ${min} 个字`).max(200, "理由不超过 200 个字");

export type Period = { fromOn: string; toOn: string };

/** What is wrong with a period, by field. */
export function periodFaults({ fromOn, toOn }: Period): { fromOn?: string; toOn?: string } {
  if (fromOn < today()) return { fromOn: refusals.past };
  if (fromOn > addDays(today(), FURTHEST_DAYS)) return { fromOn: refusals.far };
  if (toOn < fromOn) return { toOn: refusals.order };
  return toOn > addDays(fromOn, MOST_DAYS - 1) ? { toOn: refusals.long } : {};
}

export const nameInput = z.object({ deputyId: z.uuid("请选择代办人"), fromOn: day("第一日"), toOn: day("最后一日"), reason: words(2) }).superRefine((given, context) => {
  for (const [field, message] of Object.entries(periodFaults(given))) context.addIssue({ code: "custom", path: [field], message });
});

const target = { id: z.uuid("编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确") };
export const agreeInput = z.object(target);
export const refuseInput = z.object({ ...target, note: words(2) });
export const endInput = z.object(target);

export type Named = z.infer<typeof nameInput>;
