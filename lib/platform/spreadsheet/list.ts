import type { Book, Cell } from "./book";
import { Grid } from "./grid";
import { bareHeader } from "./words";

/** A column a list may bring, by the words it may stand under. */
export type ListField<F extends string> = { key: F; label: string; synonyms: readonly string[]; required?: true };

export type ListRow<F extends string> = { row: number; cells: Partial<Record<F, string>> };

/** The rows of a list as text, where each field stands, and what was left aside. */
export type ListSheet<F extends string> = { sheet: string; headerRow: number; columns: Partial<Record<F, number>>; ignored: string[]; rows: ListRow<F>[] };

const HEADER_WITHIN = 20;
const SAMPLE = "示例";

const textOf = (cell: Cell | null): string => cell?.text.trim() ?? "";

function headerIn<F extends string>(grid: Grid, row: number, byHeader: ReadonlyMap<string, F>): Pick<ListSheet<F>, "columns" | "ignored"> {
  const [columns, ignored]: [Partial<Record<F, number>>, string[]] = [{}, []];
  (grid.row(row)?.cells ?? []).forEach((cell, index) => {
    const field = cell && byHeader.get(bareHeader(cell.text));
    if (field && columns[field] === undefined) columns[field] = index;
    else if (cell && bareHeader(cell.text) !== "序号") ignored.push(cell.text);
  });
  return { columns, ignored };
}

/**
 * Finds a list in a workbook: the first sheet in sight with a row that `isHeader` takes for its header; sample rows are
 * left out. Null when there is none.
 */
export function readList<F extends string>(book: Book, fields: readonly ListField<F>[], isHeader: (columns: Partial<Record<F, number>>) => boolean): ListSheet<F> | null {
  const byHeader = new Map(fields.flatMap(({ key, label, synonyms }) => [label, ...synonyms].map((word): [string, F] => [bareHeader(word), key])));
  for (const sheet of book.sheets.filter((s) => s.state === "visible")) {
    const grid = new Grid(sheet);
    const header = sheet.rows.slice(0, HEADER_WITHIN).map((row) => ({ row: row.number, ...headerIn(grid, row.number, byHeader) })).find(({ columns }) => isHeader(columns));
    if (!header) continue;
    const { row: headerRow, columns, ignored } = header;
    const places = Object.entries(columns) as [F, number][];
    const below = sheet.rows.filter((r) => r.number > headerRow && !r.cells.some((cell) => textOf(cell) === SAMPLE));
    const rows = below.map((r) => ({ row: r.number, cells: Object.fromEntries(places.map(([field, column]) => [field, textOf(grid.seenDown(r.number, column))]).filter(([, text]) => text !== "")) as ListRow<F>["cells"] }));
    return { sheet: sheet.name, headerRow, columns, ignored, rows: rows.filter(({ cells }) => Object.keys(cells).length > 0) };
  }
  return null;
}
