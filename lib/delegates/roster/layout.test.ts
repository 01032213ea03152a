import { describe, expect, it } from "vitest";
import { bookOf, merge, sheetOf } from "@/tests/support/roster-book";
import { bareHeader } from "@/lib/platform/spreadsheet/words";
import { fieldOfHeader, FIELDS } from "./fields";
import { readLayout } from "./layout";
import { readBlockTitle } from "./lines";

const fieldsOf = (layout: ReturnType<typeof readLayout>, sheet = 0) => layout.sheets[sheet]?.columns.map((c) => c.field);
const kindsOf = (layout: ReturnType<typeof readLayout>, sheet = 0) => layout.sheets[sheet]?.skipped.map((s) => [s.row, s.kind]);
const names = (layout: ReturnType<typeof readLayout>) => layout.sheets.flatMap((s) => s.people.map((p) => p.cells.name?.text));

describe("headers", () => {
  it.each([
    ["姓  名", "name"], ["＊姓名（必填）", "name"], ["被推荐人\n姓名", "name"], ["公民身份号码", "idNumber"], ["联系电话", "mobile"], ["手机", "mobile"],
    ["单位职务", "employerAndPosition"], ["工作单位\n及职务", "employerAndPosition"], ["现任职务", "position"], ["所属代表团", "delegation"], ["参加工作\n时间", "workStartedOn"], ["出生年月（岁）", "birthMonth"],
  ])("%j is %s", (text, key) => {
    expect(fieldOfHeader(text)?.key).toBe(key);
  });

  it("gives every header word to one field only", () => {
    const words = FIELDS.flatMap((f) => [f.label, ...f.synonyms].map(bareHeader));
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });

  it("joins a header of two rows, merged down and across", () => {
    const layout = readLayout(bookOf(sheetOf("名册", [
      ["花名册"],
      ["序号", "姓名", "出生", "联系方式", null, "学历学位", null, "党员"],
      [null, null, "年月", "手机", "住址", "学历", "学位", "编号"],
      ["1", "钟洁", "1980.03", "10081799626", "望湖路", "大学", "学士", "7"],
    ], { merges: ["A1:H1", "A2:A3", "B2:B3", "D2:E2", "F2:G2"].map(merge) })));
    expect(layout.sheets[0]).toMatchObject({ headerRow: 2, lastHeaderRow: 3 });
    expect(fieldsOf(layout)).toEqual([null, "name", "birthMonth", "mobile", "address", "education", "degree", null]);
    expect(layout.unmapped).toEqual([{ sheet: "名册", letter: "H", header: "党员编号" }]);
    expect(kindsOf(layout)).toEqual([[1, "title"], [2, "header"], [3, "header"]]);
    expect(names(layout)).toEqual(["钟洁"]);
  });

  it("finds 姓名 in the lower row and knows both rows again further down", () => {
    const rows = [["基本情况", null, "代表团"], ["姓名", "出生年月", null], ["钟洁", "1980.03", "一团"], ["姓名", "出生年月", "代表团"], ["王珍宁", "1988.08", "一团"]];
    const layout = readLayout(bookOf(sheetOf("名册", rows, { merges: ["A1:B1", "C1:C2"].map(merge) })));
    expect(fieldsOf(layout)).toEqual(["name", "birthMonth", "delegation"]);
    expect(kindsOf(layout)).toEqual([[1, "header"], [2, "header"], [4, "header"]]);
    expect(names(layout)).toEqual(["钟洁", "王珍宁"]);
  });

  it("does not take the first person for a second header row", () => {
    const layout = readLayout(bookOf(sheetOf("名册", [["姓名", "出生年月"], ["钟洁", "1980.03"]])));
    expect(layout.sheets[0]?.lastHeaderRow).toBe(1);
  });

  it("gives a field to the plainest of two columns, and the user's choice overrules", () => {
    const book = bookOf(sheetOf("名册", [["姓名", "联系电话", "手机号码", "出生年月", "单位"], ["钟洁", "87654321", "10081799626", "1980.03", "某局"]]));
    expect(fieldsOf(readLayout(book))).toEqual(["name", null, "mobile", "birthMonth", "employer"]);
    expect(fieldsOf(readLayout(book, [], { "名册:B": "mobile", "名册:E": "ignore" }))).toEqual(["name", "mobile", null, "birthMonth", null]);
  });
});

