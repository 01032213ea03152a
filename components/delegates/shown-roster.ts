import { readColumns } from "@/lib/delegates/columns";
import { paramsOf, type DelegateFilters } from "@/lib/delegates/filters";
import type { RosterRow } from "@/lib/delegates/queries";
import type { ShownRow } from "./roster-table";

/** What a list page hands to the roster: its address as parameters, and of every row the shown columns only. */
export const shownRoster = (filters: DelegateFilters, found: { rows: readonly RosterRow[]; total: number; page: number }) => ({
  params: paramsOf(filters),
  found: { ...found, size: filters.size, rows: found.rows.map((row): ShownRow => [row.id, row.name, ...readColumns(filters.cols).map((key) => (key === "status" ? row.status : row.cells[key]))]) },
});
