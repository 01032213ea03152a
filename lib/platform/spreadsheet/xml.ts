import { StringDecoder } from "node:string_decoder";
import { SaxesParser } from "saxes";
import { FileRefused, refusals } from "./refusals";

export type Attributes = Record<string, string>;

export type XmlHandler = {
  open(tag: string, attributes: Attributes): void;
  close?(tag: string): void;
  text?(text: string): void;
};

const CHUNK = 64 * 1024;

/** Walks an XML part without building a tree; tags come without their prefix. Broken XML throws FileRefused. */
export function walkXml(part: Buffer, handler: XmlHandler): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on("error", () => {
    throw new FileRefused(refusals.damaged);
  });
  parser.on("doctype", () => {
    throw new FileRefused(refusals.entity);
  });
  parser.on("opentag", (tag) => handler.open(local(tag.name), tag.attributes));
  parser.on("closetag", (tag) => handler.close?.(local(tag.name)));
  if (handler.text) {
    parser.on("text", (text) => handler.text?.(text));
    parser.on("cdata", (text) => handler.text?.(text));
  }
  const decoder = new StringDecoder("utf8");
  for (let at = 0; at < part.length; at += CHUNK) parser.write(decoder.write(part.subarray(at, at + CHUNK)));
  parser.write(decoder.end()).close();
}

/** Spreadsheet programs write control characters in text as _xHHHH_. */
export function unescapeText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
