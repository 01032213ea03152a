import { beforeEach, describe, expect, it } from "vitest";
import { getComposition } from "@/lib/compositions/queries";
import { delegateFilters } from "@/lib/delegates/filters";
import { countDelegates, getDelegate, getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { changeStatus } from "@/lib/delegates/service";
import type { Actor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { getReadiness } from "@/lib/term-changes/queries";
import type { TermChange } from "@/lib/term-changes/schema";
import { change } from "@/lib/term-changes/service";
import { propose } from "@/lib/terminations/service";
import { editTerm, openTerm } from "@/lib/terms/service";
import { listVacancies } from "@/lib/vacancies/queries";
import { vacancyFilters } from "@/lib/vacancies/schema";
import { rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const TABLES = ["Delegate", "DelegateStatusEvent", "Vacancy", "Term", "Delegation", "DelegateGroup", "Committee"];
const NEXT = { level: "DISTRICT" as const, ordinal: 7, name: "青澜区第七次党代会", congressFrom: null, congressTo: null, ageReferenceOn: null };

let house: House;
let next: string;
let [wei, lan, qi] = ["", "", ""];

/** The present term shortened to an early congress, and the next one opened behind it. */
beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, delegationId: string, unitId: string, groupId = "") => ({ values: filled({ name, delegationId, groupId, delegateNo: name, primaryCategory: "MODEL" }), unitId });
  [wei = "", lan = "", qi = ""] = await enter(house, [
    person("魏青", house.delegations.cloud, house.units.wanghu, house.groups.cloud), person("蓝田玉", house.delegations.cloud, house.units.wanghu), person("齐物", house.delegations.north, house.units.beigu),
  ]);
  const present = { level: "DISTRICT" as const, ordinal: 6, name: "青澜区第六次党代会", congressFrom: "2025-12-31", congressTo: null, startsOn: "2025-12-31", endsOn: "2026-06-01", ageReferenceOn: null };
  await editTerm(house.office, house.termId, 1, present);
  next = await openTerm(house.office, { ...NEXT, startsOn: "2026-06-01", endsOn: "2031-06-01" });
});

const input = (more: Partial<TermChange> = {}): TermChange => ({ id: next, from: house.termId, endedOn: "2026-06-01", basis: "中国共产党青澜区第七次代表大会", carry: "carry", continuing: "none", chosen: [], ...more });
const heads = async (asked: object = {}) => { const f = delegateFilters.parse(asked); return countDelegates(house.office, f, (await getRosterFrame(house.office, f, today()))!); };
const move = async (id: string, event: "SUSPEND" | "TRANSFER_OUT", on: string) => changeStatus(house.head, id, (await getDelegate(house.office, id)).version, event, { effectiveOn: on, basis: "区委通知", cause: event === "SUSPEND" ? "DISCIPLINARY_CASE" : null });

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES.filter((t) => t !== "Committee"));
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES.filter((t) => t !== "Committee"))).toBe(before);
  return thrown as Refusal;
}

