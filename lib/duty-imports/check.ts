import { v5 as keyOfName } from "uuid";
import type { IsoDate } from "@/lib/platform/clock";
import { bareWord } from "@/lib/platform/spreadsheet/words";
import { faults, type Match } from "./labels";
import type { DutyCells, DutyRow } from "./sheet";
import { readWords, type Fault, type Said } from "./words";

/** A mandate of the term as a sheet can mean it; in office from the first to the last day, both counted. */
export type KnownDelegate = { id: string; unitId: string; name: string; delegation: string; fromOn: IsoDate; toOn: IsoDate };

/** What the ledger holds already: keys of imported rows, and `delegate day title` of everything. */
export type KnownDuties = { keys: ReadonlySet<string>; happened: ReadonlySet<string> };

export type Checked = {
  row: number; cells: DutyCells; match: Match; faults: Fault[]; notes: string[];
  /** What would be written; null with an error. */
  duty: (Said & { delegateId: string; unitId: string; heldOn: IsoDate; kind: NonNullable<Said["kind"]>; key: string; late: boolean }) | null;
};

const NAMESPACE = "6f1d6a0e-3f0a-4b7e-9a55-0d6a1c5f9b21";
const LATE_DAYS = 30;

const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
export const happenedKey = (delegateId: string, heldOn: IsoDate, title: string): string => `${delegateId} ${heldOn} ${bareWord(title)}`;

/** The one delegate a row means, or why it is not known who. */
function personOf({ name, delegation }: Said, byName: ReadonlyMap<string, KnownDelegate[]>): KnownDelegate | Fault {
  const all = byName.get(name) ?? [];
  const fit = delegation ? all.filter((d) => bareWord(d.delegation) === delegation) : all;
  if (fit.length === 1 && fit[0]) return fit[0];
  const places = [...new Set(all.map((d) => d.delegation))].join("、");
  if (fit.length > 1) return { field: "delegation", message: faults.twoOfName(name, places) };
  return all.length > 0 ? { field: "delegation", message: faults.elsewhere(name, places) } : { field: "name", message: faults.unknownName(name, delegation) };
}

/**
 * What every row of a sheet means against the roster and the ledger: new, there already, looking like one that is there,
 * or what is wrong with it; all faults of all rows at once. The n-th of several equal rows has a key of its own, so that
 * the same sheet again finds each of them.
 */
export function checkDuties(rows: readonly DutyRow[], delegates: readonly KnownDelegate[], known: KnownDuties, today: IsoDate): Checked[] {
  const byName = new Map<string, KnownDelegate[]>();
  for (const d of delegates) byName.set(d.name, [...(byName.get(d.name) ?? []), d]);
  const [equals, first] = [new Map<string, number>(), new Map<string, number>()];
  return rows.map(({ row, cells }): Checked => {
    const { said, faults: found } = readWords(cells, today);
    const person = said.name ? personOf(said, byName) : null;
    if (person && "message" in person) found.push(person);
    const delegate = person && "id" in person ? person : null;
    const { heldOn, kind } = said;
    if (delegate && heldOn && heldOn <= today && (heldOn < delegate.fromOn || heldOn > delegate.toOn)) found.push({ field: "heldOn", message: faults.outside(delegate.fromOn, delegate.toOn) });
    const days = heldOn && said.filledOn ? daysBetween(heldOn, said.filledOn) : 0;
    const notes = days > LATE_DAYS ? [faults.late(days)] : [];
    if (found.length > 0 || !delegate || !heldOn || !kind) return { row, cells, match: "ERROR", faults: found, notes, duty: null };
    const name = JSON.stringify([delegate.id, heldOn, kind, said.title, said.place, said.content]);
    const nth = (equals.get(name) ?? 0) + 1;
    equals.set(name, nth);
    const duty = { ...said, heldOn, kind, delegateId: delegate.id, unitId: delegate.unitId, key: keyOfName(`${name} ${nth}`, NAMESPACE), late: days > LATE_DAYS };
    const happened = happenedKey(delegate.id, heldOn, said.title);
    const before = first.get(happened);
    if (before === undefined) first.set(happened, row);
    if (known.keys.has(duty.key)) return { row, cells, match: "SAME", faults: [], notes, duty };
    if (before !== undefined) return { row, cells, match: "DOUBLE", faults: [], notes: [faults.double(before), ...notes], duty };
    return { row, cells, match: known.happened.has(happened) ? "DOUBLE" : "ADD", faults: [], notes: known.happened.has(happened) ? [faults.doubleKnown, ...notes] : notes, duty };
  });
}

export type Counts = Record<Match, number> & { rows: number; late: number; delegates: number };

export function countsOf(rows: readonly Checked[]): Counts {
  const counts: Counts = { rows: rows.length, ADD: 0, SAME: 0, DOUBLE: 0, ERROR: 0, late: rows.filter((r) => r.duty?.late).length, delegates: new Set(rows.flatMap((r) => (r.duty ? [r.duty.delegateId] : []))).size };
  for (const { match } of rows) counts[match] += 1;
  return counts;
}
