import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ageOn } from "@/lib/platform/clock";
import { nameOf as ethnicityName } from "@/lib/platform/codes/ethnicity";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { parseFile } from "@/lib/platform/spreadsheet/parse";
import { checkRoster, type RosterCheck } from "./check";
import { CATEGORIES } from "./words";

type Expected = { total: number; female: number; minority: number; age35AndUnder: number; age45AndUnder: number; age50AndUnder: number; juniorCollegeAndAbove: number; byCategory: Record<string, number>; byDelegation: Record<string, number>; byEthnicity: Record<string, number> };
type District = Expected & { blocks: Array<{ delegation: string; titleRow: number; stated: number; actual: number }>; headerRowFirst: number; repeatedHeaderInBlocks: string[]; statedCountMismatch: string[]; sameNamePairs: string[] };
type Gb = Expected & { fourByteNames: string[] };

const expected = JSON.parse(readFileSync("tests/fixtures/expected_A.json", "utf8")) as { "roster_small.xlsx": Expected; "roster_district.xlsx": District; "roster_gb18030.csv": Gb };

async function check(file: string): Promise<RosterCheck> {
  const read = await parseFile(readFileSync(`tests/fixtures/${file}`), file, LIMITS);
  if ("refused" in read) throw new Error(read.refused);
  return checkRoster(read.book, { today: "2025-12-31", delegations: [], units: [], groups: [] });
}

function tally(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** The files call the categories by their short names. */
const SHORT: Record<string, string> = { PROFESSIONAL: "专业技术人员", MODEL: "先进模范人物" };
const categoryName = (code: string | null) => SHORT[code ?? ""] ?? CATEGORIES.find((c) => c.code === code)?.name ?? "";

function figures({ rows }: RosterCheck): Expected {
  const people = rows.map((r) => r.values);
  const count = (keep: (p: (typeof people)[number]) => boolean) => people.filter(keep).length;
  const upTo = (age: number) => count((p) => p.birthMonth !== null && ageOn(p.birthMonth, "2025-12") <= age);
  return {
    total: people.length,
    female: count((p) => p.sex === "2"),
    minority: count((p) => p.ethnicity !== null && p.ethnicity !== "01"),
    age35AndUnder: upTo(35), age45AndUnder: upTo(45), age50AndUnder: upTo(50),
    juniorCollegeAndAbove: count((p) => p.education !== null && p.education < "40"),
    byCategory: tally(people.map((p) => categoryName(p.primaryCategory))),
    byDelegation: tally(people.map((p) => (p.delegation && "create" in p.delegation ? p.delegation.create : ""))),
    byEthnicity: tally(people.map((p) => ethnicityName(p.ethnicity ?? "") ?? "")),
  };
}

describe.each(["roster_small.xlsx", "roster_district.xlsx", "roster_gb18030.csv"] as const)("%s", (file) => {
  it("gives exactly the published figures, every row ready", async () => {
    const result = await check(file);
    const found = figures(result);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, expected[file][key as keyof Expected]])));
    expect(result.counts).toMatchObject({ rows: expected[file].total, ready: expected[file].total, errors: 0, pending: 0 });
    expect(result.unknownWords).toEqual([]);
    expect(result.layout.unmapped).toEqual([]);
  });
});

describe("the district's own layout", () => {
  const district = expected["roster_district.xlsx"];

  it("finds blocks, repeated headers and every line that is no person", async () => {
    const { layout, notes } = await check("roster_district.xlsx");
    const sheet = layout.sheets[0];
    expect(layout.sheets.map((s) => [s.name, s.headerRow])).toEqual([["代表花名册", district.headerRowFirst]]);
    expect(sheet?.blocks).toEqual(district.blocks);
    expect(tally(sheet?.skipped.map((s) => s.kind) ?? [])).toEqual({ title: 2, header: 5, blockTitle: 14, total: 1, note: 2, signoff: 1 });
    const headers = sheet?.skipped.filter((s) => s.kind === "header").slice(1).map((s) => s.row) ?? [];
    expect(headers.map((row) => sheet?.blocks.findLast((b) => b.titleRow < row)?.delegation)).toEqual(district.repeatedHeaderInBlocks);
    expect(layout.mismatches).toEqual([{ sheet: "代表花名册", row: 337, label: "北固街道代表团", stated: 25, actual: 24, message: "北固街道代表团标题写 25 名，实有 24 行，请核对" }]);
    expect(district.statedCountMismatch).toEqual(["北固街道代表团: title says 25, rows are 24"]);
    expect(layout.notImported.map((s) => s.name)).toEqual(["构成统计", "Sheet3"]);
    expect(notes.map((n) => n.code)).toEqual(["BLANK_SEX", "BLANK_ETHNICITY", "DELEGATIONS_NEW", "COUNT_DIFFERS"]);
  });

  it("reads names, marks and works as written", async () => {
    const { rows, sameNamePairs } = await check("roster_district.xlsx");
    const at = (row: number) => rows.find((r) => r.row === row);
    expect(new Set(sameNamePairs.map((s) => s.name))).toEqual(new Set(district.sameNamePairs));
    expect(sameNamePairs.every((s) => s.rows.length === 2)).toBe(true);
    expect(at(5)).toMatchObject({ severity: "OK", values: { name: "贺宏川", sex: "1", ethnicity: "01", birthMonth: "1974-01", joinedPartyOn: "2005-10", mobile: "10060202709", employer: null, position: "区纪委监委科长", remark: "团长" } });
    expect(at(7)?.values.joinedPartyOn).toBe("2002-11");
    expect(at(12)).toMatchObject({ severity: "NOTE", raw: { mobile: "100****7071" }, values: { mobile: null } });
    expect(at(156)?.values).toMatchObject({ name: "赛比江·哈斯木", ethnicity: "05" });
  });

  it("reads four-byte names and guarded numbers of the text file", async () => {
    const { rows } = await check("roster_gb18030.csv");
    expect(rows.slice(0, 3).map((r) => r.values.name)).toEqual(expected["roster_gb18030.csv"].fourByteNames);
    expect(rows[0]?.values).toMatchObject({ idNumber: "990101198001171096", mobile: "10014401691", position: "区纪委监委,办公室主任", remark: '"先锋"岗' });
  });
});
