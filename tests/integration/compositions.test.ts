import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DelegateFlag, DelegateStatus, PrimaryCategory, type Role } from "@/prisma/client/enums";
import { countOf, dimensions, figureOf, figures, parts, total, type Cell, type Figure } from "@/lib/compositions/figures";
import { filtersOf, type Place } from "@/lib/compositions/links";
import { getBrief } from "@/lib/compositions/brief-queries";
import { getComposition, getReference, listTargets, listTermChoices } from "@/lib/compositions/queries";
import { targetInput } from "@/lib/compositions/schema";
import * as compositions from "@/lib/compositions/service";
import { compositionWorkbook } from "@/lib/compositions/workbook";
import { delegateFilters } from "@/lib/delegates/filters";
import { categoryNames, scopeNames, type Scope } from "@/lib/delegates/labels";
import { countDelegates } from "@/lib/delegates/queries";
import { checkRoster } from "@/lib/delegates/roster/check";
import type { AccountActor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { educations } from "@/lib/platform/codes/education";
import { ethnicityName } from "@/lib/platform/codes/ethnicity";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { parseFile } from "@/lib/platform/spreadsheet/parse";
import { addDelegation, makeCurrent, openTerm } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import { actorOf, newCommittee, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { plantPeople, type Planted } from "../support/people";

const scopes = Object.keys(scopeNames) as Scope[];
const register = { scope: "register" } as const;

async function newTerm(ordinal = 6, congressFrom: string | null = "2025-12-31") {
  const committee = await newCommittee();
  const unit = (parentId: string | null, name: string) => establish(committee.system, { parentId, name, kind: "SUBDISTRICT", isElecting: true, isHandling: false, activeFrom: "2001-03-01", basis: null });
  const root = await unit(null, "中共青澜区委员会");
  const termId = await openTerm(committee.system, { level: "DISTRICT", ordinal, name: "青澜区第六次党代会", congressFrom, congressTo: congressFrom, startsOn: "2025-12-01", endsOn: "2030-12-01", ageReferenceOn: null });
  await makeCurrent(committee.system, termId, null);
  return { ...committee, root, termId, at: { committeeId: committee.id, termId }, unit, delegation: (name: string) => addDelegation(committee.system, termId, { name, unitId: null }), office: actorOf("OFFICE", committee.id) };
}

type House = Awaited<ReturnType<typeof newTerm>>;

/** The same numbers on every run: a failure can be looked at again. */
function dice(seed: number) {
  let state = seed;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  return { next, pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T };
}

function strangers(count: number, seed: number, delegations: readonly string[], units: readonly string[]): Planted[] {
  const { next, pick } = dice(seed);
  const two = (n: number) => String(n).padStart(2, "0");
  return Array.from({ length: count }, () => ({
    delegationId: pick(delegations), unitId: pick(units), birthMonth: `${1955 + Math.floor(next() * 50)}-${two(1 + Math.floor(next() * 12))}`,
    status: pick(Object.values(DelegateStatus)), category: pick([...Object.values(PrimaryCategory), null]), flags: Object.values(DelegateFlag).filter(() => next() < 0.3),
    education: pick([...educations.map((e) => e.code), null, null]), sex: pick(["1", "2", null]), ethnicity: pick(["01", "01", "01", "03", "08", "11", null]),
  }));
}

/** Every figure of every group against the list its link opens. */
async function holdAgainstRoster(actor: AccountActor, scope: Scope, on?: string): Promise<number> {
  const found = await getComposition(actor, { scope, on });
  if (!found) throw new Error("no term");
  const basis = { termId: found.frame.termId, on: found.frame.on, scope };
  const peoples = found.ethnicities.map((e): [Pick<Figure, "filters">, Place, number, string] => [{ filters: { ethnicity: e.code ?? "none" } }, {}, e.count, `ethnicity ${e.code}`]);
  const places: [Place, Cell, string][] = [[{}, found.whole, "whole"], ...found.delegations.map((d): [Place, Cell, string] => [{ delegation: d.id }, d.cell, d.name]), ...found.units.map((u): [Place, Cell, string] => [{ unit: u.id }, u.cell, u.name])];
  const all = [...peoples, ...places.flatMap(([place, cell, name]) => figures.map((f): [Pick<Figure, "filters">, Place, number, string] => [f, place, countOf(f, cell), `${f.key} of ${name}`]))];
  const wrong = await Promise.all(all.map(async ([figure, place, shown, name]) => {
    const listed = await countDelegates(actor, delegateFilters.parse(filtersOf(figure, place, basis)), found.frame);
    return listed === shown ? [] : [`${name}: shown ${shown}, listed ${listed}`];
  }));
  expect(wrong.flat()).toEqual([]);
  return all.length;
}

describe("every figure leads to exactly the people it counts", () => {
  let house: House;
  let units: string[];

  beforeAll(async () => {
    const neighbour = await newTerm();
    await plantPeople(neighbour.at, strangers(60, 3, [await neighbour.delegation("第一代表团")], [neighbour.root]));
    house = await newTerm();
    const delegations = [await house.delegation("第一代表团"), await house.delegation("第二代表团"), await house.delegation("第三代表团")];
    units = [await house.unit(house.root, "甲街道"), await house.unit(house.root, "乙街道")];
    await plantPeople(house.at, strangers(400, 7, delegations, [house.root, ...units]));
    // On the edges of the bands: born in the month of the reference date, and one month later.
    const edges = [35, 36, 45, 46, 50, 51, 55, 56, 60, 61].flatMap((age) => [`${2025 - age}-12`, `${2025 - age - 1}-12`, `${2024 - age}-11`]);
    await plantPeople(house.at, edges.map((birthMonth) => ({ delegationId: delegations[0] ?? "", unitId: units[0] ?? "", birthMonth, sex: "2" })));
  });

  it.each(scopes)("for the office, counting %s", async (scope) => {
    expect(await holdAgainstRoster(house.office, scope)).toBeGreaterThan(figures.length * 6);
  });

  it("for a liaison, who counts the own unit alone", async () => {
    const liaison = actorOf("UNIT_LIAISON", house.id, units.slice(0, 1));
    await holdAgainstRoster(liaison, "register");
    const own = await getComposition(liaison, register);
    const all = await getComposition(house.office, register);
    expect(own?.units.map((u) => u.name)).toEqual(["甲街道"]);
    expect(own?.whole).toEqual(all?.units.find((u) => u.name === "甲街道")?.cell);
    expect(await getComposition(actorOf("UNIT_LIAISON", house.id, []), register)).toMatchObject({ whole: { counts: { total: 0 } }, delegations: [], units: [], ethnicities: [] });
  });

  it("for a leader, on another day than the term's", async () => {
    await holdAgainstRoster(actorOf("LEADER", house.id), "active", "2031-02-15");
  });

  it("for the first page of a leader, from the same statement", async () => {
    const leader = actorOf("LEADER", house.id);
    const brief = await getBrief(leader);
    if (!brief) throw new Error("no term");
    const listed = (filters: object) => countDelegates(leader, delegateFilters.parse(filters), brief.frame);
    expect(await Promise.all(brief.figures.map(({ filters }) => listed(filters)))).toEqual(brief.figures.map(({ heads }) => heads));
    expect(await Promise.all(brief.places.map(({ id }) => listed({ delegation: id })))).toEqual(brief.places.map(({ delegates }) => delegates));
    expect([brief.figures.length, brief.places.length]).toEqual([6, 3]);
  });

  it("adds up: partitions to the total, groups to the whole", async () => {
    const found = await getComposition(house.office, register);
    if (!found) throw new Error("no term");
    for (const { cell } of [...found.delegations, ...found.units, { cell: found.whole }]) {
      for (const d of Object.values(dimensions)) if (d.partition.length > 0) expect(d.partition.reduce((n, f) => n + countOf(f, cell), 0), d.key).toBe(cell.counts.total);
    }
    for (const groups of [found.delegations, found.units]) {
      for (const part of parts) expect(groups.reduce((n, g) => n + g.cell.counts[part], 0), part).toBe(found.whole.counts[part]);
      expect(groups.reduce((n, g) => n + g.cell.ages, 0)).toBe(found.whole.ages);
    }
    expect(found.ethnicities.reduce((n, e) => n + e.count, 0)).toBe(found.whole.counts.total);
    expect(found.units.at(-1)).toMatchObject({ id: "none", name: "未落实选举单位" });
    expect(found.delegations.map((d) => d.name)).toEqual(["第一代表团", "第二代表团", "第三代表团"]);
  });
});

describe("the district's roster of 420", () => {
  type Expected = { total: number; female: number; minority: number; age45AndUnder: number; age50AndUnder: number; age35AndUnder: number; juniorCollegeAndAbove: number; byCategory: Record<string, number>; byDelegation: Record<string, number>; byEthnicity: Record<string, number> };
  const expected = (JSON.parse(readFileSync("tests/fixtures/expected_A.json", "utf8")) as Record<string, Expected>)["roster_district.xlsx"] as Expected;
  let house: House;

  beforeAll(async () => {
    house = await newTerm();
    const read = await parseFile(readFileSync("tests/fixtures/roster_district.xlsx"), "roster_district.xlsx", LIMITS);
    if ("refused" in read) throw new Error(read.refused);
    const people = checkRoster(read.book, { today: "2026-01-01", delegations: [], units: [], groups: [] }).rows.map((r) => r.values);
    const named = (p: (typeof people)[number]) => (p.delegation && "create" in p.delegation ? p.delegation.create : "");
    const ids = new Map<string, string>();
    for (const name of new Set(people.map(named))) ids.set(name, await house.delegation(name));
    await plantPeople(house.at, people.map((p) => ({ delegationId: ids.get(named(p)) ?? "", unitId: house.root, birthMonth: p.birthMonth ?? "", category: p.primaryCategory, flags: p.flags, education: p.education, sex: p.sex, ethnicity: p.ethnicity })));
  });

  it("gives the published counts, and every link lists them", async () => {
    const found = await getComposition(house.office, register);
    if (!found) throw new Error("no term");
    const count = (key: string) => countOf(figureOf(key) ?? total, found.whole);
    expect({ total: count("total"), female: count("sex:2"), minority: count("ethnicity:minority"), age35: count("age:0-35"), age45: count("ageAtMost:45"), age50: count("ageAtMost:50"), college: count("education:COLLEGE_UP") })
      .toEqual({ total: expected.total, female: expected.female, minority: expected.minority, age35: expected.age35AndUnder, age45: expected.age45AndUnder, age50: expected.age50AndUnder, college: expected.juniorCollegeAndAbove });
    expect(Object.fromEntries(found.delegations.map((d) => [d.name, d.cell.counts.total]))).toEqual(expected.byDelegation);
    expect(Object.fromEntries(found.ethnicities.map((e) => [ethnicityName(e.code ?? ""), e.count]))).toEqual(expected.byEthnicity);
    expect(Object.fromEntries(dimensions.category.partition.slice(0, 4).map((f) => [f.name, countOf(f, found.whole)]))).toEqual(Object.fromEntries(Object.entries(expected.byCategory).map(([k, v]) => [Object.values(categoryNames).find((n) => n.endsWith(k.slice(-4))) ?? k, v])));
    await holdAgainstRoster(house.office, "register");
  });
});

describe("who may read", () => {
  it("refuses everybody else, and does not tell of another committee's term", async () => {
    const [house, other] = [await newTerm(), await newTerm()];
    for (const role of ["DELEGATE", "HANDLING_UNIT", "SUPERVISOR", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"] satisfies Role[]) {
      const actor = actorOf(role, house.id, role === "HANDLING_UNIT" ? [house.root] : []);
      await expect(getComposition(actor, register), role).rejects.toBeInstanceOf(Forbidden);
      await expect(getReference(actor, house.termId), role).rejects.toBeInstanceOf(NotFound);
      expect([await listTargets(actor, house.termId), await listTermChoices(actor)]).toEqual([[], []]);
      await expect(compositions.recordExport(actor, { termId: house.termId, termName: "" }), role).rejects.toBeInstanceOf(Forbidden);
    }
    await expect(getComposition(house.office, { ...register, term: other.termId })).rejects.toBeInstanceOf(NotFound);
    await expect(getReference(house.office, other.termId)).rejects.toBeInstanceOf(NotFound);
    await expect(compositions.recordExport(actorOf("LEADER", house.id), { termId: house.termId, termName: "" })).rejects.toBeInstanceOf(Forbidden);
  });

  it("is empty, not broken, for a committee without a term and a term without people", async () => {
    const committee = await newCommittee();
    expect(await getComposition(actorOf("OFFICE", committee.id), register)).toBeNull();
    const house = await newTerm();
    const found = await getComposition(house.office, register);
    expect(found).toMatchObject({ whole: { counts: { total: 0, "sex:2": 0 }, ages: 0 }, delegations: [], units: [], ethnicities: [] });
  });
});

describe("requirements", () => {
  let house: House;
  const ask = (over: object = {}) => targetInput.parse({ termId: house.termId, dimension: "sex:2", operator: "AT_LEAST", value: "28", measure: "PERCENT", ...over });
  const audits = () => ownerQuery<{ verb: string; changes: unknown }>(`SELECT verb, changes FROM "AuditEvent" WHERE "committeeId" = $1 AND verb LIKE 'composition.%' AND outcome = 'DONE' ORDER BY seq`, [house.id]);

  beforeEach(async () => {
    house = await newTerm();
  });

  async function refused<E extends Error>(act: () => Promise<unknown>, error: abstract new (...args: never[]) => E): Promise<E> {
    const before = await rowsOf(house.id, "CompositionTarget", "Term");
    const thrown = await act().then(() => null, (e: unknown) => e);
    expect(thrown).toBeInstanceOf(error);
    expect(await rowsOf(house.id, "CompositionTarget", "Term")).toBe(before);
    return thrown as E;
  }

  it("are set, changed and taken away, each with its record", async () => {
    const id = await compositions.setTarget(house.office, ask({ value: "2.5" }));
    expect(await listTargets(house.office, house.termId)).toEqual([{ id, dimension: "sex:2", operator: "AT_LEAST", measure: "PERCENT", tenths: 25, version: 1 }]);
    await compositions.changeTarget(house.office, { id, version: 1, operator: "AT_MOST", measure: "COUNT", value: 60 });
    expect(await listTargets(actorOf("LEADER", house.id), house.termId)).toMatchObject([{ operator: "AT_MOST", measure: "COUNT", tenths: 60, version: 2 }]);
    await compositions.removeTarget(house.office, { id, version: 2 });
    expect(await listTargets(house.office, house.termId)).toEqual([]);
    expect(await audits()).toEqual([
      { verb: "composition.setTarget", changes: { value: [null, "不低于 2.5%"] } },
      { verb: "composition.changeTarget", changes: { value: ["不低于 2.5%", "不多于 6 名"] } },
      { verb: "composition.removeTarget", changes: { value: ["不多于 6 名", null] } },
    ]);
  });

  it("the program may set them for the demonstration", async () => {
    await compositions.setTarget(house.system, ask());
    expect(await listTargets(house.system, house.termId)).toHaveLength(1);
  });

  it("one of each figure and direction, also when two set it at once", async () => {
    const both = await Promise.allSettled([compositions.setTarget(house.office, ask()), compositions.setTarget(house.office, ask({ value: "30" }))]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await refused(() => compositions.setTarget(house.office, ask()), Refusal)).fields).toHaveProperty("dimension");
    const most = await compositions.setTarget(house.office, ask({ operator: "AT_MOST", value: "60" }));
    expect((await refused(() => compositions.changeTarget(house.office, { id: most, version: 1, operator: "AT_LEAST", measure: "PERCENT", value: 300 }), Refusal)).fields).toHaveProperty("operator");
  });

  it("refuse shares over 100 and parts of persons", async () => {
    for (const over of [{ value: "100.1" }, { value: "0" }, { measure: "COUNT", value: "6.5" }]) expect((await refused(() => compositions.setTarget(house.office, ask(over)), Refusal)).fields).toHaveProperty("value");
  });

  it("the second of two who change one sees both values", async () => {
    const id = await compositions.setTarget(house.office, ask());
    await compositions.changeTarget(house.office, { id, version: 1, operator: "AT_LEAST", measure: "PERCENT", value: 300 });
    const conflict = await refused(() => compositions.changeTarget(house.office, { id, version: 1, operator: "AT_LEAST", measure: "PERCENT", value: 250 }), Conflict);
    expect(conflict).toMatchObject({ conflict: { value: { theirs: "30", yours: "25" } }, currentVersion: "2" });
    await refused(() => compositions.removeTarget(house.office, { id, version: 1 }), Conflict);
  });

  it("not met are told to the office and to leaders, none set or known is told as none", async () => {
    const unmet = async (actor: AccountActor) => (await getBrief(actor))?.unmet;
    expect(await unmet(house.office)).toBeNull();
    const delegationId = await house.delegation("第一代表团");
    await plantPeople(house.at, [{ delegationId, unitId: house.root, birthMonth: "1980-06", sex: "1" }, { delegationId, unitId: house.root, birthMonth: "1980-06", sex: "2" }]);
    const key = await compositions.setTarget(house.office, ask({ dimension: "sex:2", value: "60" }));
    await compositions.setTarget(house.office, ask({ dimension: "sex:1", value: "50" }));
    const missed = [{ key, name: "女代表", asked: "不低于 60%", gap: "差 1 人" }];
    expect([await unmet(house.office), await unmet(actorOf("LEADER", house.id))]).toEqual([missed, missed]);
    expect(await unmet(actorOf("UNIT_LIAISON", house.id, [house.root]))).toBeNull();
  });

  it("are nobody else's to touch, and not even to be known of elsewhere", async () => {
    const id = await compositions.setTarget(house.office, ask());
    const stranger = actorOf("OFFICE", (await newTerm()).id);
    for (const actor of [stranger, actorOf("UNIT_LIAISON", house.id, [house.root])]) {
      await refused(() => compositions.changeTarget(actor, { id, version: 1, operator: "AT_LEAST", measure: "PERCENT", value: 10 }), NotFound);
      await refused(() => compositions.removeTarget(actor, { id, version: 1 }), NotFound);
    }
    await refused(() => compositions.changeTarget(actorOf("LEADER", house.id), { id, version: 1, operator: "AT_LEAST", measure: "PERCENT", value: 10 }), Forbidden);
    await refused(() => compositions.setTarget(actorOf("LEADER", house.id), ask()), Forbidden);
    await refused(() => compositions.setTarget(stranger, ask({ operator: "AT_MOST" })), NotFound);
  });

  it("the reference date moves the ages, and falls back to the opening day, then to today", async () => {
    await plantPeople(house.at, [{ delegationId: await house.delegation("第一代表团"), unitId: house.root, birthMonth: "1980-06" }]);
    const youngest = async () => (await getComposition(house.office, register))?.whole.counts;
    expect(await youngest()).toMatchObject({ "age:36-45": 1 });
    const { version } = await getReference(house.office, house.termId);
    await compositions.setReferenceDate(house.office, { termId: house.termId, version, ageReferenceOn: "2026-06-01" });
    expect(await youngest()).toMatchObject({ "age:36-45": 0, "age:46-50": 1 });
    await refused(() => compositions.setReferenceDate(house.office, { termId: house.termId, version, ageReferenceOn: null }), Conflict);
    await refused(() => compositions.setReferenceDate(actorOf("LEADER", house.id), { termId: house.termId, version: version + 1, ageReferenceOn: null }), Forbidden);
    expect((await audits()).at(-1)).toEqual({ verb: "composition.setReferenceDate", changes: { ageReferenceOn: [null, "2026-06-01"] } });
    const plain = await newTerm(6, null);
    setClock(() => new Date("2027-01-31T18:00:00Z"));
    expect((await getComposition(plain.office, register))?.frame.on).toBe("2027-02-01");
    setClock(null);
  });
});

describe("the workbook", () => {
  it("carries the same figures as numbers, and names as text whatever they begin with", async () => {
    const house = await newTerm();
    const hostile = `=HYPERLINK("http://example.invalid","看")`;
    await plantPeople(house.at, strangers(90, 11, [await house.delegation(hostile), await house.delegation("第二代表团")], [house.root]));
    await compositions.setTarget(house.office, targetInput.parse({ termId: house.termId, dimension: "sex:2", operator: "AT_LEAST", value: "99", measure: "PERCENT" }));
    const found = await getComposition(house.office, register);
    if (!found) throw new Error("no term");
    await compositions.recordExport(house.office, found.frame);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await compositionWorkbook(found, await listTargets(house.office, house.termId))).buffer);
    expect(book.worksheets.map((s) => s.name)).toEqual(["总体", "按代表团", "按选举单位", "按民族"]);
    const sheet = book.getWorksheet("按代表团");
    expect([sheet?.getCell("A5").value, sheet?.getCell("A5").formula]).toEqual([hostile, undefined]);
    expect(sheet?.getCell("A7").value).toBe("合计");
    const column = (c: number) => [5, 6, 7].map((r) => Number(sheet?.getCell(r, c).value));
    for (let c = 2; c <= figures.length + 1; c++) {
      const [first = NaN, second = NaN, sum] = column(c);
      expect(first + second, String(sheet?.getCell(4, c).value)).toBe(sum);
    }
    const overall = book.getWorksheet("总体")?.getSheetValues().flat().map(String) ?? [];
    expect(overall.some((text) => /^未达到，差 \d+ 人$/.test(text))).toBe(true);
    expect(await ownerQuery(`SELECT "targetName" FROM "AuditEvent" WHERE "committeeId" = $1 AND verb = 'composition.export'`, [house.id])).toEqual([{ targetName: "青澜区第六次党代会" }]);
  });
});
