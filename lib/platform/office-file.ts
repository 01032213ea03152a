import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import type { MediaKind } from "./media";

const MOST_ENTRIES = 2000;
const MOST_BYTES = 200 * 1024 * 1024;

const OFFICE = "application/vnd.openxmlformats-officedocument";
const kinds: Record<string, MediaKind> = { "word/document.xml": { type: `${OFFICE}.wordprocessingml.document`, ending: "docx" }, "xl/workbook.xml": { type: `${OFFICE}.spreadsheetml.sheet`, ending: "xlsx" } };

const opened = (bytes: Uint8Array): Promise<ZipFile | null> =>
  new Promise((resolve) => fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, (error, zip) => resolve(error ? null : zip)));

/** The directory of a zip alone: nothing in it is inflated. Null where it is broken or names a path outside. */
function listed(zip: ZipFile): Promise<Entry[] | null> {
  if (zip.entryCount > MOST_ENTRIES) return Promise.resolve(null);
  return new Promise((resolve) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", () => resolve(null));
    zip.readEntry();
  });
}

/** A Word or Excel file by what the zip holds, whatever it is called; null for anything else, for one with macros, one that is encrypted, and one that would swell beyond 200 MB. */
export async function officeFileOf(bytes: Uint8Array): Promise<MediaKind | null> {
  const zip = await opened(bytes);
  const entries = zip && (await listed(zip));
  if (!entries || entries.some((e) => e.isEncrypted() || /vbaProject\.bin$/i.test(e.fileName))) return null;
  if (entries.reduce((sum, e) => sum + e.uncompressedSize, 0) > MOST_BYTES) return null;
  const names = new Set(entries.map((e) => e.fileName));
  const main = Object.keys(kinds).find((name) => names.has(name));
  return (main && names.has("[Content_Types].xml") && kinds[main]) || null;
}
