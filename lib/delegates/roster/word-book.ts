import type { FieldKey } from "./fields";
import { labelOf } from "./fields";
import type { Findings } from "./findings";
import { bareWord } from "@/lib/platform/spreadsheet/words";

/** `${field}:${word}` -> a code, an id, "new" (places only) or "blank" (fields that may be absent). */
export type WordDecisions = Record<string, string>;

export type UnknownWord = { field: FieldKey; word: string; rows: Array<{ sheet: string; row: number }>; count: number };

/** How one field understands words: its own reading, and which codes a decision may name. */
export type WordReader<T> = { read(word: string): T | null; fromDecision(decision: string): T | null; optional: boolean };

/** Words nobody knows are gathered over all rows, mapped once, and never guessed. */
export class WordBook {
  private readonly found = new Map<string, UnknownWord>();

  constructor(private readonly decisions: WordDecisions) {}

  /** The value of a word; undefined when it is unknown (and then reported), null when decided to be left blank. */
  look<T>(field: FieldKey, text: string, at: { sheet: string; row: number }, findings: Findings, reader: WordReader<T>): T | null | undefined {
    const known = reader.read(text);
    if (known !== null) return known;
    const word = bareWord(text);
    const decision = this.decisions[`${field}:${word}`];
    if (decision === "blank" && reader.optional) return null;
    const decided = decision === undefined ? null : reader.fromDecision(decision);
    if (decided !== null) return decided;
    this.report(field, word, { sheet: at.sheet, row: at.row });
    findings.error(field, "UNKNOWN_WORD", `没有“${word}”这一${labelOf(field)}，请改为规范名称，或在“不认识的词”中对应一次`);
    return undefined;
  }

  unknown(): UnknownWord[] {
    return [...this.found.values()].sort((a, b) => b.count - a.count);
  }

  private report(field: FieldKey, word: string, at: { sheet: string; row: number }): void {
    const key = `${field}:${word}`;
    const entry = this.found.get(key) ?? { field, word, rows: [], count: 0 };
    entry.rows.push(at);
    entry.count += 1;
    this.found.set(key, entry);
  }
}
