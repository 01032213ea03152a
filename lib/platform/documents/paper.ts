// Papers as offices file them: A4, the fonts of GB/T 9704-2012 by their names, text as text.
import { AlignmentType, BorderStyle, Document, Footer, HeightRule, ImageRun, Packer, PageNumber, PageOrientation, Paragraph, Tab, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, type FileChild } from "docx";

/** The machine that opens a paper has these or puts its own in their place; numbers and Latin letters stand in Times. */
export const fonts = { title: "方正小标宋简体", body: "仿宋_GB2312", table: "宋体", head: "黑体" } as const;
type Font = keyof typeof fonts;

const MM = 1440 / 25.4;
const PX = 96 / 25.4;
export const twips = (mm: number): number => Math.round(mm * MM);

/** What stands in a file as it would stand on paper: no control or direction characters, no half of a surrogate pair, no noncharacter. */
export const plainText = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(/[\p{Cs}]/gu, "\ufffd").replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu, "");

export type Look = { font?: Font; points?: number; bold?: boolean; align?: "left" | "center" | "right"; before?: number; after?: number; /** Kept free at the right, in millimetres. */ indent?: number; /** Begins a sheet of its own. */ sheet?: true };

const face = ({ font = "table", points = 10.5, bold = false }: Look) =>
  ({ font: { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia: fonts[font] }, size: points * 2, ...(bold ? { bold } : {}) });

const spaced = ({ align = "left", before, after, indent, sheet }: Look) => ({
  ...(sheet ? { pageBreakBefore: true } : {}),
  ...(align === "left" ? {} : { alignment: align === "center" ? AlignmentType.CENTER : AlignmentType.RIGHT }), ...(before || after ? { spacing: { before: before ?? 0, after: after ?? 0 } } : {}),
  ...(indent ? { indent: { right: twips(indent) } } : {}),
});

/** One paragraph a line of the text. */
export const lines = (text: string, look: Look = {}): Paragraph[] =>
  plainText(text).split("\n").map((line) => new Paragraph({ ...spaced(look), children: [new TextRun({ text: line, ...face(look) })] }));

/** Two texts in one line, the second at the right edge `width` twips away. */
export const edges = (left: string, right: string, width: number, look: Look = {}): Paragraph =>
  new Paragraph({ ...spaced(look), tabStops: [{ type: "right", position: width }], children: [new TextRun({ text: plainText(left), ...face(look) }), new TextRun({ children: [new Tab(), plainText(right)], ...face(look) })] });

export type Box = Look & { text?: string; children?: Paragraph[]; across?: number; down?: number; sit?: "top" | "bottom" };

/** A framed cell; `across` and `down` join neighbours. */
const boxed = ({ text = "", children, across, down, sit, ...look }: Box): TableCell =>
  new TableCell({ children: children ?? lines(text, look), columnSpan: across, rowSpan: down, verticalAlign: sit === "top" ? VerticalAlign.TOP : sit === "bottom" ? VerticalAlign.BOTTOM : VerticalAlign.CENTER });

export type Row = { cells: Box[]; head?: boolean; height?: number };

const DASH = { style: BorderStyle.DASHED, size: 4, color: "808080" } as const;
const TO_CUT = { top: DASH, bottom: DASH, left: DASH, right: DASH, insideHorizontal: DASH, insideVertical: DASH };

/** A table of fixed columns in twips; `head` rows stand again on every sheet, and no row is cut in two. With `cut` its lines are those to cut along. */
export const table = (widths: readonly number[], rows: readonly Row[], { cut = false }: { cut?: boolean } = {}): Table =>
  new Table({
    ...(cut ? { borders: TO_CUT } : {}),
    columnWidths: widths, layout: TableLayoutType.FIXED, width: { size: widths.reduce((a, b) => a + b, 0), type: "dxa" }, alignment: AlignmentType.CENTER, margins: cut ? { left: 340, right: 200, top: 120, bottom: 60 } : { left: 60, right: 60, top: 20, bottom: 20 },
    rows: rows.map(({ cells, head, height }) => new TableRow({ cantSplit: true, ...(head ? { tableHeader: true } : {}), ...(height ? { height: { value: height, rule: HeightRule.ATLEAST } } : {}), children: cells.map(boxed) })),
  });

/** A JPEG in a line of its own, `width` × `height` millimetres. */
export const picture = (data: Uint8Array, [width, height]: readonly [number, number], name: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new ImageRun({ type: "jpg", data, transformation: { width: Math.round(width * PX), height: Math.round(height * PX) }, altText: { name: plainText(name), title: plainText(name), description: plainText(name) } })] });

/** Sheet x of y, the only fields a paper has. */
const numbered = () => {
  const look: Look = { points: 9 };
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ ...face(look), children: ["第 ", PageNumber.CURRENT, " 页，共 ", PageNumber.TOTAL_PAGES, " 页"] })] })] });
};

export type Paper = { title: string; office: string; landscape?: boolean; /** Margins in millimetres: top, right, bottom, left. */ margins: [number, number, number, number]; numbered?: boolean; children: FileChild[] };

/** The paper as a .docx. */
export async function paperBytes({ title, office, landscape, margins, numbered: counts, children }: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const [top, right, bottom, left] = margins.map(twips) as [number, number, number, number];
  const file = new Document({
    title: plainText(title), creator: plainText(office), lastModifiedBy: plainText(office), description: "",
    sections: [{
      properties: { page: { size: { width: twips(210), height: twips(297), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top, right, bottom, left, header: 400, footer: twips(8) } } },
      ...(counts ? { footers: { default: numbered() } } : {}), children,
    }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