describe("the change of term", () => {
  it("ends every mandate dated, closes what is vacant, and turns every list and figure to the new term; the old stays readable", async () => {
    await move(lan, "SUSPEND", "2026-03-01");
    await move(qi, "TRANSFER_OUT", "2026-04-01");
    expect(await getReadiness(house.head, next)).toMatchObject({ active: 1, suspended: 1, pending: 0, openVacancies: 1, hindrances: [], lastEventOn: "2026-03-01" });
    expect(await change(house.head, input())).toEqual({ ended: 2, continued: 0 });
    expect([(await getDelegate(house.office, wei)).status, (await getDelegate(house.office, lan)).status, (await getDelegate(house.office, qi)).status]).toEqual(["TERM_ENDED", "TERM_ENDED", "CEASED"]);
    expect([await heads(), await heads({ term: house.termId }), await heads({ term: house.termId, scope: "elected" })]).toEqual([0, 0, 3]);
    expect([await heads({ term: house.termId, asOf: "2026-05-31" }), await heads({ term: house.termId, asOf: "2026-03-31" }), await heads({ term: house.termId, asOf: "2026-06-01" })]).toEqual([2, 3, 0]);
    expect((await getComposition(house.office, { scope: "register", term: house.termId, asOf: "2026-05-31" }))?.whole.counts.total).toBe(2);
    const filters = delegateFilters.parse({ term: house.termId, asOf: "2026-05-31" });
    expect((await listDelegates(house.office, filters, (await getRosterFrame(house.office, filters, today()))!)).rows.map((r) => [r.name, r.status])).toEqual(expect.arrayContaining([["魏青", "ACTIVE"], ["蓝田玉", "SUSPENDED"]]));
    expect((await listVacancies(house.office, vacancyFilters.parse({ term: house.termId }))).rows).toMatchObject([{ state: "CLOSED", note: "本届任期届满", open: [] }]);
    expect(await ownerQuery(`SELECT "endsOn"::text AS ends FROM "Term" WHERE id = $1`, [house.termId])).toEqual([{ ends: "2026-06-01" }]);
    expect((await ownerQuery<{ name: string }>(`SELECT name FROM "Delegation" WHERE "termId" = $1 ORDER BY position`, [next])).map((d) => d.name)).toEqual(["云帆代表团", "北固代表团"]);
    const verbs = await ownerQuery<{ verb: string }>(`SELECT DISTINCT verb FROM "AuditEvent" WHERE "committeeId" = $1 AND verb IN ('term.change', 'delegate.term_end') AND outcome = 'DONE' ORDER BY verb`, [house.id]);
    expect(verbs.map((v) => v.verb)).toEqual(["delegate.term_end", "term.change"]);
  });

  it("gives who goes on a new mandate of the same person, in the delegation of the same name, once", async () => {
    expect(await change(house.head, input({ continuing: "chosen", chosen: [wei, qi, house.termId] }))).toEqual({ ended: 3, continued: 2 });
    const made = await ownerQuery<{ personId: string; status: string; delegation: string; group: string | null; no: string | null; on: string }>(`
      SELECT d."personId", d.status::text, t.name AS delegation, g.name AS "group", d."delegateNo" AS no, s."effectiveOn"::text AS on FROM "Delegate" d JOIN "Delegation" t ON t.id = d."delegationId"
      LEFT JOIN "DelegateGroup" g ON g.id = d."groupId" JOIN "DelegateStatusEvent" s ON s."delegateId" = d.id WHERE d."termId" = $1 ORDER BY t.name`, [next]);
    expect(made.map(({ personId: _, ...d }) => d)).toEqual(expect.arrayContaining([
      { status: "PENDING_REVIEW", delegation: "云帆代表团", group: "第一小组", no: null, on: "2026-06-01" }, { status: "PENDING_REVIEW", delegation: "北固代表团", group: null, no: null, on: "2026-06-01" },
    ]));
    expect(new Set(made.map((d) => d.personId))).toEqual(new Set([(await getDelegate(house.office, wei)).personId, (await getDelegate(house.office, qi)).personId]));
    expect(await heads()).toBe(2);
  });

  it("happens once when it is started twice at the same moment", async () => {
    const both = await Promise.allSettled([change(house.head, input({ continuing: "all" })), change(house.head, input({ continuing: "all" }))]);
    expect(both.map((b) => b.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((b) => b.status === "rejected")).toMatchObject({ reason: { message: expect.stringContaining("换届已经办理") as unknown } });
    expect(await ownerQuery(`SELECT count(*)::int AS n FROM "Delegate" WHERE "termId" = $1`, [next])).toEqual([{ n: 3 }]);
    expect(await ownerQuery(`SELECT count(*)::int AS n FROM "DelegateStatusEvent" WHERE event = 'TERM_END' AND "committeeId" = $1`, [house.id])).toEqual([{ n: 3 }]);
  });
});

describe("refused, and nothing changed", () => {
  it("whoever is not the head, and a term of another committee", async () => {
    for (const actor of [house.office, house.liaison] as Actor[]) await refused(() => change(actor, input()), Forbidden);
    await refused(() => change(house.leader, input()), Forbidden);
    await refused(async () => change((await newHouse()).head, input()), NotFound);
  });

  it("what is still open in the old term", async () => {
    const [pending] = await enter(house, [{ values: filled({ name: "待审人", delegationId: house.delegations.cloud }), unitId: house.units.wanghu }]);
    await ownerQuery(`UPDATE "Delegate" SET status = 'PENDING_REVIEW' WHERE id = $1`, [pending]);
    await propose(house.office, { delegateId: wei, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委决定〔2026〕2号", proposedOn: "2026-02-02" });
    const why = await refused(() => change(house.head, input()), Refusal);
    expect(why.message).toContain("1 名代表待资格审查");
    expect(why.message).toContain("1 件资格终止待党委决定");
  });

  it("days out of order", async () => {
    await move(lan, "SUSPEND", "2026-03-01");
    const why = async (endedOn: string) => (await refused(() => change(house.head, input({ endedOn })), Refusal)).fields.endedOn?.join("；") ?? "";
    expect(await why("2026-02-28")).toContain("2026-03-01");
    expect(await why("2026-06-02")).toContain("2026-06-01");
    expect(await why(addDays(today(), 1))).toContain("今天");
    expect(await why("2025-12-31")).toContain("2025-12-31");
  });

  it("a present term that is not the one the page saw, and delegations that are not there", async () => {
    await refused(() => change(house.head, input({ from: next })), Conflict);
    expect((await refused(() => change(house.head, input({ carry: "none", continuing: "all" })), Refusal)).fields.carry?.join()).toContain("云帆代表团");
  });

  it("a term whose time overlaps another", async () => {
    const opened = await refused(() => openTerm(house.office, { ...NEXT, ordinal: 8, name: "重叠届", startsOn: "2030-01-01", endsOn: "2035-01-01" }), Refusal);
    expect(opened.fields.startsOn?.join()).toContain("青澜区第七次党代会");
  });
});
