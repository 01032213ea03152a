import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { DelegateFilters } from "@/lib/delegates/filters";
import type { RosterFrame } from "@/lib/delegates/queries";
import { listDelegationNames } from "@/lib/terms/queries";
import { countOf, figureOf, total } from "./figures";
import { shortfalls, type Shortfall } from "./findings";
import { getComposition, listTargets } from "./queries";

/** A figure of the first page of a leader: `filters` list exactly the people it counts. */
export type BriefFigure = { label: string; filters: Partial<DelegateFilters>; heads: number };

export type Brief = {
  frame: RosterFrame;
  /** On the register: all, women, minorities, up to 45, college and up, front line. */
  figures: BriefFigure[];
  /** Every delegation in the order of the office, also the empty ones. */
  places: { id: string; name: string; delegates: number }[];
  /** Requirements the register does not meet; null while none is set. */
  unmet: Shortfall[] | null;
};

const SHOWN = ["total", "sex:2", "ethnicity:minority", "ageAtMost:45", "education:COLLEGE_UP", "flag:FRONTLINE"];

/** The state of the register for whoever reads it as a whole, from the same statement as the composition. Null without a term; Forbidden as the composition. */
export async function getBrief(actor: Actor): Promise<Brief | null> {
  const found = await getComposition(actor, { scope: "register" });
  if (!found) return null;
  const { frame, whole } = found;
  const [targets, names] = await Promise.all([listTargets(actor, frame.termId), listDelegationNames(actor, frame.termId)]);
  const heads = new Map(found.delegations.map(({ id, cell }) => [id, cell.counts.total]));
  const figures = SHOWN.map((key) => {
    const figure = figureOf(key) ?? total;
    return { label: figure === total ? "在册代表" : figure.name, filters: figure.filters, heads: countOf(figure, whole) };
  });
  return { frame, figures, places: names.map((place) => ({ ...place, delegates: heads.get(place.id) ?? 0 })), unmet: targets.length === 0 ? null : shortfalls(targets, whole) };
}
