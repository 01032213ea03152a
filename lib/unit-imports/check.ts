import type { IsoDate } from "@/lib/platform/clock";
import { kindNames, yesNo } from "@/lib/units/labels";
import { MAX_DEPTH } from "@/lib/units/tree";
import type { UnitKind } from "@/prisma/client/enums";
import { faults, type Match } from "./labels";
import { Placing, type Standing } from "./placing";
import type { UnitCells, UnitField, UnitRow } from "./sheet";
import { allowedKinds, readWords, type Fault, type Said } from "./words";

/** A unit of the tree with what its facts depend on: delegates it elected, accounts that handle work for it. */
export type KnownUnit = Standing & { kind: UnitKind; isElecting: boolean; isHandling: boolean; activeFrom: IsoDate; version: number; heads: number; accounts: number };

export type Facts = { kind: UnitKind; isElecting: boolean; isHandling: boolean };
export type Difference = { field: UnitField; old: string; new: string };
export type Checked = {
  row: number; cells: UnitCells; match: Match; faults: Fault[];
  /** The units above it, from the top; the root is left out. */
  path: string;
  /** What a new unit will be; `key` and `parentKey` tie new ones together, a parent of the tree is `u:` and its id. */
  made?: Facts & { key: string; parentKey: string; name: string; activeFrom: IsoDate };
  /** The unit there is, and what the sheet says otherwise. */
  unit?: { id: string; version: number; name: string; wanted: Facts };
  differences: Difference[];
  notes: string[];
};

type Draft = { row: UnitRow; said: Said; faults: Fault[]; key: string | null; parentKey: string | null };

/** What the sheet says of a unit otherwise than the tree; a blank cell says nothing. */
function compared(unit: KnownUnit, said: Said): Pick<Checked, "differences" | "notes" | "match" | "unit"> {
  const wanted = { kind: said.kind ?? unit.kind, isElecting: said.isElecting ?? unit.isElecting, isHandling: said.isHandling ?? unit.isHandling };
  const differences: Difference[] = [
    ...(wanted.kind === unit.kind ? [] : [{ field: "kind" as const, old: kindNames[unit.kind], new: kindNames[wanted.kind] }]),
    ...(["isElecting", "isHandling"] as const).flatMap((field) => (wanted[field] === unit[field] ? [] : [{ field, old: yesNo(unit[field]), new: yesNo(wanted[field]) }])),
  ];
  const held = [
    ...(unit.isElecting && !wanted.isElecting && unit.parentId && unit.heads > 0 ? [faults.stillElecting(unit.heads)] : []),
    ...(unit.isHandling && !wanted.isHandling && unit.accounts > 0 ? [faults.stillHandling(unit.accounts)] : []),
  ];
  const dated = said.activeFrom && said.activeFrom !== unit.activeFrom ? [`设立日期：系统中为 ${unit.activeFrom}，表中为 ${said.activeFrom}，导入不改设立日期`] : [];
  const match: Match = differences.length === 0 ? "SAME" : held.length > 0 ? "HELD" : "CHANGED";
  return { match, differences, notes: [...held, ...dated], unit: { id: unit.id, version: unit.version, name: unit.name, wanted } };
}

function draftsOf(rows: readonly UnitRow[], placing: Placing, today: IsoDate): Draft[] {
  return rows.map((row, i) => {
    const { said, faults: found } = readWords(row.cells, today);
    if (!row.cells.name) return { row, said, faults: found, key: null, parentKey: null };
    const place = placing.placeOf(i);
    if ("fault" in place) return { row, said, faults: [...found, { field: "parent", message: place.fault }], key: null, parentKey: null };
    return { row, said, faults: found, ...place };
  });
}

/** Faults of a row against the others and against the tree: twice the same, closed, too deep, no kind for a new one. */
function refuseTogether(drafts: Draft[], placing: Placing): void {
  const first = new Map<string, number>();
  for (const { row, said, key, faults: found } of drafts) {
    if (key === null) continue;
    const [before, unit] = [first.get(key), placing.unitAt(key)];
    if (before !== undefined) found.push({ field: "name", message: faults.doubled(said.name, before) });
    else first.set(key, row.row);
    if (unit && !unit.active) found.push({ field: "name", message: faults.closed(said.name) });
    if (!unit && placing.depthOf(key) >= MAX_DEPTH) found.push({ field: "parent", message: faults.tooDeep });
    if (!unit && !row.cells.kind) found.push({ field: "kind", message: faults.kindMissing(allowedKinds) });
  }
}

/** A new unit cannot stand under one that will not be made. */
function refuseBlocked(drafts: Draft[], placing: Placing): void {
  const byKey = new Map<string, Draft>();
  for (const draft of drafts) if (draft.key !== null && !byKey.has(draft.key)) byKey.set(draft.key, draft);
  const settled = new Set<Draft>();
  const blocks = (draft: Draft): boolean => {
    const above = draft.parentKey !== null && !placing.unitAt(draft.parentKey) ? byKey.get(draft.parentKey) : undefined;
    if (!settled.has(draft) && above && blocks(above)) draft.faults.push({ field: "parent", message: faults.blocked(above.said.name, above.row.row) });
    settled.add(draft);
    return draft.faults.length > 0;
  };
  drafts.forEach(blocks);
}

/**
 * What every row of a list means against the tree there is: new, the same, other facts, or what is wrong with it; all
 * faults of all rows at once. Blank cells of a unit there is leave it as it is.
 */
export function checkUnits(rows: readonly UnitRow[], units: readonly KnownUnit[], today: IsoDate): Checked[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const placing = new Placing(units, rows.map(({ row, cells }) => ({ row, name: cells.name ?? "", parent: cells.parent ?? "" })));
  const drafts = draftsOf(rows, placing, today);
  refuseTogether(drafts, placing);
  refuseBlocked(drafts, placing);
  return drafts.map(({ row: { row, cells }, said, faults: found, key, parentKey }): Checked => {
    const base = { row, cells, path: key === null ? "" : placing.pathOf(key).slice(0, -1).join(" / "), differences: [], notes: [] };
    const unit = key === null ? undefined : known.get(placing.unitAt(key)?.id ?? "");
    if (found.length > 0 || key === null) return { ...base, match: "ERROR", faults: found };
    if (unit) return { ...base, faults: [], ...compared(unit, said) };
    const facts = { kind: said.kind ?? "OTHER", isElecting: said.isElecting ?? false, isHandling: said.isHandling ?? false };
    return { ...base, match: "ADD", faults: [], made: { ...facts, key, parentKey: parentKey ?? "", name: said.name, activeFrom: said.activeFrom ?? today } };
  });
}

export type Counts = Record<Match, number> & { rows: number };

export function countsOf(rows: readonly Checked[]): Counts {
  const counts: Counts = { rows: rows.length, ADD: 0, SAME: 0, CHANGED: 0, HELD: 0, ERROR: 0 };
  for (const { match } of rows) counts[match] += 1;
  return counts;
}
