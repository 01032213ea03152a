import type { IsoDate } from "@/lib/platform/clock";
import type { Book } from "@/lib/platform/spreadsheet/book";
import { findDoubles, type SameName } from "./doubles";
import { type FieldKey, isFieldKey } from "./fields";
import { type FileNote, fileNotes } from "./file-notes";
import { type Acceptances, Findings, type Issue, type Severity, worstOf } from "./findings";
import type { Mapping } from "./header";
import { type PersonRow, readLayout, type RosterLayout, type SheetLayout, type SheetReading } from "./layout";
import { type Corrections, groupCorrections, type Line, placeOf, textOf, withCorrections } from "./line";
import { readPerson, type RosterValues } from "./person";
import { type Place, type PlaceRef, Places } from "./places";
import { type UnknownWord, WordBook, type WordDecisions } from "./word-book";

/** What the term already has. No delegations means an empty term: the places a file names are then proposed as new. */
export type RosterContext = { today: IsoDate; delegations: Place[]; units: Place[]; groups: Array<Place & { delegationId: string }> };

/** What people decided in the preview; everything optional, unknown keys are without effect. */
export type RosterDecisions = { mapping?: Mapping; words?: WordDecisions; cells?: Corrections; accepted?: Acceptances };

export type RosterRow = {
  sheet: string;
  row: number;
  /** As the sheet has it, before corrections. */
  raw: Partial<Record<FieldKey, string>>;
  corrected: FieldKey[];
  values: RosterValues;
  issues: Issue[];
  /** The worst issue that still stands; OK when there is nothing to say. */
  severity: Severity | "OK";
};

/** `ready` rows can be imported (with or without notes); `noted` counts rows with at least one note. */
export type RosterCounts = { rows: number; ready: number; pending: number; errors: number; noted: number };

export type RosterCheck = {
  layout: RosterLayout;
  rows: RosterRow[];
  notes: FileNote[];
  unknownWords: UnknownWord[];
  sameNamePairs: SameName[];
  counts: RosterCounts;
};

/**
 * Checks every row of a roster and reports everything at once. Pure: the same book, context and decisions give the
 * same answer; matching against people already recorded is done elsewhere.
 */
export function checkRoster(book: Book, context: RosterContext, decisions: RosterDecisions = {}): RosterCheck {
  const layout = readLayout(book, context.delegations.map((d) => d.name), decisions.mapping);
  const checker = new Checker(context, decisions);
  const rows = layout.sheets.flatMap((sheet) => sheet.people.map((person) => checker.read(person, sheet)));
  const sameNamePairs = findDoubles(rows, (row) => checker.findingsOf(row));
  for (const row of rows) row.severity = worstOf(row.issues);
  return {
    layout: { ...layout, sheets: layout.sheets.map(withoutPeople) },
    rows, sameNamePairs,
    notes: fileNotes(layout, rows, { delegation: checker.delegations.proposed(), electingUnit: checker.units.proposed() }),
    unknownWords: checker.words.unknown(),
    counts: countRows(rows),
  };
}

class Checker {
  readonly words: WordBook;
  readonly delegations: Places;
  readonly units: Places;
  private readonly open: boolean;
  private readonly groups = new Map<string, Places>();
  private readonly corrections: ReturnType<typeof groupCorrections>;
  private readonly findings = new Map<RosterRow, Findings>();

  constructor(private readonly context: RosterContext, private readonly decisions: RosterDecisions) {
    this.open = context.delegations.length === 0;
    this.words = new WordBook(decisions.words ?? {});
    this.delegations = new Places(context.delegations, this.open);
    this.units = new Places(context.units, this.open);
    this.corrections = groupCorrections(decisions.cells ?? {}, isFieldKey);
  }

  read(person: PersonRow, sheet: SheetReading): RosterRow {
    const line = withCorrections(person, this.corrections);
    const findings = new Findings(placeOf(line), this.decisions.accepted ?? {});
    const values = { ...readPerson(line, findings, this.words, this.context.today, sheet.blank), ...this.placesOf(line, sheet, findings) };
    const row: RosterRow = { sheet: line.sheet, row: line.row, raw: line.raw, corrected: line.corrected, values, issues: findings.issues, severity: "OK" };
    this.findings.set(row, findings);
    return row;
  }

  findingsOf(row: RosterRow): Findings {
    return this.findings.get(row) ?? new Findings(placeOf(row), {});
  }

  private placesOf(line: Line, sheet: SheetReading, findings: Findings): Pick<RosterValues, "delegation" | "electingUnit" | "group"> {
    const own = textOf(line, "delegation", findings);
    const name = own === "" ? (line.block ?? sheet.delegation ?? "") : own;
    if (name === "") findings.error("delegation", "DELEGATION_MISSING", "没有代表团，此项必填：本行没有填写，上方也没有代表团标题，请补填");
    const delegation = name ? this.place("delegation", name, this.delegations, line, findings) : null;
    const unit = textOf(line, "electingUnit", findings);
    const group = textOf(line, "group", findings);
    return {
      delegation,
      electingUnit: unit ? this.place("electingUnit", unit, this.units, line, findings) : null,
      group: group && delegation ? this.place("group", group, this.groupsOf(delegation), line, findings) : null,
    };
  }

  private place(field: "delegation" | "electingUnit" | "group", text: string, places: Places, line: Line, findings: Findings): PlaceRef | null {
    return this.words.look(field, text, line, findings, places.reader(text, field !== "delegation")) ?? null;
  }

  /** Groups of different delegations may share a name, so each delegation knows its own. */
  private groupsOf(delegation: PlaceRef): Places {
    const key = "id" in delegation ? delegation.id : `new:${delegation.create}`;
    const known = this.groups.get(key);
    if (known) return known;
    const places = new Places(this.context.groups.filter((g) => g.delegationId === key), this.open || "create" in delegation);
    this.groups.set(key, places);
    return places;
  }
}

/** The rows say it all again, and this goes into storage. */
function withoutPeople({ name, headerRow, lastHeaderRow, columns, blocks, skipped, delegation, blank }: SheetReading): SheetLayout {
  return { name, headerRow, lastHeaderRow, columns, blocks, skipped, delegation, blank };
}

function countRows(rows: readonly RosterRow[]): RosterCounts {
  const count = (keep: (row: RosterRow) => boolean) => rows.filter(keep).length;
  const errors = count((row) => row.severity === "ERROR");
  const pending = count((row) => row.severity === "PENDING");
  return { rows: rows.length, ready: rows.length - errors - pending, pending, errors, noted: count((row) => row.issues.some((i) => i.severity === "NOTE")) };
}
