import type { Book, Limits } from "./book";
import { readCsv } from "./csv";
import { openFile } from "./guard";
import { FileRefused } from "./refusals";
import { readWorkbook } from "./workbook";

/** Checks and reads a file in this process: for the child, and for bytes this program made itself. */
export async function parseFile(bytes: Uint8Array, fileName: string, limits: Limits): Promise<{ book: Book } | { refused: string }> {
  try {
    const opened = await openFile(bytes, fileName, limits.bytes);
    if (opened.kind === "csv") return { book: { sheets: [readCsv(opened.text, limits)], date1904: false } };
    return { book: readWorkbook(opened.parts, limits) };
  } catch (error) {
    if (error instanceof FileRefused) return { refused: error.message };
    throw error;
  }
}
