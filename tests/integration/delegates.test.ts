import { beforeAll, describe, expect, it } from "vitest";
import { DelegateFlag, DelegateStatus, PrimaryCategory, Role } from "@/prisma/client/enums";
import { Prisma } from "@/prisma/client/client";
import { delegateFilters, type DelegateFilters } from "@/lib/delegates/filters";
import { visibleTo } from "@/lib/delegates/policy";
import { countDelegates, getDelegate, getNeighbours, getOwnDelegate, getRosterFrame, listDelegates, listDelegatesForPrint, listPeoples, listRosterChoices, withinTerm } from "@/lib/delegates/queries";
import { visibleSql } from "@/lib/delegates/scope-sql";
import { getStanding } from "@/lib/delegates/standing-queries";
import { watched } from "@/lib/delegates/watched";
import { mint, type Actor } from "@/lib/platform/actor";
import { educationBands, educations } from "@/lib/platform/codes/education";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { cardOf, dice, enter, filled, newHouse, type House } from "../support/roster";

const HEADS = 240;
const surnames = [..."丁王马单曾仇黄郑陶魏", "欧阳", "古丽帕提·"];
const given = [..."岚骁敏立文学", "海波", "晓敏", "卡斯木", "𠮷"];

type Known = { id: string; name: string; initials: string; pinyin: string; tails: string[]; mobile: string; idNumber: string; delegateNo: string | null };

let house: House;
let neighbour: House;
let known: Known[];

/** Random people with every value present and absent, entered as an import enters them, then given every status. */
async function populate(at: House, seed: number, heads: number) {
  const { next, pick } = dice(seed);
  const two = (n: number) => String(n).padStart(2, "0");
  const people = Array.from({ length: heads }, (_, i) => {
    const birth = `${1955 + Math.floor(next() * 45)}${two(1 + Math.floor(next() * 12))}${two(1 + Math.floor(next() * 28))}`;
    const [idNumber, mobile] = [next() < 0.8 ? cardOf(birth, i) : "", next() < 0.8 ? `100${String(Math.floor(next() * 1e8)).padStart(8, "0")}` : ""];
    const delegation = pick(["cloud", "north"] as const);
    const values = filled({
      name: pick(surnames) + pick(given), sex: pick(["1", "2", ""]), ethnicity: pick(["01", "01", "03", "05", ""]), birthMonth: `${birth.slice(0, 4)}.${birth.slice(4, 6)}`.replace(/\.10$/, "年10月"),
      idNumber, mobile, education: pick([...educations.map((e) => e.code), ""]), primaryCategory: pick([...Object.values(PrimaryCategory), ""]),
      flags: Object.values(DelegateFlag).filter(() => next() < 0.3), delegationId: at.delegations[delegation], groupId: next() < 0.5 ? at.groups[delegation] : "", delegateNo: next() < 0.7 ? `06${String(i).padStart(5, "0")}` : "",
    });
    return { values, unitId: pick(Object.values(at.units)) };
  });
  const ids = await enter(at, people);
  const statuses = ids.map(() => pick([...Object.values(DelegateStatus), "ACTIVE", "ACTIVE", "ACTIVE"]));
  await ownerQuery(`UPDATE "Delegate" d SET status = s.status::"DelegateStatus" FROM unnest($1::uuid[], $2::text[]) AS s(id, status) WHERE d.id = s.id`, [ids, statuses]);
  return people.map(({ values: v }, i): Known => ({
    id: ids[i] ?? "", name: v.person.name, initials: v.keys.initials, pinyin: v.keys.pinyin, mobile: v.person.mobile ?? "", idNumber: v.person.idNumber ?? "", delegateNo: v.mandate.delegateNo,
    tails: [v.person.mobile, v.person.idNumber].flatMap((n) => (n ? [n.slice(-4)] : [])),
  }));
}

beforeAll(async () => {
  neighbour = await newHouse();
  await populate(neighbour, 7, 40);
  house = await newHouse();
  known = await populate(house, 42, HEADS);
}, 120_000);

async function frameOf(actor: Actor) {
  const frame = await getRosterFrame(actor);
  if (!frame) throw new Error("no term");
  return frame;
}

/** Every id a list shows, page by page. */
async function listed(actor: Actor, asked: Record<string, unknown>): Promise<string[]> {
  const [filters, frame] = [delegateFilters.parse({ size: 100, ...asked }), await frameOf(actor)];
  const first = await listDelegates(actor, filters, frame);
  const pages = Math.ceil(first.total / 100);
  const rest = await Promise.all(Array.from({ length: Math.max(0, pages - 1) }, (_, i) => listDelegates(actor, { ...filters, page: i + 2 }, frame)));
  const ids = [first, ...rest].flatMap((page) => page.rows.map((r) => r.id));
  expect(ids).toHaveLength(first.total);
  expect(await countDelegates(actor, filters, frame)).toBe(first.total);
  return ids;
}

