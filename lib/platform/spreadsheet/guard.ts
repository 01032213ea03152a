import { openArchive, type Parts } from "./archive";
import { LIMITS } from "./book";
import { decodeText } from "./encoding";
import { FileRefused, refusals } from "./refusals";

export type Inspected = { kind: "xlsx"; parts: Parts } | { kind: "csv"; encoding: string; text: string };

/**
 * Says what a file is by its content before anything parses it. Refused, each in one sentence: empty or over 10 MB,
 * .xls, .et, encrypted, XML 2003, HTML, macros, bombs, path tricks, external links, DOCTYPE, damaged, renamed, other.
 */
export async function inspectFile(bytes: Uint8Array, fileName: string): Promise<{ kind: "xlsx" | "csv"; encoding?: string } | { refused: string }> {
  try {
    const found = await openFile(bytes, fileName);
    return found.kind === "csv" ? { kind: "csv", encoding: found.encoding } : { kind: "xlsx" };
  } catch (error) {
    if (error instanceof FileRefused) return { refused: error.message };
    throw error;
  }
}

/** The same check, keeping what it had to inflate or decode. Throws FileRefused. */
export async function openFile(bytes: Uint8Array, fileName: string, maxBytes = LIMITS.bytes): Promise<Inspected> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const extension = /\.([^.]+)$/.exec(fileName.toLowerCase())?.[1] ?? "";
  if (buffer.length === 0) throw new FileRefused(refusals.empty);
  if (buffer.length > maxBytes) throw new FileRefused(refusals.tooLarge(Math.floor(maxBytes / 1024 / 1024)));
  if (buffer.subarray(0, 4).toString("hex") === "d0cf11e0") throw new FileRefused(sentenceOfOle(buffer, extension));
  if (buffer.subarray(0, 2).toString("latin1") === "PK") return openBook(buffer, extension);
  return openText(buffer, extension);
}

function sentenceOfOle(buffer: Buffer, extension: string): string {
  const holds = (name: string) => buffer.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage")) return refusals.encrypted;
  if (extension === "et") return refusals.et;
  return holds("Workbook") || holds("Book") || extension.startsWith("xl") ? refusals.xls : refusals.oldDocument;
}

async function openBook(buffer: Buffer, extension: string): Promise<Inspected> {
  const parts = await openArchive(buffer);
  checkParts(parts);
  if (extension === "xlsm" || extension === "xltm") throw new FileRefused(refusals.macro);
  if (extension !== "xlsx") throw new FileRefused(refusals.renamedBook);
  return { kind: "xlsx", parts };
}

function checkParts(parts: Parts): void {
  const names = [...parts.keys()].map((name) => name.toLowerCase());
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const types = parts.get("[Content_Types].xml");
  if (has(/^xl\/workbook\.bin$/)) throw new FileRefused(refusals.xlsb);
  if (parts.get("mimetype")?.includes("opendocument")) throw new FileRefused(refusals.ods);
  if (!types || !has(/^xl\/[^/]*\.xml$/)) throw new FileRefused(refusals.notSpreadsheet);
  if (has(/vbaproject|^xl\/macrosheets\//) || types.includes("macroEnabled")) throw new FileRefused(refusals.macro);
  for (const [name, part] of parts) if (/\.(xml|rels|vml)$/i.test(name)) checkXml(part);
  if (has(/^xl\/(externallinks|querytables)\/|^xl\/connections\.xml$/)) throw new FileRefused(refusals.external);
  for (const [name, part] of parts) if (name.endsWith(".rels") && leadsOutside(part.toString("utf8"))) throw new FileRefused(refusals.external);
}

function checkXml(part: Buffer): void {
  const start = part.subarray(0, 200).toString("latin1");
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([^"']+)/.exec(start)?.[1];
  // In any other encoding the search for DOCTYPE below would look at the wrong bytes.
  if (/^(?:\xff\xfe|\xfe\xff|\0)/.test(start) || (declared && !/^(utf-?8|us-ascii)$/i.test(declared))) throw new FileRefused(refusals.oddEncoding);
  if (part.includes("<!DOCTYPE") || part.includes("<!ENTITY")) throw new FileRefused(refusals.entity);
}

/** A hyperlink in a cell is only text to us; any other outside target would be fetched by somebody. */
function leadsOutside(rels: string): boolean {
  const all = rels.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? [];
  return all.some((rel) => /TargetMode\s*=\s*["']External["']/.test(rel) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(rel));
}

function openText(buffer: Buffer, extension: string): Inspected {
  const decoded = decodeText(buffer);
  const start = (decoded?.text ?? buffer.toString("latin1")).slice(0, 4096).trimStart();
  const binary = /[\0-\x08\x0e-\x1a]/.test(buffer.subarray(0, 4096).toString("latin1"));
  if (/^(<\?xml|<[a-z:]*workbook)/i.test(start) && /<([a-z]+:)?workbook[\s>]/i.test(start)) throw new FileRefused(refusals.xml2003);
  if (/^<(!doctype|!--|html|head|meta|body|table|style|div|\?xml)/i.test(start) || /^mime-version:/i.test(start)) throw new FileRefused(refusals.html);
  if (!decoded) throw new FileRefused(binary ? refusals.binary : refusals.encoding);
  if (!["csv", "tsv", "txt"].includes(extension)) throw new FileRefused(refusals.renamedText);
  return { kind: "csv", ...decoded };
}
