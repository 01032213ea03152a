import { type Cell, type Limits, LONGEST_CELL, type Row, type Sheet } from "./book";
import { FileRefused, refusals } from "./refusals";

/**
 * Reads separated text (comma, tab or semicolon, whichever the first lines use) into one sheet named "CSV".
 * Row numbers count records, as a spreadsheet program shows them. Throws FileRefused beyond the limits.
 */
export function readCsv(text: string, limits: Limits): Sheet {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let number = 0;
  for (const fields of recordsOf(text, separator)) {
    number += 1;
    const cells = fields.map(cellOf);
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length === 0) continue;
    if (cells.length > limits.columns) throw new FileRefused(refusals.tooManyColumns(limits.columns));
    rows.push({ number, hidden: false, cells });
    if (rows.length > limits.rows) throw new FileRefused(refusals.tooManyRows(limits.rows));
  }
  return { name: "CSV", state: "visible", rows, hiddenColumns: [], merges: [] };
}

function separatorOf(text: string): string {
  const counts = new Map([[",", 0], ["\t", 0], [";", 0]]);
  let quoted = false;
  for (const char of text.slice(0, 20_000)) {
    if (char === '"') quoted = !quoted;
    const count = counts.get(char);
    if (!quoted && count !== undefined) counts.set(char, count + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function* recordsOf(text: string, separator: string): Generator<string[]> {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = fieldAt(text, at, separator);
    fields.push(field.value);
    at = field.end + 1;
    const stop = text[field.end];
    if (stop === separator && at < text.length) continue;
    if (stop === separator) fields.push("");
    if (stop === "\r" && text[at] === "\n") at += 1;
    yield fields;
    fields = [];
  }
}

/** The field that starts at `start`, and the place of the separator or line break behind it. */
function fieldAt(text: string, start: number, separator: string): { value: string; end: number } {
  let value = "";
  let at = start;
  if (text[at] === '"') {
    for (at += 1; ; at += 2) {
      const close = text.indexOf('"', at);
      if (close < 0) throw new FileRefused(refusals.quote);
      value += text.slice(at, close);
      at = close;
      if (text[close + 1] !== '"') break;
      value += '"';
    }
    at += 1;
  }
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: value + text.slice(at, end), end };
}

/** Takes off the guards people and exports put before digits and formulas: a tab, ="...", or a single quote. */
function cellOf(field: string): Cell | null {
  const guarded = /^="([^"]*)"$/.exec(field)?.[1] ?? field;
  const text = guarded.slice(0, LONGEST_CELL).replace(/^\t+|\t+$/g, "").replace(/^'(?=[=+\-@\t\r])/, "");
  if (text.trim() === "") return null;
  return /^\d(\.\d+)?E\+1[4-9]$/i.test(text.trim()) ? { text, type: "text", lost: true } : { text, type: "text" };
}
