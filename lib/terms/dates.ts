import { refusals } from "./labels";

export { dayOf, isoOf } from "@/lib/platform/clock";

export type TermDates = { congressFrom: string | null; congressTo: string | null; startsOn: string; endsOn: string };

/** What is wrong with the dates of a term, by field; the length of a term is not judged, it may be shortened or extended. */
export function dateFaults(d: TermDates): Record<string, string[]> {
  return {
    ...(d.endsOn <= d.startsOn ? { endsOn: [refusals.endsBeforeStart] } : {}),
    ...(d.congressTo && !d.congressFrom ? { congressFrom: [refusals.opensMissing] } : {}),
    ...(d.congressTo && d.congressFrom && d.congressTo < d.congressFrom ? { congressTo: [refusals.closesBeforeOpening] } : {}),
  };
}
