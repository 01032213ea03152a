// What a sign-in sheet says against the list and the marks that stand. Pure: whoever is not known for certain, and every
// mark that is no mark, is handed back with its cell; a choice of the office settles it, nothing else does.
import { SKIP, signs, type Why } from "./import-labels";
import { cellAt, type MarkSheet, type SheetRow } from "./import-sheet";
import type { Code } from "./labels";

/** Somebody on the list, with what stands for each session that is due. */
export type Listed = { participationId: string; delegateId: string; name: string; delegation: string; cells: ReadonlyMap<string, Code> };
/** Somebody of the roster who is not on the list: may be added, unless an earlier answer took the place away. */
export type Unlisted = { delegateId: string; name: string; delegation: string; out: boolean; due: ReadonlySet<string> };

export type NameProblem = { row: number; cell: string; name: string; delegation: string; why: Why };
export type MarkProblem = { text: string; cells: string[] };
export type Settled = { names: ReadonlyMap<number, string>; marks: ReadonlyMap<number, Code> };
export type Put = { participationId: string | null; delegateId: string; sessionId: string; name: string; cell: string; shown: Code; code: Code };

export type Check = {
  rows: number; names: NameProblem[]; marks: MarkProblem[]; add: { row: number; delegateId: string; name: string; delegation: string }[];
  /** Nothing stood there; something else stood there; the same stood there. */
  fresh: Put[]; differs: Put[]; same: number; blank: number; notDue: string[]; counts: Partial<Record<Code, number>>;
  /** Cells and names still to be settled. */
  open: string[]; double: string | null;
};

type Who = { listed: Listed } | { unlisted: Unlisted } | { why: Why };

function whoIs({ name, delegation }: SheetRow, list: readonly Listed[], roster: readonly Unlisted[]): Who {
  const [named, known] = [list.filter((p) => p.name === name), roster.filter((p) => p.name === name)];
  const at = (p: { delegation: string }) => delegation === "" || p.delegation === delegation;
  const [here, there] = [named.filter(at), known.filter(at)];
  if (name === "" || named.length + known.length === 0) return { why: "none" };
  if (here.length + there.length === 0) return { why: "elsewhere" };
  if (here.length + there.length > 1) return { why: "several" };
  const [listed] = here;
  if (listed) return { listed };
  const [unlisted] = there;
  return unlisted && !unlisted.out ? { unlisted } : { why: "out" };
}

const codeIn = (text: string | undefined, marks: readonly MarkProblem[], settled: Settled): Code | null => (text === undefined ? null : (signs[text] ?? settled.marks.get(marks.findIndex((m) => m.text === text)) ?? null));

/** Marks of the sheet that are none, in the order they are met. */
function unknownMarks(sheet: MarkSheet): MarkProblem[] {
  const cells = new Map<string, string[]>();
  for (const { row, marks } of sheet.rows) for (const { column } of sheet.sessions) {
    const text = marks[column];
    if (text !== undefined && !Object.hasOwn(signs, text)) cells.set(text, [...(cells.get(text) ?? []), cellAt(column, row)]);
  }
  return [...cells].map(([text, at]) => ({ text, cells: at }));
}

export function checkSheet(sheet: MarkSheet, list: readonly Listed[], roster: readonly Unlisted[], settled: Settled = { names: new Map(), marks: new Map() }): Check {
  const check: Check = { rows: sheet.rows.length, names: [], marks: unknownMarks(sheet), add: [], fresh: [], differs: [], same: 0, blank: 0, notDue: [], counts: {}, open: [], double: null };
  const taken = new Set<string>();
  const put = (row: SheetRow, of: Omit<Put, "sessionId" | "cell" | "shown" | "code">, shownAt: (sessionId: string) => Code | undefined) => {
    for (const { column, sessionId } of sheet.sessions) {
      const [cell, text, shown] = [cellAt(column, row.row), row.marks[column], shownAt(sessionId)];
      const code = codeIn(text, check.marks, settled);
      if (text === undefined) check.blank += 1;
      if (!code) continue;
      check.counts[code] = (check.counts[code] ?? 0) + 1;
      if (shown === undefined) check.notDue.push(cell);
      else if (shown === code) check.same += 1;
      else (shown === "NONE" ? check.fresh : check.differs).push({ ...of, sessionId, cell, shown, code });
    }
  };
  for (const row of sheet.rows) {
    const found = whoIs(row, list, roster);
    const who: Who = "listed" in found && taken.has(found.listed.delegateId) ? { why: "twice" } : "unlisted" in found && taken.has(found.unlisted.delegateId) ? { why: "twice" } : found;
    if ("listed" in who) {
      taken.add(who.listed.delegateId);
      put(row, who.listed, (sessionId) => who.listed.cells.get(sessionId));
    } else if ("unlisted" in who) {
      const { delegateId, name, delegation, due } = who.unlisted;
      taken.add(delegateId);
      check.add.push({ row: row.row, delegateId, name, delegation });
      put(row, { participationId: null, delegateId, name }, (sessionId) => (due.has(sessionId) ? "NONE" : undefined));
    } else check.names.push({ row: row.row, cell: cellAt(sheet.nameColumn, row.row), name: row.name, delegation: row.delegation, why: who.why });
  }
  for (const problem of check.names) {
    const choice = settled.names.get(problem.row);
    if (choice === SKIP) continue;
    const person = list.find((p) => p.participationId === choice);
    if (!person) check.open.push(problem.cell);
    else if (taken.has(person.delegateId)) check.double = person.name;
    else {
      taken.add(person.delegateId);
      put(sheet.rows.find((r) => r.row === problem.row) as SheetRow, person, (sessionId) => person.cells.get(sessionId));
    }
  }
  check.marks.forEach((problem, i) => { if (!settled.marks.has(i)) check.open.push(...problem.cells.slice(0, 3)); });
  return check;
}

/** Who of the list stands in no row of the sheet: whom an unknown name may be. */
export function notInSheet(sheet: MarkSheet, list: readonly Listed[], roster: readonly Unlisted[]): Listed[] {
  const found = new Set(sheet.rows.flatMap((row) => { const who = whoIs(row, list, roster); return "listed" in who ? [who.listed.delegateId] : []; }));
  return list.filter((p) => !found.has(p.delegateId));
}
