import ExcelJS from "exceljs";

/** Puts text into a cell as text: never a formula, a number or a date, whatever it begins with. */
export function textCell(cell: ExcelJS.Cell, text: string): void {
  cell.numFmt = "@";
  cell.value = wellFormed(text);
}

/** A lone half of a surrogate pair would make the whole workbook unreadable. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/** Bold, tinted, framed, wrapped and centred. */
export function styleHeader(row: ExcelJS.Row): void {
  row.font = { bold: true };
  row.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
  row.eachCell((cell) => {
    cell.fill = solid("FFF1EEE8");
    cell.border = { top: thin, left: thin, bottom: thin, right: thin };
  });
}

export function solid(argb: string): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

/** One field of a .csv: quoted where needed, and no program takes it for a formula. */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\t\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export async function workbookBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const thin: Partial<ExcelJS.Border> = { style: "thin", color: { argb: "FFB8B2A7" } };
