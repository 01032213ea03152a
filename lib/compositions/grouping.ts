import type { Scope } from "@/lib/delegates/labels";
import type { RosterFrame } from "@/lib/delegates/queries";
import { addUp, parts, type Cell, type Counts } from "./figures";
import { NO_UNIT } from "./labels";

/** One row per delegation and unit with the heads of every part in the order of `parts`, then one row per ethnicity. */
export type CountedRow = {
  delegationId: string | null; delegation: string | null; place: number | null;
  unitId: string | null; unit: string | null; unitPlace: string | null;
  ethnicity: string | null; counts: number[]; ages: number;
};

/** The people of one delegation or electing unit; `id` is what the roster's filter takes, "none" where no unit is filled in. */
export type Group = { id: string; name: string; cell: Cell };

export type Composition = {
  frame: RosterFrame;
  scope: Scope;
  whole: Cell;
  delegations: Group[];
  units: Group[];
  /** Heads by ethnicity code, most first; null is not filled in. */
  ethnicities: { code: string | null; count: number }[];
};

const cellOf = (row: CountedRow): Cell => ({ counts: Object.fromEntries(parts.map((part, i) => [part, row.counts[i] ?? 0])) as Counts, ages: row.ages });

type Placed = Group & { order: string };

/** Rows of the same delegation or unit as one group, in the order of the office. */
function grouped(rows: CountedRow[], of: (row: CountedRow) => Omit<Placed, "cell">): Group[] {
  const found = new Map<string, { at: Omit<Placed, "cell">; cells: Cell[] }>();
  for (const row of rows) {
    const at = of(row);
    const group = found.get(at.id) ?? { at, cells: [] };
    group.cells.push(cellOf(row));
    found.set(at.id, group);
  }
  return [...found.values()]
    .sort((a, b) => (a.at.order < b.at.order ? -1 : 1))
    .map(({ at, cells }) => ({ id: at.id, name: at.name, cell: addUp(cells) }));
}

const LAST = "\uffff";

/** The rows of the statement as one composition: whole, by delegation, by electing unit, by ethnicity. */
export function assemble(frame: RosterFrame, scope: Scope, rows: CountedRow[]): Composition {
  const placed = rows.filter((row) => row.delegationId !== null);
  const delegations = grouped(placed, (r) => ({ id: r.delegationId ?? "", name: r.delegation ?? "", order: `${String(r.place ?? 0).padStart(6, "0")}${r.delegation}` }));
  const units = grouped(placed, (r) => r.unitId === frame.rootUnitId ? { id: "none", name: NO_UNIT, order: LAST } : { id: r.unitId ?? "", name: r.unit ?? "", order: r.unitPlace ?? "" });
  const ethnicities = rows.filter((row) => row.delegationId === null).map((r) => ({ code: r.ethnicity, count: r.counts[0] ?? 0 }));
  ethnicities.sort((a, b) => b.count - a.count || (a.code ?? LAST).localeCompare(b.code ?? LAST));
  return { frame, scope, whole: addUp(delegations.map((d) => d.cell)), delegations, units, ethnicities };
}
