import { describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { parseFile } from "@/lib/platform/spreadsheet/parse";
import { cpuMilliseconds } from "@/tests/support/cpu-time";
import { bookOf, sheetOf, type Value } from "@/tests/support/roster-book";
import { makeBook } from "@/tests/support/workbook-parts";
import { checkRoster, type RosterContext, type RosterDecisions } from "./check";
import { type FieldKey, labelOf } from "./fields";

const context: RosterContext = {
  today: "2025-12-31",
  delegations: [{ id: "d1", name: "第一代表团" }, { id: "d2", name: "第二代表团" }],
  units: [{ id: "u1", name: "区委办公室党支部" }],
  groups: [{ id: "g1", name: "第一小组", delegationId: "d1" }],
};
const base: Partial<Record<FieldKey, Value>> = { name: "钟洁", sex: "女", ethnicity: "汉族", birthMonth: "1980.03", delegation: "第一代表团" };

/** Checks a sheet of complete rows, each with some fields put differently. */
function check(rows: Array<Partial<Record<FieldKey, Value>>>, decisions: RosterDecisions = {}, within = context) {
  const keys = [...new Set([base, ...rows].flatMap((row) => Object.keys(row)))] as FieldKey[];
  const sheet = sheetOf("名册", [keys.map(labelOf), ...rows.map((row) => keys.map((key) => (key in row ? (row[key] ?? null) : (base[key] ?? null))))]);
  return checkRoster(bookOf(sheet), within, decisions);
}

const one = (row: Partial<Record<FieldKey, Value>>, decisions: RosterDecisions = {}) => {
  const result = check([row, { name: "汉同栏", sex: "男" }], decisions);
  const first = result.rows[0];
  if (!first) throw new Error("no row");
  return first;
};
const codesOf = (row: ReturnType<typeof one>) => row.issues.map((i) => `${i.severity} ${i.field} ${i.code}`);

describe("a single cell", () => {
  it.each<[string, Partial<Record<FieldKey, Value>>, string[]]>([
    ["nothing to say", {}, []],
    ["no name", { name: "无" }, ["ERROR name NAME_MISSING"]],
    ["a placeholder", { name: "待定" }, ["ERROR name NAME_REFUSED"]],
    ["a private character", { name: "张\ue5f1" }, ["ERROR name NAME_REFUSED"]],
    ["dots made one", { name: "赛比江•哈斯木", ethnicity: "维吾尔族" }, ["NOTE name NAME_CHANGED"]],
    ["unknown sex", { sex: "F" }, ["ERROR sex UNKNOWN_WORD"]],
    ["unknown ethnicity", { ethnicity: "维族" }, ["ERROR ethnicity UNKNOWN_WORD"]],
    ["unknown education", { education: "大普" }, ["ERROR education UNKNOWN_WORD"]],
    ["unknown category", { primaryCategory: "其他人员" }, ["ERROR primaryCategory UNKNOWN_WORD"]],
    ["unknown unit", { electingUnit: "某党支部" }, ["ERROR electingUnit UNKNOWN_WORD"]],
    ["unknown delegation", { delegation: "第九代表团" }, ["ERROR delegation UNKNOWN_WORD"]],
    ["a group of another delegation", { delegation: "第二代表团", group: "第一小组" }, ["ERROR group UNKNOWN_WORD"]],
    ["no delegation", { delegation: "—" }, ["ERROR delegation DELEGATION_MISSING"]],
    ["no birth month", { birthMonth: "/" }, ["ERROR birthMonth BIRTH_MISSING"]],
    ["a number 1968.1", { birthMonth: 1968.1 }, ["PENDING birthMonth MONTH_AMBIGUOUS"]],
    ["a two-digit year", { birthMonth: "68.5" }, ["PENDING birthMonth MONTH_AMBIGUOUS"]],
    ["day and month in doubt", { birthMonth: "5/3/68" }, ["PENDING birthMonth MONTH_AMBIGUOUS"]],
    ["an impossible month", { birthMonth: "1968.13" }, ["ERROR birthMonth MONTH_REFUSED"]],
    ["birth in the future", { birthMonth: "2026.01" }, ["ERROR birthMonth FUTURE"]],
    ["seventeen years old", { birthMonth: "2008.01" }, ["ERROR birthMonth UNDER_18"]],
    ["eighteen this month", { birthMonth: "2007.12" }, []],
    ["joined before birth", { joinedPartyOn: "1978.04" }, ["ERROR joinedPartyOn JOINED_BEFORE_BIRTH"]],
    ["joined at seventeen", { joinedPartyOn: "1998.02" }, ["PENDING joinedPartyOn JOINED_UNDER_18"]],
    ["joined at eighteen", { joinedPartyOn: "1998.03" }, []],
    ["elected in the future", { electedOn: "2026.01" }, ["ERROR electedOn FUTURE"]],
    ["joined in the future", { joinedPartyOn: "2026.01" }, ["ERROR joinedPartyOn FUTURE"]],
    ["a good ID number", { idNumber: "99010119800324122X" }, []],
    ["fifteen digits", { idNumber: "110105800312002" }, ["ERROR idNumber ID_REFUSED"]],
    ["a wrong check digit", { idNumber: "990101198010243054" }, ["ERROR idNumber ID_REFUSED"]],
    ["an ID number kept as a number", { idNumber: 990101198010243055 }, ["ERROR idNumber DIGITS_LOST"]],
    ["an ID number of another sex and month", { idNumber: "990101198010243055" }, ["PENDING idNumber ID_SEX_DIFFERS", "PENDING idNumber ID_BIRTH_DIFFERS"]],
    ["two phones", { mobile: "10081799626、10060202709" }, ["NOTE mobile MOBILE_CHANGED"]],
    ["a masked phone", { mobile: "100****7071" }, ["NOTE mobile MOBILE_CHANGED"]],
    ["a short phone", { mobile: "1008179962" }, ["ERROR mobile MOBILE_REFUSED"]],
    ["a phone of digits", { mobile: 10081799626 }, []],
    ["a formula's error", { position: { text: "#REF!", type: "formula-error" } }, ["ERROR position FORMULA_ERROR"]],
    ["a bidi character", { position: "书记\u202e" }, ["ERROR position CHARACTER_REFUSED"]],
    ["a text that would take long to search", { name: "•".repeat(30_000) }, ["ERROR name TOO_LONG"]],
    ["a very long text", { remark: "长".repeat(501) }, ["ERROR remark TOO_LONG"]],
    ["a remark on status", { remark: "2023.11调离，停止执行代表职务" }, ["NOTE remark REMARK_TELLS_STATUS"]],
    ["a mark that contradicts", { name: "钟洁（男）" }, ["NOTE name NAME_CHANGED", "PENDING sex SEX_DIFFERS"]],
  ])("%s", (_, row, expected) => {
    expect(codesOf(one(row))).toEqual(expected);
  });

  it("reads what it takes at the precision given", () => {
    const row = one({
      joinedPartyOn: "2004年11月3日", workStartedOn: { text: "2002-07-01", type: "date" }, education: "大学", degree: "学士", primaryCategory: "先进模范", frontline: "√", flags: "工人、两新",
      electingUnit: "区委办公室\n党支部", group: "第一小组", electedOn: "2021.9.4", electionKind: "补选", employer: "区总工会", position: "党组书记、\n局长", mobile: "+86 100-8179-9626",
    });
    expect(row.values).toMatchObject({
      name: "钟洁", sex: "2", ethnicity: "01", birthMonth: "1980-03", joinedPartyOn: "2004-11-03", workStartedOn: "2002-07", education: "20", degree: "4", primaryCategory: "MODEL",
      flags: ["FRONTLINE", "WORKER", "NEW_ORGANIZATION"], delegation: { id: "d1" }, electingUnit: { id: "u1" }, group: { id: "g1" }, electedOn: "2021-09-04", electionKind: "BY_ELECTION",
      employer: "区总工会", position: "党组书记、局长", mobile: "10081799626",
    });
    expect(row.severity).toBe("OK");
  });

  it("keeps 工作单位及职务 whole", () => {
    expect(one({ employerAndPosition: "区水务公司\n高级工程师" }).values).toMatchObject({ employer: null, position: "区水务公司高级工程师" });
  });

  it("says what, why and what to do in every message, without exclamation", () => {
    const row = one({ birthMonth: 1968.1, idNumber: "110105800312002", mobile: "1", education: "大普", position: { text: "#N/A", type: "error" } });
    expect(row.issues.length).toBe(5);
    for (const issue of row.issues) expect(issue.message).toMatch(/^[^！!。]{8,}$/);
  });
});

describe("blank sex and ethnicity", () => {
  it("mean 男 and 汉族 where only women and minorities are marked", () => {
    const { rows, notes } = check([{ sex: null, ethnicity: null }, { name: "王珍宁", ethnicity: "回族" }]);
    expect(rows.map((r) => [r.values.sex, r.values.ethnicity])).toEqual([["1", "01"], ["2", "03"]]);
    expect(notes.map((n) => n.code)).toEqual(["BLANK_SEX", "BLANK_ETHNICITY"]);
  });

  it("mean nothing where men are marked too", () => {
    expect(check([{ sex: null, ethnicity: null }, { name: "王珍宁", sex: "男" }, { name: "廖春祥", ethnicity: "回族" }]).rows[0]?.values).toMatchObject({ sex: null, ethnicity: null });
  });

  it("may stand behind the name", () => {
    const sheet = sheetOf("名册", [["姓名", "出生年月", "代表团"], ["钟洁（女，回族）", "1980.03", "第一代表团"], ["王建国", "1980.04", "第一代表团"]]);
    expect(checkRoster(bookOf(sheet), context).rows.map((r) => [r.values.name, r.values.sex, r.values.ethnicity])).toEqual([["钟洁", "2", "03"], ["王建国", "1", "01"]]);
  });
});

describe("decisions", () => {
  it("map an unknown word once for all rows", () => {
    const rows = [{ education: "大普", delegation: "九团" }, { name: "王珍宁", education: "大 普" }, { name: "廖春祥", education: "大专" }];
    const before = check(rows);
    expect(before.unknownWords).toEqual([
      { field: "education", word: "大普", rows: [{ sheet: "名册", row: 2 }, { sheet: "名册", row: 3 }], count: 2 },
      { field: "delegation", word: "九团", rows: [{ sheet: "名册", row: 2 }], count: 1 },
    ]);
    expect(before.counts).toEqual({ rows: 3, ready: 1, pending: 0, errors: 2, noted: 0 });
    const after = check(rows, { words: { "education:大普": "20", "delegation:九团": "new" } });
    expect(after.rows.map((r) => [r.values.education, r.severity])).toEqual([["20", "OK"], ["20", "OK"], ["30", "OK"]]);
    expect(after.rows[0]?.values.delegation).toEqual({ create: "九团" });
    expect(after.notes.map((n) => n.code)).toEqual(["DELEGATIONS_NEW"]);
  });

  it("do not take a code, an id or a blank that is not allowed", () => {
    const words = { "education:大普": "99", "delegation:九团": "d9", "sex:F": "blank" };
    expect(codesOf(one({ education: "大普", delegation: "九团", sex: "F" }, { words }))).toEqual(["ERROR education UNKNOWN_WORD", "ERROR delegation UNKNOWN_WORD"]);
    expect(codesOf(one({ delegation: "九团" }, { words: { "delegation:九团": "blank" } }))).toEqual(["ERROR delegation UNKNOWN_WORD"]);
  });

  it("correct a cell, keeping what the sheet had", () => {
    const row = one({ birthMonth: 1980.1, mobile: "100" }, { cells: { "名册!2:birthMonth": "1980-10", "名册!2:mobile": "", "名册!2:sort": "x" } });
    expect(row).toMatchObject({ severity: "OK", raw: { birthMonth: "1980.1" }, corrected: ["birthMonth", "mobile"], values: { birthMonth: "1980-10", mobile: null } });
  });

  it("offer the readings of an ambiguous month, and none can be accepted as it is", () => {
    const row = one({ birthMonth: 1980.1, idNumber: "990101198010243055", sex: "男" }, { accepted: { "名册!2:birthMonth:MONTH_AMBIGUOUS": "是" } });
    expect(row.issues).toMatchObject([{ code: "MONTH_AMBIGUOUS", severity: "PENDING", choices: [{ label: "1980年1月", value: "1980-01" }, { label: "1980年10月（与身份证号一致）", value: "1980-10" }] }]);
    expect(row.severity).toBe("PENDING");
  });

  it("accept a doubt with a reason, and not without one", () => {
    const key = "名册!2:joinedPartyOn:JOINED_UNDER_18";
    expect(one({ joinedPartyOn: "1998.02" }, { accepted: { [key]: " " } }).severity).toBe("PENDING");
    expect(one({ joinedPartyOn: "1998.02" }, { accepted: { [key]: "与人事档案一致" } })).toMatchObject({ severity: "NOTE", issues: [{ accepted: "与人事档案一致" }], values: { joinedPartyOn: "1998-02" } });
  });
});

describe("the same people", () => {
  const id = { idNumber: "99010119800324122X" };

  it("the same ID number: the later row is wrong", () => {
    const { rows } = check([id, { ...id, name: "王珍宁" }]);
    expect(rows.map((r) => r.issues.map((i) => i.code))).toEqual([[], ["ID_REPEATED"]]);
  });

  it("without it, all four the same: the later row waits; two ID numbers tell them apart", () => {
    expect(check([id, {}]).rows.map((r) => r.severity)).toEqual(["NOTE", "PENDING"]);
    expect(check([id, { idNumber: "990101198003241406" }]).rows.map((r) => r.issues.map((i) => i.code))).toEqual([["SAME_NAME"], ["SAME_NAME"]]);
    expect(check([{}, {}], { accepted: { "名册!3:name:SAME_PERSON": "确为两人" } }).rows[1]?.severity).toBe("NOTE");
  });

  it("the same name alone is only said", () => {
    const { rows, sameNamePairs } = check([{}, { birthMonth: "1981.01" }, { name: "王珍宁" }]);
    expect(rows.map((r) => r.issues.map((i) => i.message))).toEqual([["与第 3 行同名，请留意是否为同一人"], ["与第 2 行同名，请留意是否为同一人"], []]);
    expect(sameNamePairs).toEqual([{ name: "钟洁", rows: [{ sheet: "名册", row: 2 }, { sheet: "名册", row: 3 }] }]);
  });
});

describe("the file as a whole", () => {
  it("proposes the places of an empty term", () => {
    const { rows, notes } = check([{ electingUnit: "某党支部", group: "第一小组" }], {}, { today: context.today, delegations: [], units: [], groups: [] });
    expect(rows[0]?.values).toMatchObject({ delegation: { create: "第一代表团" }, electingUnit: { create: "某党支部" }, group: { create: "第一小组" } });
    expect(notes.map((n) => n.code)).toContain("DELEGATIONS_NEW");
    expect(rows[0]?.severity).toBe("OK");
  });

  it("says when there is no roster, no people, or no required column", () => {
    const codes = (rows: Value[][]) => checkRoster(bookOf(sheetOf("表", rows)), context).notes.map((n) => [n.severity, n.code]);
    expect(codes([["代表团", "人数"]])).toEqual([["ERROR", "NO_ROSTER"]]);
    expect(codes([["姓名", "出生年月"]])).toEqual([["ERROR", "NO_PEOPLE"]]);
    expect(codes([["姓名", "性别"], ["钟洁", "女"], ["王建国", "男"]])).toEqual([["ERROR", "COLUMN_MISSING"], ["ERROR", "COLUMN_MISSING"]]);
  });

  it("reads 1904 dates, lost digits and styled emptiness out of a real workbook", async () => {
    const text = (t: string) => `<c t="inlineStr"><is><t>${t}</t></is></c>`;
    const rows = `<row r="1">${["姓名", "出生年月", "代表团", "身份证号"].map(text).join("")}</row><row r="2">${text("張㛃")}<c s="1"><v>25000</v></c>${text("第一代表团")}<c><v>9.9010119720612099E17</v></c></row>`;
    const empty = Array.from({ length: 5000 }, (_, i) => `<row r="${i + 3}" s="1"><c r="A${i + 3}" s="1"/></row>`).join("");
    const bytes = makeBook({ date1904: true, styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="57"/></cellXfs>', sheets: [{ name: "名册", xml: `<dimension ref="A1:XFD1048576"/><sheetData>${rows}${empty}</sheetData>` }] });
    const read = await parseFile(bytes, "a.xlsx", LIMITS);
    if ("refused" in read) throw new Error(read.refused);
    const { rows: people } = checkRoster(read.book, context);
    expect(people.map((r) => [r.values.name, r.values.birthMonth, r.issues.map((i) => i.code)])).toEqual([["張㛃", "1972-06", ["DIGITS_LOST"]]]);
  });

  it("costs little for ten thousand rows, also on a crowded machine", { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({ name: `张${String.fromCodePoint(0x4e00 + i)}`, mobile: `100${String(10_000_000 + i)}`, joinedPartyOn: "2003.07", employerAndPosition: "区委组织部\n科长" }));
    const runs: number[] = [];
    while (runs.length < 3 && !runs.some((run) => run < 1000)) runs.push(await cpuMilliseconds(() => expect(check(rows).counts.ready).toBe(10_000)));
    expect(Math.min(...runs)).toBeLessThan(2000);
  });
});
