import type { Book } from "@/lib/platform/spreadsheet/book";
import { readList, type ListField, type ListRow, type ListSheet } from "@/lib/platform/spreadsheet/list";

export type DutyField = "name" | "delegation" | "heldOn" | "kind" | "title" | "place" | "hours" | "reached" | "content" | "issues" | "evidence" | "filledOn" | "filledBy" | "state" | "note";

/** What a sheet of duties may bring, in the order of the offices' own. */
export const FIELDS: readonly ListField<DutyField>[] = [
  { key: "name", label: "代表姓名", synonyms: ["姓名", "党代表姓名", "党代表"], required: true },
  { key: "delegation", label: "代表团", synonyms: ["所在代表团", "所属代表团"] },
  { key: "heldOn", label: "履职日期", synonyms: ["日期", "履职时间", "活动日期", "活动时间"], required: true },
  { key: "kind", label: "活动类型", synonyms: ["履职类型", "履职类别", "类别", "类型"], required: true },
  { key: "title", label: "活动名称", synonyms: ["名称", "履职名称", "活动内容"], required: true },
  { key: "place", label: "地点", synonyms: ["活动地点", "履职地点"] },
  { key: "hours", label: "时长（小时）", synonyms: ["时长", "小时"] },
  { key: "reached", label: "联系服务人数", synonyms: ["人数", "服务人数", "联系人数"] },
  { key: "content", label: "主要内容", synonyms: ["内容", "履职内容"] },
  { key: "issues", label: "反映问题及处理", synonyms: ["反映问题", "问题及处理"] },
  { key: "evidence", label: "佐证材料", synonyms: ["佐证", "证明材料"] },
  { key: "filledOn", label: "填报日期", synonyms: ["登记日期", "上报日期"] },
  { key: "filledBy", label: "填报方式", synonyms: ["填报人", "登记方式"] },
  { key: "state", label: "审核状态", synonyms: ["状态"] },
  { key: "note", label: "审核意见", synonyms: ["意见"] },
];

export type DutyCells = Partial<Record<DutyField, string>>;
export type DutyRow = ListRow<DutyField>;
export type DutySheet = ListSheet<DutyField>;

/** Finds the sheet of duties: the first in sight with a row that names delegate, day and kind. Null when there is none. */
export const readDutySheet = (book: Book): DutySheet | null => readList(book, FIELDS, ({ name, heldOn, kind }) => name !== undefined && heldOn !== undefined && kind !== undefined);
