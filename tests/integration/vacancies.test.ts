import { beforeEach, describe, expect, it } from "vitest";
import { getDelegate } from "@/lib/delegates/queries";
import { changeStatus, create } from "@/lib/delegates/service";
import { addDays, today } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { countOpenVacancies, getVacancy, listVacancies } from "@/lib/vacancies/queries";
import { fillInput, leastCandidates, vacancyFilters } from "@/lib/vacancies/schema";
import * as vacancies from "@/lib/vacancies/service";
import { rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { answers, enter, filled, newHouse, type House } from "../support/roster";

const TABLES = ["Delegate", "DelegateStatusEvent", "Vacancy", "Person"];
const ELECTION = { meeting: "望湖社区党员大会选举", seats: 1, candidates: 2 };
const NEW = { samePerson: "different" as const, reviewBasis: "资格审查报告" };

let house: House;
let mine: string;
let theirs: string;

beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, delegationId: string, unitId: string) => ({ values: filled({ name, delegationId }), unitId });
  [mine = "", theirs = ""] = await enter(house, [person("云上客", house.delegations.cloud, house.units.wanghu), person("北山翁", house.delegations.north, house.units.beigu)]);
});

const leave = async (id: string, effectiveOn = "2026-03-01") => changeStatus(house.head, id, (await getDelegate(house.office, id)).version, "TRANSFER_OUT", { effectiveOn, basis: "组织关系转出" });
const list = (actor = house.office, asked: object = {}) => listVacancies(actor, vacancyFilters.parse(asked));
const only = async () => (await list()).rows[0]!;
const elected = (more: object = {}) => filled({ name: "云中君", birthMonth: "1985.02", delegationId: house.delegations.cloud, unitId: house.units.wanghu, electionKind: "BY_ELECTION", electedOn: "2026-03-20", ...more });
const at = async () => { const { id, version } = await only(); return { id, version }; };

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}

describe("a seat", () => {
  it("falls vacant when a delegate leaves, and only once", async () => {
    expect(await countOpenVacancies(house.office)).toBe(0);
    await leave(mine);
    expect(await only()).toMatchObject({ state: "OPEN", openedOn: "2026-03-01", unitId: house.units.wanghu, delegate: { id: mine }, open: ["fill", "close"] });
    expect(await countOpenVacancies(house.office)).toBe(1);
    expect((await list(house.liaison)).total).toBe(1);
    await leave(theirs);
    expect([(await list()).total, (await list(house.liaison)).total, await countOpenVacancies(house.liaison)]).toEqual([2, 1, 1]);
  });

  it("is filled by a by-election of the same unit, with the new delegate, together", async () => {
    await leave(mine);
    const id = await vacancies.fill(house.office, await at(), ELECTION, elected(), NEW);
    expect(await getDelegate(house.office, id)).toMatchObject({ status: "ACTIVE", electionKind: "BY_ELECTION", unitId: house.units.wanghu, person: { name: "云中君" } });
    expect(await only()).toMatchObject({ state: "FILLED", filledBy: { id }, meeting: ELECTION.meeting, candidates: 2, open: [] });
    expect(await countOpenVacancies(house.office)).toBe(0);
    const verbs = await ownerQuery<{ verb: string }>(`SELECT verb FROM "AuditEvent" WHERE "targetId" IN ($1, $2) AND outcome = 'DONE' ORDER BY seq`, [id, (await only()).id]);
    expect(verbs.map((v) => v.verb)).toEqual(["delegate.create", "vacancy.fill"]);
  });

  it("is left vacant with a reason and can be taken up again", async () => {
    await leave(mine);
    await vacancies.close(house.office, await at(), "任期将满，不再补选");
    expect(await only()).toMatchObject({ state: "CLOSED", note: "任期将满，不再补选", open: ["reopen"] });
    await refused(async () => vacancies.fill(house.office, await at(), ELECTION, elected(), NEW), Refusal);
    await vacancies.reopen(house.office, await at());
    expect(await only()).toMatchObject({ state: "OPEN", note: null });
  });
});

