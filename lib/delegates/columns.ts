/** Columns of the roster in the order of the collection form; the list, its print and later exports iterate this. */
export const columns = [
  { key: "delegateNo", name: "代表证号" },
  { key: "sex", name: "性别" },
  { key: "ethnicity", name: "民族" },
  { key: "birthMonth", name: "出生年月" },
  { key: "age", name: "年龄" },
  { key: "nativePlace", name: "籍贯" },
  { key: "joinedPartyOn", name: "入党时间" },
  { key: "workStartedOn", name: "参加工作时间" },
  { key: "education", name: "学历" },
  { key: "degree", name: "学位" },
  { key: "job", name: "工作单位及职务" },
  { key: "professionalTitle", name: "专业技术职务" },
  { key: "category", name: "代表类别" },
  { key: "flags", name: "身份标签" },
  { key: "delegation", name: "代表团" },
  { key: "group", name: "代表小组" },
  { key: "unit", name: "选举单位" },
  { key: "mobile", name: "手机" },
  { key: "status", name: "状态" },
  { key: "remark", name: "备注" },
] as const;

export type ColumnKey = (typeof columns)[number]["key"];

export const defaultColumns: ColumnKey[] = ["sex", "ethnicity", "birthMonth", "education", "job", "delegation", "status"];

/** The columns an address asks for, in the order of the form; the default ones when it asks for none that exist. */
export function readColumns(cols: string | undefined): ColumnKey[] {
  const asked = new Set(cols?.split(","));
  const found = columns.filter((c) => asked.has(c.key)).map((c) => c.key);
  return found.length > 0 ? found : defaultColumns;
}
