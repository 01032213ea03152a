import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = { name: string; data: string | Buffer; flags?: number; declaredSize?: number; checksum?: number };

/** A zip written byte by byte, so that a test can make it lie. */
export function makeZip(entries: ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, flags = 0x800, declaredSize, checksum } of entries) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(checksum ?? crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declaredSize ?? plain.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, tail, path]));
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

export type SheetPart = { name: string; xml: string; state?: string };
export type BookParts = { sheets: SheetPart[]; strings?: string; styles?: string; date1904?: boolean; extra?: ZipEntry[] };

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A minimal .xlsx out of raw sheet XML (what stands inside <worksheet>). */
export function makeBook({ sheets, strings, styles, date1904, extra = [] }: BookParts): Buffer {
  const relations = sheets.map((_, i) => `<Relationship Id="r${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`);
  relations.push(`<Relationship Id="rs" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`, `<Relationship Id="rt" Type="${office}/styles" Target="/xl/styles.xml"/>`);
  const list = sheets.map((s, i) => `<sheet name="${s.name}" sheetId="${i + 1}" r:id="r${i + 1}"${s.state ? ` state="${s.state}"` : ""}/>`);
  return makeZip([
    { name: "[Content_Types].xml", data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    { name: "_rels/.rels", data: `${head}<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: "xl/workbook.xml", data: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets></workbook>` },
    { name: "xl/_rels/workbook.xml.rels", data: `${head}<Relationships>${relations.join("")}</Relationships>` },
    { name: "xl/sharedStrings.xml", data: `${head}<sst xmlns="${main}">${strings ?? ""}</sst>` },
    { name: "xl/styles.xml", data: `${head}<styleSheet xmlns="${main}">${styles ?? ""}</styleSheet>` },
    ...sheets.map((s, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: `${head}<worksheet xmlns="${main}">${s.xml}</worksheet>` })),
    ...extra,
  ]);
}

/** <row> elements of inline text; null leaves the cell out. */
export function inlineRows(rows: Array<Array<string | null>>): string {
  const cell = (text: string | null) => (text === null ? "<c/>" : `<c t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`);
  return `<sheetData>${rows.map((row, i) => `<row r="${i + 1}">${row.map(cell).join("")}</row>`).join("")}</sheetData>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
