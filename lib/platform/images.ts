import "server-only";
import sharp from "sharp";

// Nothing but these three is ever decoded, whatever a file calls itself; a drawing (SVG) is a program, not a photograph.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
sharp.cache(false);

export const PHOTO = { bytes: 8 * 1024 * 1024, pixels: 50_000_000, least: { width: 240, height: 320 }, width: 480, height: 640, thumb: { width: 144, height: 192 } };

const starts = (bytes: Uint8Array, text: string, at = 0) => Buffer.from(bytes.subarray(at, at + text.length)).toString("latin1") === text;

type Kind = "photo" | "heic" | "drawing" | "other";

/** What a file is by its first bytes; its name and its declared type are not asked. */
export function kindOf(bytes: Uint8Array): Kind {
  if (starts(bytes, "\xff\xd8\xff") || starts(bytes, "\x89PNG\r\n\x1a\n") || (starts(bytes, "RIFF") && starts(bytes, "WEBP", 8))) return "photo";
  if (starts(bytes, "ftyp", 4) && /^(hei[cfmsx]|hev[cmsx]|mif1|msf1|avif|avis)$/.test(Buffer.from(bytes.subarray(8, 12)).toString("latin1"))) return "heic";
  return /^[\s\ufeff]*<(\?xml|!doctype|!--|svg|html)/i.test(Buffer.from(bytes.subarray(0, 400)).toString("utf8")) ? "drawing" : "other";
}

export type Photo = { photo: Uint8Array<ArrayBuffer>; thumb: Uint8Array<ArrayBuffer> };
export type Unreadable = "empty" | "large" | "heic" | "drawing" | "other" | "broken" | "huge" | "small";

/** Cut to the proportion with the top kept, for a head stands there; on white, without any of the file's own data. */
const cut = (bytes: Uint8Array, width: number, height: number): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: PHOTO.pixels, failOn: "warning", animated: false })
    .autoOrient().resize(width, height, { fit: "cover", position: "top" }).flatten({ background: "#ffffff" }).toColourspace("srgb").jpeg({ quality: 86 }).timeout({ seconds: 15 }).toBuffer();

/**
 * A photograph written anew as JPEG, 480×640 and a small one: what else the file held (place, camera, preview, payload)
 * stays behind. Tells why when it is none: empty, over 8 MB, of another kind, damaged, over 50 million pixels, too small.
 */
export async function readPhoto(bytes: Uint8Array): Promise<Photo | { refused: Unreadable }> {
  if (bytes.length === 0) return { refused: "empty" };
  if (bytes.length > PHOTO.bytes) return { refused: "large" };
  const kind = kindOf(bytes);
  if (kind !== "photo") return { refused: kind };
  try {
    const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PHOTO.pixels) return { refused: "huge" };
    if (autoOrient.width < PHOTO.least.width || autoOrient.height < PHOTO.least.height) return { refused: "small" };
    const photo = await cut(bytes, PHOTO.width, PHOTO.height);
    const thumb = await cut(photo, PHOTO.thumb.width, PHOTO.thumb.height);
    return { photo: new Uint8Array(photo), thumb: new Uint8Array(thumb) };
  } catch {
    return { refused: "broken" };
  }
}

export const PICTURE = { bytes: PHOTO.bytes, least: 160, side: 1600, thumb: 320 };

const within = (bytes: Uint8Array, side: number): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: PHOTO.pixels, failOn: "warning", animated: false })
    .autoOrient().resize(side, side, { fit: "inside", withoutEnlargement: true }).flatten({ background: "#ffffff" }).toColourspace("srgb").jpeg({ quality: 82 }).timeout({ seconds: 15 }).toBuffer();

/** A picture of something that happened, whole, written anew as JPEG with its long side at most 1600, and a small one of 320; refused as `readPhoto` refuses. */
export async function readPicture(bytes: Uint8Array): Promise<Photo | { refused: Unreadable }> {
  if (bytes.length === 0) return { refused: "empty" };
  if (bytes.length > PICTURE.bytes) return { refused: "large" };
  const kind = kindOf(bytes);
  if (kind !== "photo") return { refused: kind };
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PHOTO.pixels) return { refused: "huge" };
    if (Math.min(width, height) < PICTURE.least) return { refused: "small" };
    const photo = await within(bytes, PICTURE.side);
    return { photo: new Uint8Array(photo), thumb: new Uint8Array(await within(photo, PICTURE.thumb)) };
  } catch {
    return { refused: "broken" };
  }
}
