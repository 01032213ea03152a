import { readColumns } from "@/lib/delegates/columns";
import { paramsOf, type DelegateFilters } from "@/lib/delegates/filters";
import type { RosterChoices, RosterRow } from "@/lib/delegates/queries";
import { packed, type ShownRow } from "./packed-rows";

/** Units and groups told with every list; where there are more, only a search that asks for further conditions gets them. */
const PLACES = 60;

/** Conditions that stand under 更多条件. */
export const further = ["unit", "group", "flag", "sex", "ethnicity", "education", "ageFrom", "ageTo", "on", "asOf", "confirmed", "gap", "scope", "more"] as const;

const later = (filters: DelegateFilters, { units, groups }: RosterChoices): boolean =>
  units.length + groups.length > PLACES && !further.some((name) => name in paramsOf(filters));

/**
 * What a list page hands to the roster: its address as parameters, of every row the shown columns only, and what its
 * search chooses from; `asksForMore` when the many units and groups are left for the page that asks for them.
 */
export function shownRoster(filters: DelegateFilters, found: { rows: readonly RosterRow[]; total: number; page: number }, choices: RosterChoices) {
  const asksForMore = later(filters, choices);
  const columns = readColumns(filters.cols);
  return {
    params: paramsOf(filters),
    choices: asksForMore ? { ...choices, units: [], groups: [] } : choices,
    asksForMore,
    found: { total: found.total, page: found.page, size: filters.size, rows: packed(found.rows.map((row): ShownRow => [row.id, row.name, ...columns.map((key) => (key === "status" ? row.status : row.cells[key]))])) },
  };
}