describe("lines that are no people", () => {
  const head = ["序号", "姓名", "性别", "出生年月", "代表团", "备注"];

  it("tells samples, notes, subtotals, sign-off and ready-made blank lines from people", () => {
    const layout = readLayout(bookOf(sheetOf("名册", [
      ["填报单位：某区委"], head,
      ["示例", "李明", "男", "1980.05"], ["1", "张三", "男", "1980.05", "一团", null],
      ["1", "钟洁", "女", "1980.03", "一团"], ["2", "张三", "男", "1979.03", "一团"],
      ["小 计", "2名"], ["3"], ["4", null, null, null, "一团"], [],
      ["注意事项：导入前删除"], ["1．逐栏填写"], ["填表人：某某", null, "审核人：某某"], ["2026年1月5日"],
    ])));
    expect(names(layout)).toEqual(["钟洁", "张三"]);
    expect(kindsOf(layout)).toEqual([[1, "title"], [2, "header"], [3, "sample"], [4, "sample"], [7, "total"], [8, "blank"], [9, "blank"], [10, "blank"], [11, "note"], [12, "note"], [13, "signoff"], [14, "signoff"]]);
  });

  it("goes on with a numbered note that stands in the name's column", () => {
    const layout = readLayout(bookOf(sheetOf("名册", [["姓名", "出生年月"], ["钟洁", "1980.03"], ["注：1．不分先后"], ["2．空白为男性"], ["欧阳瑶"]])));
    expect(names(layout)).toEqual(["钟洁", "欧阳瑶"]);
  });

  it("keeps a row without a name as a person in need of one", () => {
    const layout = readLayout(bookOf(sheetOf("名册", [head, ["1", null, "女", "1980.03"], [null, "钟洁"]])));
    expect(layout.sheets[0]?.people.map((p) => p.row)).toEqual([2, 3]);
  });

  it("counts a stretch of blank rows once", () => {
    const layout = readLayout(bookOf(sheetOf("名册", [head, [], [], [], ["1", "钟洁", "女", "1980.03"]])));
    expect(layout.sheets[0]?.skipped[1]).toEqual({ row: 2, kind: "blank", text: "", rows: 3 });
  });

  it("holds stated totals against the rows", () => {
    const layout = readLayout(bookOf(sheetOf("名册", [head, ["一、第一代表团（2名）"], ["1", "钟洁", "女", "1980.03"], ["小计", "共1名"], ["合计", "共3人"]])));
    expect(layout.mismatches.map((m) => [m.row, m.stated, m.actual, m.message])).toEqual([[5, 3, 1, "合计写 3 名，实有 1 行，请核对"], [2, 2, 1, "第一代表团标题写 2 名，实有 1 行，请核对"]]);
  });
});

describe("delegations and sheets", () => {
  it.each<[string, object | null]>([
    ["一、区直机关第一代表团（62名）", { delegation: "区直机关第一代表团", stated: 62 }], ["（三）政法系统代表团 34人", { delegation: "政法系统代表团", stated: 34 }],
    ["第一代表团", { delegation: "第一代表团", stated: null }], ["第一代表团代表名单（共15名，其中女4名）", { delegation: "第一代表团", stated: 15 }],
    ["二、云帆街道（30名）", { delegation: "云帆街道", stated: 30 }], ["松岭镇", { delegation: "松岭镇", stated: null }],
    ["白沙镇", null], ["合计（420名）", null], ["一、填表要求", null], ["注：各代表团", null],
  ])("%s", (text, expected) => {
    expect(readBlockTitle([text], new Set(["松岭镇"]))).toEqual(expected);
  });

  it("takes a delegation from a merged cell for every row of the merge, and from the sheet's name", () => {
    const layout = readLayout(bookOf(
      sheetOf("名册", [["代表团", "姓名", "出生年月"], ["一团", "钟洁", "1980.03"], [null, "王珍宁", "1988.08"], [null, "廖春祥", "1980.01"]], { merges: [merge("A2:A3")] }),
      sheetOf("第二代表团", [["姓名", "出生年月"], ["范宁霞", "1978.02"]]),
    ));
    expect(layout.sheets[0]?.people.map((p) => p.cells.delegation?.text)).toEqual(["一团", "一团", undefined]);
    expect(layout.sheets[1]?.delegation).toBe("第二代表团");
  });

  it("imports every roster, mentions the rest and what is hidden", () => {
    const roster = sheetOf("名册", [["姓名", "出生年月", "性别"], ["钟洁", "1980.03", "女"]], { hiddenColumns: [2] });
    for (const row of roster.rows) row.hidden = true;
    const layout = readLayout(bookOf(sheetOf("签到", [["姓名", "性别"], ["钟洁", "女"]]), roster, sheetOf("统计", [["代表团", "人数"]]), sheetOf("空", []), { ...roster, name: "旧表", state: "hidden" }));
    expect(layout.sheets.map((s) => s.name)).toEqual(["名册"]);
    expect(layout.notImported.map((s) => s.name)).toEqual(["签到", "统计", "空", "旧表"]);
    expect(new Set(layout.notImported.map((s) => s.why)).size).toBe(4);
    expect(layout.hidden).toEqual({ rows: [{ sheet: "名册", row: 2 }], columns: [{ sheet: "名册", letter: "C", header: "性别" }] });
  });
});
