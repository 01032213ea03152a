import type { Book, Cell } from "@/lib/platform/spreadsheet/book";
import { Grid } from "@/lib/platform/spreadsheet/grid";
import { bareHeader } from "@/lib/platform/spreadsheet/words";

export type UnitField = "name" | "parent" | "kind" | "isElecting" | "isHandling" | "activeFrom";

type Field = { key: UnitField; label: string; synonyms: readonly string[]; required?: true };

/** What a list of units may bring, in the order of the template. */
export const FIELDS: readonly Field[] = [
  { key: "name", label: "名称", synonyms: ["党组织名称", "组织名称", "党组织", "单位名称"], required: true },
  { key: "parent", label: "上级", synonyms: ["上级党组织", "上级组织", "上级党组织名称", "隶属", "隶属党组织", "所属党组织"] },
  { key: "kind", label: "类别", synonyms: ["组织类别", "党组织类别", "类型", "组织类型"], required: true },
  { key: "isElecting", label: "选举单位", synonyms: ["是否选举单位", "是选举单位"] },
  { key: "isHandling", label: "承办单位", synonyms: ["是否承办单位", "是承办单位"] },
  { key: "activeFrom", label: "设立日期", synonyms: ["设立时间", "成立日期", "成立时间", "批准设立日期"] },
];

const byHeader = new Map(FIELDS.flatMap(({ key, label, synonyms }) => [label, ...synonyms].map((word): [string, UnitField] => [bareHeader(word), key])));

export type UnitCells = Partial<Record<UnitField, string>>;
export type UnitRow = { row: number; cells: UnitCells };
/** The rows of the list as text, where each field stands, and what was left aside. */
export type UnitSheet = { sheet: string; headerRow: number; columns: Partial<Record<UnitField, number>>; ignored: string[]; rows: UnitRow[] };

const HEADER_WITHIN = 20;
const SAMPLE = "示例";

function headerIn(grid: Grid, row: number): Pick<UnitSheet, "columns" | "ignored"> {
  const [columns, ignored]: [Partial<Record<UnitField, number>>, string[]] = [{}, []];
  (grid.row(row)?.cells ?? []).forEach((cell, index) => {
    const field = cell && byHeader.get(bareHeader(cell.text));
    if (field && columns[field] === undefined) columns[field] = index;
    else if (cell && bareHeader(cell.text) !== "序号") ignored.push(cell.text);
  });
  return { columns, ignored };
}

const textOf = (cell: Cell | null): string => cell?.text.trim() ?? "";

/** Finds the list in a workbook: the first sheet in sight with a row that names the unit and its kind or parent. Null when there is none. */
export function readUnitSheet(book: Book): UnitSheet | null {
  for (const sheet of book.sheets.filter((s) => s.state === "visible")) {
    const grid = new Grid(sheet);
    const header = sheet.rows.slice(0, HEADER_WITHIN).map((row) => ({ row: row.number, ...headerIn(grid, row.number) })).find(({ columns }) => columns.name !== undefined && (columns.kind !== undefined || columns.parent !== undefined));
    if (!header) continue;
    const { row: headerRow, columns, ignored } = header;
    const fields = Object.entries(columns) as [UnitField, number][];
    const below = sheet.rows.filter((r) => r.number > headerRow && !r.cells.some((cell) => textOf(cell) === SAMPLE));
    const rows = below.map((r) => ({ row: r.number, cells: Object.fromEntries(fields.map(([field, column]) => [field, textOf(grid.seenDown(r.number, column))]).filter(([, text]) => text !== "")) as UnitCells }));
    return { sheet: sheet.name, headerRow, columns, ignored, rows: rows.filter(({ cells }) => Object.keys(cells).length > 0) };
  }
  return null;
}
