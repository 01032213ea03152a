import { deflateSync, crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { kindOf, PHOTO, readPhoto } from "./images";

const picture = (width = 600, height = 800) => sharp({ create: { width, height, channels: 3, background: "#405080" } });
const bytesOf = async (of: Promise<Buffer>) => new Uint8Array(await of);
const ascii = (text: string) => new TextEncoder().encode(text);

const EXIF = { IFD0: { Make: "Phone", Copyright: "SECRET-OWNER" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 12/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "121/1 28/1 0/1" } };

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([ascii(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG whose header promises this many pixels while the file stays small. */
function bomb(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return new Uint8Array(Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.alloc(Math.ceil((width / 8 + 1) * height)))), chunk("IEND", new Uint8Array())]));
}

describe("a photograph", () => {
  it.each([["jpeg", () => picture().jpeg()], ["png", () => picture().png()], ["webp", () => picture().webp()]])("of kind %s becomes a JPEG of two inches and a small one", async (_, make) => {
    const read = await readPhoto(await bytesOf(make().toBuffer()));
    if ("refused" in read) throw new Error(read.refused);
    const [photo, thumb] = [await sharp(read.photo).metadata(), await sharp(read.thumb).metadata()];
    expect([photo.format, photo.width, photo.height, thumb.format, thumb.width, thumb.height]).toEqual(["jpeg", PHOTO.width, PHOTO.height, "jpeg", PHOTO.thumb.width, PHOTO.thumb.height]);
  });

  it("leaves place, camera and owner behind", async () => {
    const given = await bytesOf(picture().withExif(EXIF).jpeg().toBuffer());
    expect((await sharp(given).metadata()).exif?.toString("latin1")).toContain("SECRET-OWNER");
    const read = await readPhoto(given);
    if ("refused" in read) throw new Error(read.refused);
    for (const kept of [read.photo, read.thumb]) {
      const { exif, xmp, iptc, icc } = await sharp(kept).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(Buffer.from(kept).toString("latin1")).not.toMatch(/SECRET-OWNER|Exif|GPS/);
    }
  });

  it("taken sideways stands upright, and keeps the top when it is cut", async () => {
    const upright = sharp({ create: { width: 300, height: 900, channels: 3, background: "#0000ff" } }).composite([{ input: { create: { width: 300, height: 100, channels: 3, background: "#ff0000" } }, top: 0, left: 0 }]);
    const sideways = await bytesOf(sharp(await upright.png().toBuffer()).rotate(-90).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer());
    const read = await readPhoto(sideways);
    if ("refused" in read) throw new Error(read.refused);
    const [r = 0, , b = 0] = await sharp(read.photo).extract({ left: 240, top: 20, width: 1, height: 1 }).raw().toBuffer();
    expect([r > 200, b < 80]).toEqual([true, true]);
  });

  it("with glass behind the head stands on white", async () => {
    const read = await readPhoto(await bytesOf(sharp({ create: { width: 480, height: 640, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer()));
    if ("refused" in read) throw new Error(read.refused);
    expect([...(await sharp(read.photo).extract({ left: 1, top: 1, width: 1, height: 1 }).raw().toBuffer())].every((v) => v > 250)).toBe(true);
  });
});

describe("refused, and why", () => {
  it.each([
    ["nothing at all", async () => new Uint8Array(), "empty"],
    ["more than 8 MB", async () => new Uint8Array(PHOTO.bytes + 1).fill(0xff), "large"],
    ["a drawing", async () => ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), "drawing"],
    ["a drawing behind a declaration", async () => ascii('\ufeff \n<?xml version="1.0"?><svg/>'), "drawing"],
    ["a page", async () => ascii("<!DOCTYPE html><script>1</script>"), "drawing"],
    ["a photograph of another make", async () => ascii("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "heic"],
    ["a program", async () => ascii("MZ\x90\0 this program"), "other"],
    ["a GIF", async () => ascii("GIF89a\x01\0\x01\0"), "other"],
    ["a page that begins like a JPEG", async () => new Uint8Array([0xff, 0xd8, 0xff, ...ascii("<html><script>alert(1)</script>")]), "broken"],
    ["a JPEG cut short", async () => (await bytesOf(picture().jpeg().toBuffer())).slice(0, 1500), "broken"],
    ["a PNG cut short", async () => (await bytesOf(picture().png({ compressionLevel: 0 }).toBuffer())).slice(0, 9000), "broken"],
    ["a bomb", async () => bomb(30_000, 30_000), "huge"],
    ["a stamp", async () => bytesOf(picture(239, 400).jpeg().toBuffer()), "small"],
  ] as const)("%s", async (_, make, why) => expect(await readPhoto(await make())).toEqual({ refused: why }), 30_000);

  it("asks the bytes, not the name", () => expect([kindOf(ascii("\x89PNG\r\n\x1a\n")), kindOf(ascii("RIFF0000WAVE"))]).toEqual(["other", "other"]));
});
