import { readMonth } from "@/lib/platform/chinese/month";
import type { IsoDate } from "@/lib/platform/clock";
import { bareWord, readYesNo } from "@/lib/platform/spreadsheet/words";
import { kindNames } from "@/lib/units/labels";
import { name as unitName } from "@/lib/units/schema";
import type { UnitKind } from "@/prisma/client/enums";
import { faults } from "./labels";
import type { UnitCells, UnitField } from "./sheet";

export type Fault = { field: UnitField; message: string };
/** What the cells of a row say by themselves; null where they say nothing. */
export type Said = { name: string; kind: UnitKind | null; isElecting: boolean | null; isHandling: boolean | null; activeFrom: IsoDate | null };

const SYNONYMS: Partial<Record<UnitKind, readonly string[]>> = {
  PARTY_COMMITTEE: ["党委会", "基层党委"], WORKING_COMMITTEE: ["工委"], GENERAL_BRANCH: ["党总支", "总支部"], BRANCH: ["党支部"], DEPARTMENT: ["机关", "部门"], TOWNSHIP: ["乡", "镇"],
  VILLAGE: ["行政村"], ENTERPRISE: ["国企", "国有企业"], HOSPITAL: ["医院"],
};

export const allowedKinds = Object.values(kindNames).join("、");

const kinds = new Map((Object.entries(kindNames) as [UnitKind, string][]).flatMap(([kind, label]) => [label, ...(SYNONYMS[kind] ?? [])].map((word): [string, UnitKind] => [bareWord(word), kind])));

function nameIn(cells: UnitCells, found: Fault[]): string {
  if (!cells.name) found.push({ field: "name", message: faults.nameMissing });
  const parsed = unitName.safeParse(cells.name ?? "");
  if (cells.name && !parsed.success) found.push({ field: "name", message: parsed.error.issues[0]?.message ?? faults.nameMissing });
  return parsed.data ?? "";
}

function kindIn({ kind: word }: UnitCells, found: Fault[]): UnitKind | null {
  const kind = word ? kinds.get(bareWord(word)) : undefined;
  if (word && !kind) found.push({ field: "kind", message: faults.kindUnknown(word, allowedKinds) });
  return kind ?? null;
}

function markIn(cells: UnitCells, field: "isElecting" | "isHandling", found: Fault[]): boolean | null {
  const word = cells[field];
  const read = word ? readYesNo(word) : null;
  if (word && read === null) found.push({ field, message: faults.yesNo(word) });
  return read;
}

function dayIn({ activeFrom: word }: UnitCells, today: IsoDate, found: Fault[]): IsoDate | null {
  const read = word ? readMonth(word) : { absent: true as const };
  if ("absent" in read) return null;
  const day = "month" in read ? read.precise : undefined;
  if (!day) found.push({ field: "activeFrom", message: faults.day(word ?? "") });
  else if (day > today) found.push({ field: "activeFrom", message: faults.future(day) });
  return day ?? null;
}

/** Reads each cell of a row; every fault is told, not only the first. */
export function readWords(cells: UnitCells, today: IsoDate): { said: Said; faults: Fault[] } {
  const found: Fault[] = [];
  const said = { name: nameIn(cells, found), kind: kindIn(cells, found), isElecting: markIn(cells, "isElecting", found), isHandling: markIn(cells, "isHandling", found), activeFrom: dayIn(cells, today, found) };
  return { said, faults: found };
}
