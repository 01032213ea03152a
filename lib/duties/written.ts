import { isoOf, type IsoDate } from "@/lib/platform/clock";
import type { DutyKind } from "@/prisma/client/enums";
import type { Duty } from "./queries";
import { kinds } from "./registry";

/** Answers as a form shows them, by the name of the field. */
export type FormValues = Readonly<Record<string, string>>;

const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? "" : String(value));

/** A record as its form, to be mended. */
export const formValuesOf = (of: Duty): FormValues => ({
  title: of.title, heldOn: of.heldOn, hours: text(of.hours), place: text(of.place), content: text(of.content), evidence: text(of.evidence), lateReason: text(of.lateReason),
  ...Object.fromEntries(Object.entries(of.detail).map(([key, value]) => [key, text(value)])),
});

/** A record as the beginning of another one: what was done is told anew, on its own day. */
export const copyOf = (of: Duty, today: string): FormValues => ({ ...formValuesOf(of), heldOn: today, lateReason: "", evidence: "" });

/** The first day that may count: of the term, and of the mandate where it was won later. */
export function beginsOn({ term, electedOn }: { term: { startsOn: Date }; electedOn: Date | null }): IsoDate {
  const days = [isoOf(term.startsOn), electedOn ? isoOf(electedOn) : ""].toSorted();
  return days[1] ?? "";
}

export const emptyForm = (today: string): FormValues => ({ heldOn: today });

/** "2 小时，联系服务 3 人": what of a kind counts beside the record itself. */
export function countsInWords(kind: DutyKind, { hours, reached }: { hours: number | null; reached: number | null }): string {
  const { counts } = kinds[kind];
  return [counts.hours && hours ? `${hours} 小时` : "", counts.reached && reached ? `${reached} 人` : ""].filter(Boolean).join("，");
}

/** "已计入 12 次，24.5 小时，联系服务 36 人次": what of a list counts. */
export const sumsInWords = ({ times, hours, reached }: { times: number; hours: number; reached: number }): string =>
  [`已计入 ${times} 次`, hours ? `${hours} 小时` : "", reached ? `联系服务 ${reached} 人次` : ""].filter(Boolean).join("，");