describe("refused, and nothing changed", () => {
  beforeEach(() => leave(mine));
  const inField = async (form: object, field: string) => (await refused(async () => vacancies.fill(house.office, await at(), ELECTION, elected(form), NEW), Refusal)).fields[field]?.join() ?? "";

  it("another unit, another kind of election, a day before the seat fell vacant or to come", async () => {
    expect(await inField({ unitId: house.units.beigu }, "unitId")).toContain("望湖社区党委");
    expect(await inField({ electionKind: "GENERAL" }, "electionKind")).toContain("补选");
    expect(await inField({ electedOn: "2026-02-28" }, "electedOn")).toContain("2026-03-01");
    const ahead = { ...elected(), mandate: { ...elected().mandate, electedOn: addDays(today(), 1) } };
    expect((await refused(async () => vacancies.fill(house.office, await at(), ELECTION, ahead, NEW), Refusal)).fields.electedOn?.join()).toContain("今天");
    expect(await inField({ electedOn: "" }, "electedOn")).toContain("当选日期");
  });

  it("too few candidates for the seats", () => {
    expect([1, 2, 3, 5, 10, 11].map(leastCandidates)).toEqual([2, 3, 4, 6, 12, 14]);
    const form = { ...answers(), electionKind: "BY_ELECTION", delegationId: house.delegations.cloud, id: mine, version: "1", meeting: "党员大会", seats: "5", candidates: "5", samePerson: "different", reviewBasis: "" };
    const parsed = fillInput.strict().safeParse(form);
    expect(parsed.error?.issues.map((i) => [i.path.join(), i.message])).toEqual([["candidates", "候选人数应比应选名额多五分之一以上，至少 6 人"]]);
  });

  it("whoever is not the office, and a unit that is not the own", async () => {
    await refused(async () => vacancies.fill(house.liaison, await at(), ELECTION, elected(), NEW), Forbidden);
    await refused(async () => vacancies.close(house.liaison, await at(), "不再补选此名额"), Forbidden);
    await refused(async () => vacancies.close(house.leader, await at(), "不再补选此名额"), NotFound);
    await leave(theirs);
    const foreign = (await list()).rows.find((row) => row.delegate.id === theirs)!;
    await expect(getVacancy(house.liaison, foreign.id)).rejects.toBeInstanceOf(NotFound);
  });

  it("two who fill the same seat at once: one delegate, one refusal", async () => {
    const seat = await at();
    const both = await Promise.allSettled([vacancies.fill(house.office, seat, ELECTION, elected(), NEW), vacancies.fill(house.office, seat, ELECTION, elected({ name: "云中鹤" }), NEW)]);
    expect(both.map((b) => b.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((b) => b.status === "rejected")?.reason as unknown;
    expect(lost instanceof Conflict || lost instanceof Refusal).toBe(true);
    expect(await ownerQuery(`SELECT count(*)::int AS n FROM "Delegate" WHERE "termId" = $1`, [house.termId])).toEqual([{ n: 3 }]);
  });
});

describe("signing in after leaving", () => {
  it("is kept for thirty days, and without an end again with a new mandate", async () => {
    const [person] = await ownerQuery<{ personId: string }>(`SELECT "personId" FROM "Delegate" WHERE id = $1`, [mine]);
    await ownerQuery(`WITH a AS (INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId", "personId") VALUES (gen_random_uuid(), 'left-' || gen_random_uuid(), '云上客', 'x', $1, $2) RETURNING id)
      INSERT INTO "Grant" (id, "accountId", role, "committeeId") SELECT gen_random_uuid(), a.id, 'DELEGATE', $1 FROM a`, [house.id, person?.personId]);
    const ends = async () => (await ownerQuery<{ on: string | null }>(`SELECT g."endsOn"::text AS on FROM "Grant" g JOIN "Account" a ON a.id = g."accountId" WHERE a."personId" = $1`, [person?.personId]))[0]?.on;
    expect(await ends()).toBeNull();
    await leave(mine);
    expect(await ends()).toBe(addDays(today(), 30));
    const back = await vacancies.fill(house.office, await at(), ELECTION, elected({ name: "云上客", sex: "2", birthMonth: "1979.04" }), { ...NEW, samePerson: "same" });
    expect(await ends()).toBeNull();
    expect((await getDelegate(house.office, back)).personId).toBe(person?.personId);
    expect((await getDelegate(house.office, mine)).status).toBe("CEASED");
    await expect(create(house.office, house.termId, elected({ name: "云上客", sex: "2", birthMonth: "1979.04" }), { ...NEW, samePerson: "same" })).rejects.toThrow("此人已是本届代表");
  });
});
