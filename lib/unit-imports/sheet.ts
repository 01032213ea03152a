import type { Book } from "@/lib/platform/spreadsheet/book";
import { readList, type ListField, type ListRow, type ListSheet } from "@/lib/platform/spreadsheet/list";

export type UnitField = "name" | "parent" | "kind" | "isElecting" | "isHandling" | "activeFrom";

/** What a list of units may bring, in the order of the template. */
export const FIELDS: readonly ListField<UnitField>[] = [
  { key: "name", label: "名称", synonyms: ["党组织名称", "组织名称", "党组织", "单位名称"], required: true },
  { key: "parent", label: "上级", synonyms: ["上级党组织", "上级组织", "上级党组织名称", "隶属", "隶属党组织", "所属党组织"] },
  { key: "kind", label: "类别", synonyms: ["组织类别", "党组织类别", "类型", "组织类型"], required: true },
  { key: "isElecting", label: "选举单位", synonyms: ["是否选举单位", "是选举单位"] },
  { key: "isHandling", label: "承办单位", synonyms: ["是否承办单位", "是承办单位"] },
  { key: "activeFrom", label: "设立日期", synonyms: ["设立时间", "成立日期", "成立时间", "批准设立日期"] },
];

export type UnitCells = Partial<Record<UnitField, string>>;
export type UnitRow = ListRow<UnitField>;
export type UnitSheet = ListSheet<UnitField>;

/** Finds the list of units: the first sheet in sight with a row that names the unit and its kind or parent. Null when there is none. */
export const readUnitSheet = (book: Book): UnitSheet | null => readList(book, FIELDS, (columns) => columns.name !== undefined && (columns.kind !== undefined || columns.parent !== undefined));