const inSql = async (condition: string, values: unknown[] = []) =>
  (await ownerQuery<{ id: string }>(`SELECT d.id FROM "Delegate" d JOIN "Person" p ON p.id = d."personId" WHERE d."termId" = $1 AND ${condition}`, [house.termId, ...values])).map((r) => r.id);

const ON = `d.status IN ('PENDING_REVIEW', 'ACTIVE', 'SUSPENDED')`;
/** Completed years on 2025-12-31 by months. */
const AGE = `((2025 * 12 + 12) - (left(p."birthMonth", 4)::int * 12 + right(p."birthMonth", 2)::int)) / 12`;

describe("every filter lists exactly the rows plain SQL finds", () => {
  const band = (codes: readonly string[]) => `d.education IN (${codes.map((c) => `'${c}'`).join()})`;
  const cases: [Record<string, unknown>, string][] = [
    [{}, ON], [{ scope: "active" }, `d.status = 'ACTIVE'`], [{ scope: "elected" }, `d.status <> 'INVALID'`],
    ...Object.values(DelegateStatus).map((s): [Record<string, unknown>, string] => [{ status: s }, `d.status = '${s}'`]),
    ...Object.values(PrimaryCategory).map((c): [Record<string, unknown>, string] => [{ category: c }, `${ON} AND d."primaryCategory" = '${c}'`]),
    [{ category: "none" }, `${ON} AND d."primaryCategory" IS NULL`],
    ...Object.values(DelegateFlag).map((f): [Record<string, unknown>, string] => [{ flag: f }, `${ON} AND '${f}' = ANY(d.flags)`]),
    [{ sex: "2" }, `${ON} AND p.sex = '2'`], [{ sex: "none" }, `${ON} AND p.sex IS NULL`],
    [{ ethnicity: "03" }, `${ON} AND p.ethnicity = '03'`], [{ ethnicity: "minority" }, `${ON} AND p.ethnicity <> '01'`], [{ ethnicity: "none" }, `${ON} AND p.ethnicity IS NULL`],
    ...Object.entries(educationBands).map(([key, b]): [Record<string, unknown>, string] => [{ education: key }, `${ON} AND ${band(b.codes)}`]),
    [{ education: "COLLEGE_UP" }, `${ON} AND d.education ~ '^[123]'`], [{ education: "BACHELOR_UP" }, `${ON} AND d.education ~ '^[12]'`], [{ education: "none" }, `${ON} AND d.education IS NULL`],
    [{ ageTo: 35 }, `${ON} AND ${AGE} <= 35`], [{ ageFrom: 61 }, `${ON} AND ${AGE} >= 61`], [{ ageFrom: 46, ageTo: 50 }, `${ON} AND ${AGE} BETWEEN 46 AND 50`],
    [{ sex: "1", ethnicity: "01", ageFrom: 30, ageTo: 60, scope: "elected" }, `d.status <> 'INVALID' AND p.sex = '1' AND p.ethnicity = '01' AND ${AGE} BETWEEN 30 AND 60`],
  ];
  it.each(cases)("%j", async (asked, condition) => {
    const expected = await inSql(condition);
    expect((await listed(house.office, asked)).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(0);
  });
  it("places", async () => {
    const { delegations, groups, units } = house;
    expect((await listed(house.office, { delegation: delegations.cloud })).sort()).toEqual((await inSql(`${ON} AND d."delegationId" = $2`, [delegations.cloud])).sort());
    expect((await listed(house.office, { group: groups.north })).sort()).toEqual((await inSql(`${ON} AND d."groupId" = $2`, [groups.north])).sort());
    expect((await listed(house.office, { unit: units.wanghu })).sort()).toEqual((await inSql(`${ON} AND d."unitId" = $2`, [units.wanghu])).sort());
    expect((await listed(house.office, { unit: "none" })).sort()).toEqual((await inSql(`${ON} AND d."unitId" = $2`, [units.root])).sort());
  });
  it("never shows one row on two pages, in any order", async () => {
    for (const order of ["stroke", "pinyin", "no", "manual"]) {
      const frame = await frameOf(house.office);
      const pages = await Promise.all([1, 2, 3, 4].map((page) => listDelegates(house.office, delegateFilters.parse({ order, page, size: "20" }), frame)));
      const ids = pages.flatMap((p) => p.rows.map((r) => r.id));
      expect(new Set(ids).size).toBe(80);
    }
  });
  it("orders by strokes, pinyin, number and by hand", async () => {
    const keys: Record<string, string> = { stroke: `d."strokeKey" COLLATE "C"`, pinyin: `d.pinyin COLLATE "C"`, no: `d."delegateNo" COLLATE "C" NULLS LAST`, manual: `d."sortOrder"` };
    for (const [order, key] of Object.entries(keys)) {
      const rows = await ownerQuery<{ id: string }>(`SELECT d.id FROM "Delegate" d WHERE d."termId" = $1 AND ${ON} ORDER BY ${key}, d.id`, [house.termId]);
      expect(await listed(house.office, { order })).toEqual(rows.map((r) => r.id));
    }
  });
  it("takes a page beyond the last for the last", async () => {
    const found = await listDelegates(house.office, delegateFilters.parse({ page: "999" }), await frameOf(house.office));
    expect(found.page).toBe(Math.ceil(found.total / 50));
    expect(found.rows.length).toBeGreaterThan(0);
  });
});

describe("one search box", () => {
  const all = { scope: "elected" };
  const seen = async () => new Set(await listed(house.office, all));
  const holds = async (q: string, truth: (k: Known) => boolean) => {
    const visible = await seen();
    const expected = known.filter((k) => visible.has(k.id) && truth(k)).map((k) => k.id).sort();
    expect((await listed(house.office, { ...all, q })).sort(), q).toEqual(expected);
    return expected.length;
  };
  it.each(["王", "丁岚", "晓敏", "古丽帕提", "帕提·卡", "𠮷", "欧阳海"])("finds part of a name: %s", async (q) => expect(await holds(q, (k) => k.name.includes(q))).toBeGreaterThan(0));
  it.each(["古丽帕提•卡斯木", "古丽帕提.卡斯木", " 丁　岚 "])("reads what was typed: %s", async (q) => expect(await holds(q, (k) => k.name.includes(q.replace(/[•.]/, "·").replace(/\s/g, "")))).toBeGreaterThan(0));
  it.each(["w", "dl", "sxm", "OYH", "wangxiaomin", "chou"])("finds initials and the beginning of the pinyin: %s", async (q) => {
    const text = q.toLowerCase();
    await holds(q, (k) => k.initials.includes(text) || k.pinyin.startsWith(text));
  });
  it("reads surnames as surnames", async () => {
    expect(await holds("shan", (k) => k.name.startsWith("单"))).toBeGreaterThan(0);
    expect(await holds("qiu", (k) => k.name.startsWith("仇"))).toBeGreaterThan(0);
  });
  it("finds the tails of both numbers, whole numbers and the delegate number", async () => {
    const one = known.find((k) => k.mobile && k.idNumber && k.delegateNo);
    const tails = [...new Set(known.flatMap((k) => k.tails))].slice(0, 25);
    for (const tail of tails) await holds(/x$/i.test(tail) ? tail.toLowerCase() : tail, (k) => k.tails.includes(tail) || (k.delegateNo?.startsWith(tail) ?? false));
    await holds(one?.mobile ?? "", (k) => k.mobile === one?.mobile);
    await holds(one?.idNumber ?? "", (k) => k.idNumber === one?.idNumber);
    await holds(one?.delegateNo ?? "", (k) => k.delegateNo === one?.delegateNo);
  });
  it.each(["%", "_", "王%敏", "'", "\\", "🙂", "不在册"])("finds nobody for %s", async (q) => expect(await listed(house.office, { ...all, q })).toEqual([]));
});

describe("who sees whom", () => {
  const person = async () => (await ownerQuery<{ id: string; personId: string }>(`SELECT id, "personId" FROM "Delegate" WHERE "termId" = $1 LIMIT 1`, [house.termId]))[0] ?? { id: "", personId: "" };
  const asDelegate = async (): Promise<Actor> => mint<Actor>({ ...actorOf("DELEGATE", house.id), personId: (await person()).personId } as never);
  const actors = async (): Promise<Actor[]> => [
    ...Object.values(Role).map((role) => actorOf(role, house.id, role === "UNIT_LIAISON" || role === "HANDLING_UNIT" ? [house.units.yunfan, house.units.wanghu] : [])), await asDelegate(), house.system,
    mint<Actor>({ role: "PUBLIC", accountId: null, committeeId: null, name: "访客", requestId: "r", address: null } as never),
  ];
  it("is the same in both forms of the rule, for every role", async () => {
    for (const actor of await actors()) {
      const where = (await db().delegate.findMany({ where: visibleTo(actor), select: { id: true } })).map((d) => d.id).sort();
      const sql = (await db().$queryRaw<{ id: string }[]>(Prisma.sql`SELECT d.id FROM "Delegate" d WHERE ${visibleSql(actor)}`)).map((d) => d.id).sort();
      expect(sql, actor.role).toEqual(where);
    }
  });
  it("shows a liaison the own subtree only, in lists, counts, places and neighbours", async () => {
    const own = await inSql(`${ON} AND d."unitId" IN ($2, $3)`, [house.units.yunfan, house.units.wanghu]);
    expect((await listed(house.liaison, {})).sort()).toEqual(own.sort());
    expect((await getStanding(house.liaison))?.register).toBe(own.length);
    const d = await getDelegate(house.liaison, own[0] ?? "");
    expect((await getNeighbours(house.liaison, d)).total).toBe(own.length);
    expect((await listRosterChoices(house.liaison, house.termId)).units.map((u) => u.id).sort()).toEqual([house.units.yunfan, house.units.wanghu].sort());
    expect(await listDelegatesForPrint(house.liaison, delegateFilters.parse({}), await frameOf(house.liaison))).toMatchObject({ total: own.length });
  });
  it("tells nobody that another's delegate exists", async () => {
    const somebody = await asDelegate();
    const [foreign] = await inSql(`d."unitId" = $2 AND d."personId" <> $3`, [house.units.beigu, "personId" in somebody ? somebody.personId : null]);
    const outside: Actor[] = [house.liaison, somebody, actorOf("SUPERVISOR", house.id), actorOf("HANDLING_UNIT", house.id, [house.units.beigu]), actorOf("SYSTEM_ADMIN", house.id), neighbour.office];
    for (const actor of outside) await expect(getDelegate(actor, foreign ?? ""), actor.role).rejects.toBeInstanceOf(NotFound);
    await expect(getDelegate(house.office, "not-an-id")).rejects.toBeInstanceOf(NotFound);
    await expect(getRosterFrame(neighbour.office, { term: house.termId })).rejects.toBeInstanceOf(NotFound);
  });
  it("finds no one of another unit by a whole number", async () => {
    const beigu = new Set(await inSql(`${ON} AND d."unitId" = $2`, [house.units.beigu]));
    const other = known.find((k) => beigu.has(k.id) && k.idNumber);
    expect(await listed(house.liaison, { q: other?.idNumber })).toEqual([]);
    expect(await listed(house.liaison, { unit: house.units.beigu })).toEqual([]);
  });
  it("gives a delegate the own record", async () => {
    const mine = await person();
    expect((await getOwnDelegate(await asDelegate()))?.id).toBe(mine.id);
    expect(await getOwnDelegate(actorOf("DELEGATE", house.id))).toBeNull();
  });
});

describe("around the list", () => {
  it("shows on the workbench, in one statement, what those lists count", async () => {
    for (const actor of [house.office, house.liaison, house.leader]) {
      const standing = await getStanding(actor);
      for (const { filters, label } of watched) expect(await listed(actor, filters), label).toHaveLength(filters.status ? (standing?.heads[filters.status] ?? 0) : (standing?.register ?? -1));
    }
    expect(await getStanding(actorOf("OFFICE", (await newHouse()).id))).toMatchObject({ register: 0 });
  });
  it("places a delegate as the list orders them", async () => {
    const order = await listed(house.office, {});
    for (const at of [0, 1, 57, order.length - 1]) {
      const d = await getDelegate(house.office, order[at] ?? "");
      expect(await getNeighbours(house.office, d)).toEqual({ place: at + 1, total: order.length, previous: order[at - 1] ?? null, next: order[at + 1] ?? null });
    }
  });
  it("offers the peoples there are", async () => expect(await listPeoples(house.office, house.termId)).toEqual(["01", "03", "05"]));
  it("keeps a unit asked for among the choices, though it elects nobody", async () => {
    await ownerQuery(`UPDATE "Unit" SET "isElecting" = false WHERE id = $1`, [house.units.wanghu]);
    expect((await listRosterChoices(house.office, house.termId)).units.map((u) => u.id)).not.toContain(house.units.wanghu);
    expect((await listRosterChoices(house.office, house.termId, house.units.wanghu)).units.map((u) => u.id)).toContain(house.units.wanghu);
    expect((await listRosterChoices(house.liaison, house.termId, house.units.beigu)).units.map((u) => u.id)).not.toContain(house.units.beigu);
    await ownerQuery(`UPDATE "Unit" SET "isElecting" = true WHERE id = $1`, [house.units.wanghu]);
  });
  it("drops places of another term", async () => {
    const choices = await listRosterChoices(house.office, house.termId);
    const asked: DelegateFilters = delegateFilters.parse({ delegation: neighbour.delegations.cloud, group: house.groups.cloud });
    expect(withinTerm(asked, choices)).toMatchObject({ delegation: undefined, group: house.groups.cloud });
  });
  it("never holds a whole number in a row", async () => {
    const rows = JSON.stringify((await listDelegates(house.office, delegateFilters.parse({ size: "100" }), await frameOf(house.office))).rows);
    expect(known.filter((k) => (k.mobile && rows.includes(k.mobile)) || (k.idNumber && rows.includes(k.idNumber)))).toEqual([]);
  });
});
