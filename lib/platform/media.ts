/** Kinds of papers people photograph or scan. What a file is, its own bytes say; name and header of a request are only claims. */
const kinds = [
  { type: "image/jpeg", ending: "jpg", begins: [0xff, 0xd8, 0xff], ends: [0xff, 0xd9] },
  { type: "image/png", ending: "png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], ends: [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82] },
  { type: "application/pdf", ending: "pdf", begins: [0x25, 0x50, 0x44, 0x46, 0x2d], ends: [0x25, 0x25, 0x45, 0x4f, 0x46] },
] as const;

export type MediaKind = { type: string; ending: string };

/** JPEG, PNG or PDF by how the bytes begin and that they come to an end (cameras leave more behind it); null for anything else and for what was cut off. */
export function mediaOf(bytes: Uint8Array): MediaKind | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = kinds.find(({ begins, ends }) => file.subarray(0, begins.length).equals(Buffer.from(begins)) && file.includes(Buffer.from(ends), begins.length));
  return found ? { type: found.type, ending: found.ending } : null;
}

/** A file's own name with the ending of what it is, whatever endings it came with. */
export const mediaName = (name: string, { ending }: MediaKind): string => `${(name.split(".")[0] ?? "").trim().slice(0, 80) || "文件"}.${ending}`;

/** A size as people say it. */
export const sizeOf = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);
