import type { RosterCheck } from "@/lib/delegates/roster/check";

type Row = RosterCheck["rows"][number];

/** One field of somebody already on the register: what stands there and what the sheet says, in words. */
export type Difference = { field: string; old: string | null; new: string | null };

/** Whom a row is about: somebody new, somebody known from another term, or somebody on this term's register. */
export type Match =
  | { kind: "ADD" }
  | { kind: "ADD_MANDATE"; personId: string; personVersion: number; differences: Difference[] }
  | { kind: "UPDATE" | "SAME"; personId: string; personVersion: number; delegateId: string; delegateVersion: number; differences: Difference[] };

export type CheckedRow = Row & { match: Match };

/** The check of a sheet with every row matched against the register: what the preview shows and the commit writes. */
export type Checked = Omit<RosterCheck, "rows"> & { rows: CheckedRow[] };

/** A row is written only when nothing about it is wrong or waiting. */
export const isReady = (row: CheckedRow): boolean => row.severity !== "ERROR" && row.severity !== "PENDING";

export type Counts = { rows: number; ready: number; add: number; update: number; same: number; pending: number; error: number; note: number };

/** Numbers of the four counters of the preview; the list behind each counts the same rows. */
export function countsOf(rows: CheckedRow[]): Counts {
  const counts: Counts = { rows: rows.length, ready: 0, add: 0, update: 0, same: 0, pending: 0, error: 0, note: 0 };
  for (const row of rows) {
    if (row.severity === "ERROR") counts.error += 1;
    else if (row.severity === "PENDING") counts.pending += 1;
    else {
      counts.ready += 1;
      if (row.match.kind === "SAME") counts.same += 1;
      else if (row.match.kind === "UPDATE") counts.update += 1;
      else counts.add += 1;
    }
    if (row.issues.some((i) => i.severity === "NOTE")) counts.note += 1;
  }
  return counts;
}

export const views = ["trouble", "ready", "pending", "error", "note", "update", "all"] as const;
export type View = (typeof views)[number];

const shows: Record<View, (row: CheckedRow) => boolean> = {
  trouble: (row) => !isReady(row),
  ready: isReady,
  pending: (row) => row.severity === "PENDING",
  error: (row) => row.severity === "ERROR",
  note: (row) => row.issues.some((i) => i.severity === "NOTE"),
  update: (row) => isReady(row) && row.match.kind === "UPDATE",
  all: () => true,
};

/** The rows a counter or a filter of the preview stands for. */
export const rowsOf = (checked: Checked, view: View): CheckedRow[] => checked.rows.filter(shows[view]);
