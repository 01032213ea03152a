import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { FileRefused, refusals } from "./refusals";

const MAX_ENTRIES = 200;
const MAX_TOTAL = 100 * 1024 * 1024;
const MAX_RATIO = 100;
/** Small parts of one repeated character compress far beyond 100:1 and harm nobody. */
const RATIO_FROM = 1024 * 1024;

export type Parts = Map<string, Buffer>;

/**
 * Inflates a zip within limits: 200 entries, 100 MB together, 100:1. The directory's own figures are checked first,
 * then every byte is counted while inflating, because the directory may lie. Throws FileRefused.
 */
export async function openArchive(bytes: Buffer): Promise<Parts> {
  const zip = await open(bytes);
  const entries = await list(zip);
  checkFigures(entries, bytes.length);
  const parts: Parts = new Map();
  for (const entry of entries) {
    if (entry.fileName.endsWith("/")) continue;
    const name = entry.fileName.replace(/^\/+/, "");
    if (parts.has(name)) throw new FileRefused(refusals.damaged);
    parts.set(name, await inflate(zip, entry));
  }
  return parts;
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: false }, (error, zip) => (error ? reject(new FileRefused(refusals.damaged)) : resolve(zip)));
  });
}

function list(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MAX_ENTRIES) throw new FileRefused(refusals.tooManyParts);
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", (error: Error) => reject(new FileRefused(sentenceOf(error))));
    zip.readEntry();
  });
}

function sentenceOf(error: Error): string {
  if (/relative path|absolute path|invalid characters in fileName/.test(error.message)) return refusals.path;
  if (/encrypt/i.test(error.message)) return refusals.encryptedPart;
  return refusals.damaged;
}

function checkFigures(entries: Entry[], fileSize: number): void {
  if (entries.some((e) => e.isEncrypted())) throw new FileRefused(refusals.encryptedPart);
  const total = entries.reduce((sum, e) => sum + e.uncompressedSize, 0);
  const swollen = entries.some((e) => e.uncompressedSize > RATIO_FROM && e.uncompressedSize > e.compressedSize * MAX_RATIO);
  if (total > MAX_TOTAL || total > fileSize * MAX_RATIO || swollen) throw new FileRefused(refusals.bomb);
}

/** The figures have passed, so holding every part to its own figure bounds the whole. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of await openStream(zip, entry)) {
      const piece = chunk as Buffer;
      size += piece.length;
      if (size > entry.uncompressedSize) throw new FileRefused(refusals.lyingSize);
      chunks.push(piece);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused(sentenceOf(error as Error));
  }
  if (size < entry.uncompressedSize) throw new FileRefused(refusals.lyingSize);
  const part = Buffer.concat(chunks, size);
  if (crc32(part) !== entry.crc32) throw new FileRefused(refusals.damaged);
  return part;
}

function openStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
