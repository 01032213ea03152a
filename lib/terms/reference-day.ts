// Rule: ages are counted to the day the office has set, else the opening of the congress, else today (domain 3.3); a
// term that is over has no today, its ages stop with its end.
import type { IsoDate } from "@/lib/platform/clock";

export type ReferenceReason = "set" | "congress" | "ended" | "today";

type Dates = { ageReferenceOn: IsoDate | null; congressFrom: IsoDate | null; endsOn: IsoDate };

/** The day to which ages of a term are counted, and why this one. */
export function referenceDay({ ageReferenceOn, congressFrom, endsOn }: Dates, today: IsoDate): { on: IsoDate; why: ReferenceReason } {
  if (ageReferenceOn) return { on: ageReferenceOn, why: "set" };
  if (congressFrom) return { on: congressFrom, why: "congress" };
  return endsOn < today ? { on: endsOn, why: "ended" } : { on: today, why: "today" };
}
