// The words of a Word file, by the guarded readers of the spreadsheets: limits of the archive, no document types, no tree.
import { officeFileOf } from "../office-file";
import { openArchive } from "../spreadsheet/archive";
import { FileRefused } from "../spreadsheet/refusals";
import { walkXml } from "../spreadsheet/xml";
import { plainText } from "./paper";

const MOST_CHARACTERS = 500_000;

/** Levels of the styles that are headings: by name, as Word and WPS write it in every language. */
function headingsOf(styles: Buffer | undefined): Map<string, number> {
  const levels = new Map<string, number>();
  let style = "";
  if (styles) walkXml(styles, { open(tag, given) {
    if (tag === "style") style = given["w:styleId"] ?? "";
    const level = tag === "name" ? /^(?:heading|标题) ?([1-9])$/i.exec(given["w:val"] ?? "")?.[1] : undefined;
    if (level && style) levels.set(style, Number(level));
  } });
  return levels;
}

/** One line a paragraph that says something; a heading begins with "# ", a lower one with "## ". Deleted text, fields and notes are left out. */
export async function readDocument(bytes: Uint8Array): Promise<{ lines: string[] } | { refused: true }> {
  if ((await officeFileOf(bytes))?.ending !== "docx") return { refused: true };
  try {
    const parts = await openArchive(Buffer.from(bytes));
    const body = parts.get("word/document.xml");
    if (!body) return { refused: true };
    const headings = headingsOf(parts.get("word/styles.xml"));
    const lines: string[] = [];
    // A box stands inside a paragraph and holds paragraphs of its own; what older programs are to show instead is the same once more.
    const open: { text: string; level: number }[] = [];
    let [inText, again, total] = [false, 0, 0];
    const add = (piece: string) => {
      const here = open.at(-1);
      if (here && again === 0 && total < MOST_CHARACTERS) [here.text, total] = [here.text + piece, total + piece.length];
    };
    walkXml(body, {
      open(tag, given) {
        const here = open.at(-1);
        if (tag === "p") open.push({ text: "", level: 0 });
        if (tag === "Fallback") again += 1;
        if (tag === "pStyle" && here) here.level = headings.get(given["w:val"] ?? "") ?? 0;
        if (tag === "t") inText = true;
        if (tag === "tab" && here?.text) add(" ");
        if (tag === "br") add("\n");
      },
      text(piece) {
        if (inText) add(piece);
      },
      close(tag) {
        if (tag === "t") inText = false;
        if (tag === "Fallback") again -= 1;
        const { text, level } = (tag === "p" ? open.pop() : null) ?? { text: "", level: 0 };
        const said = plainText(text).split("\n").map((line) => line.trim()).filter(Boolean);
        lines.push(...said.map((line) => (level > 0 ? `${level === 1 ? "#" : "##"} ${line}` : line)));
      },
    });
    return { lines };
  } catch (error) {
    if (error instanceof FileRefused) return { refused: true };
    throw error;
  }
}
