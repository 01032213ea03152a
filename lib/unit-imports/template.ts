import { templateWorkbook } from "@/lib/platform/spreadsheet/template";
import { kindNames } from "@/lib/units/labels";
import { FIELDS, type UnitField } from "./sheet";

const SAMPLE: Record<UnitField, string> = { name: "某某社区党委", parent: "某某街道党工委", kind: "社区", isElecting: "否", isHandling: "否", activeFrom: "2016-12-08" };

const LINES = [
  "标*的两列必填：名称、类别；其余各列可以留空。",
  "上级填名称，可以是系统中已有的，也可以是本表中的另一行，先后不限；留空表示设在本级党委之下。",
  "上级有同名的，写成“上级的上级/上级”，如“云帆街道党工委/望湖社区党委”。",
  "选举单位、承办单位填“是”或“否”，留空表示否；对系统中已有的党组织，留空表示不改。",
  "设立日期写成“2016-12-08”的样式，留空表示导入当天。",
  "各列可以调整次序或删去不用的列，请勿改动表头的名称；示例行可以保留，导入时自动跳过。",
];

/** The workbook people download, fill in and upload, with the units there are to choose a parent from. */
export function unitTemplate(parents: readonly string[]): Promise<Uint8Array> {
  const options: Partial<Record<UnitField, readonly string[]>> = { parent: parents, kind: Object.values(kindNames), isElecting: ["是", "否"], isHandling: ["是", "否"] };
  return templateWorkbook({
    sheet: "党组织", lines: LINES, version: "1",
    columns: FIELDS.map(({ key, label, required }) => ({ label, required: required ?? false, sample: SAMPLE[key], options: options[key] ?? [], free: key === "parent" })),
  });
}
