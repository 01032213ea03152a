import { posix } from "node:path";
import type { Parts } from "./archive";
import type { Book, Limits, Sheet } from "./book";
import { isDateFormat } from "./dates";
import { FileRefused, refusals } from "./refusals";
import { readSheet, type SheetContext } from "./sheet";
import { unescapeText, walkXml } from "./xml";

type Entry = { name: string; state: Sheet["state"]; relation: string };
type Relation = { type: string; target: string };

/** Reads the parts of a checked .xlsx. Nothing is evaluated: formulas give their cached result. Throws FileRefused. */
export function readWorkbook(parts: Parts, limits: Limits): Book {
  const path = [...readRelations(parts, "").values()].find((r) => r.type === "officeDocument")?.target ?? "xl/workbook.xml";
  const { entries, date1904 } = readEntries(partAt(parts, path));
  const relations = readRelations(parts, path);
  const targetOf = (type: string) => [...relations.values()].find((r) => r.type === type)?.target;
  const context: SheetContext = {
    strings: readStrings(parts.get(targetOf("sharedStrings") ?? "")),
    dateStyles: readDateStyles(parts.get(targetOf("styles") ?? "")),
    date1904,
    limits,
  };
  const sheets = entries.flatMap((entry): Sheet[] => {
    const relation = relations.get(entry.relation);
    if (relation?.type !== "worksheet") return [];
    return [{ name: entry.name, state: entry.state, ...readSheet(partAt(parts, relation.target), context) }];
  });
  if (sheets.length === 0) throw new FileRefused(refusals.notSpreadsheet);
  return { sheets, date1904 };
}

function partAt(parts: Parts, path: string): Buffer {
  const part = parts.get(path);
  if (!part) throw new FileRefused(refusals.damaged);
  return part;
}

function readRelations(parts: Parts, owner: string): Map<string, Relation> {
  const folder = posix.dirname(owner);
  const part = parts.get(posix.join(folder, "_rels", `${posix.basename(owner)}.rels`));
  const relations = new Map<string, Relation>();
  if (part) walkXml(part, {
    open(tag, { Id, Type, Target }) {
      if (tag !== "Relationship" || !Id || !Type || !Target) return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), target });
    },
  });
  return relations;
}

function readEntries(part: Buffer): { entries: Entry[]; date1904: boolean } {
  const entries: Entry[] = [];
  let date1904 = false;
  walkXml(part, {
    open(tag, attributes) {
      if (tag === "workbookPr") date1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
      if (tag !== "sheet") return;
      const relation = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
      const state = (attributes["state"] ?? "visible") === "visible" ? "visible" : "hidden";
      entries.push({ name: attributes["name"] ?? "", state, relation });
    },
  });
  return { entries, date1904 };
}

function readStrings(part: Buffer | undefined): string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  if (part) walkXml(part, {
    open(tag) {
      if (tag === "si") text = "";
      else if (tag === "rPh") phonetic = true;
      else if (tag === "t") inText = !phonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(tag) {
      if (tag === "si") strings.push(unescapeText(text));
      else if (tag === "rPh") phonetic = false;
      else if (tag === "t") inText = false;
    },
  });
  return strings;
}

/** For each cell style, whether it shows a date. */
function readDateStyles(part: Buffer | undefined): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  if (part) walkXml(part, {
    open(tag, attributes) {
      if (tag === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (tag === "cellXfs") inCells = true;
      else if (tag === "xf" && inCells) {
        const id = Number(attributes["numFmtId"] ?? 0);
        styles.push(isDateFormat(id, codes.get(id)));
      }
    },
    close(tag) {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return styles;
}
