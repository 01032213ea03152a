export type Decoded = { text: string; encoding: "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030" };

/**
 * Decodes text strictly: what a byte-order mark says if the rest agrees, else UTF-8, else GB18030 (2022 mapping).
 * Null when the bytes are no text in any of them.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const encoding = utf16Of(bytes);
  const found = encoding ? attempt(bytes, encoding) : (attempt(bytes, "UTF-8") ?? attempt(withoutMark(bytes), "GB18030"));
  if (!found || !isText(found.text)) return null;
  return encoding && !/[\n\t,;]/.test(found.text) ? null : found;
}

function attempt(bytes: Uint8Array, encoding: Decoded["encoding"]): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** Some programs write the mark of UTF-8 in front of GB18030 text. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function utf16Of(bytes: Uint8Array): "UTF-16LE" | "UTF-16BE" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE";
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  if (even + odd === 0) return null;
  return odd > even ? "UTF-16LE" : "UTF-16BE";
}

function isText(text: string): boolean {
  return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text);
}
