import { beforeEach, expect, it } from "vitest";
import { listDuties } from "@/lib/duties/queries";
import { dutyFilters } from "@/lib/duties/schema";
import { sumDuties } from "@/lib/duties/sum-queries";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { listHours, listOwnHours } from "@/lib/trainings/hours-queries";
import { hoursFilters } from "@/lib/trainings/schema";
import { v7 as newId } from "uuid";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let people: string[];

const planted = (delegateId: string, hours: number | null, { kind = "TRAINING", state = "APPROVED", on = "2026-04-16" } = {}) =>
  ownerQuery(`INSERT INTO "Duty" (id, "committeeId", "termId", "delegateId", "unitId", kind, state, origin, title, "heldOn", hours, "authorName", "updatedAt")
    SELECT $1, "committeeId", "termId", id, "unitId", $3::"DutyKind", $4::"DutyState", 'OWN', '培训', $5, $6, '云上客', now() FROM "Delegate" WHERE id = $2`, [newId(), delegateId, kind, state, on, hours]);

beforeEach(async () => {
  setClock(() => new Date("2026-11-25T10:00:00+08:00"));
  house = await newHouse();
  people = await enter(house, ["云上客", "北山翁", "望湖生"].map((name, i) => ({ values: filled({ name, delegationId: i === 1 ? house.delegations.north : house.delegations.cloud }), unitId: i === 1 ? house.units.beigu : house.units.wanghu })));
  const [first = "", second = ""] = people;
  for (const [hours, more] of [[7.5, {}], [4, { on: "2026-12-31" }], [6, { state: "SUBMITTED" }], [6, { state: "REVOKED" }], [3, { kind: "MEETING" }], [8, { on: "2025-12-31" }], [null, { on: "2026-01-01" }]] as const) await planted(first, hours, more);
  await planted(second, 16);
  return () => setClock(null);
});

const list = (query: Record<string, string>, actor: AccountActor = house.office) => listHours(actor, query.year ?? "2026", hoursFilters.parse(query));

it("counts approved trainings of the year alone, and every number is the sum of the records it leads to", async () => {
  const { rows, units } = await list({});
  expect(rows.map((r) => [r.name, r.times, r.hours, r.target, r.below])).toEqual([["云上客", 3, 11.5, 16, true], ["望湖生", 0, 0, 16, true], ["北山翁", 1, 16, 16, false]]);
  expect(units.map((u) => [u.name, u.heads, u.met, u.below])).toEqual([["望湖社区党委", 2, 0, 2], ["北固街道党工委", 1, 1, 0]]);
  for (const row of rows) {
    const behind = dutyFilters.parse({ delegate: row.id, kind: "TRAINING", state: "APPROVED", year: "2026" });
    expect([(await listDuties(house.office, behind)).total, (await sumDuties(house.office, behind)).hours]).toEqual([row.times, row.hours]);
  }
  for (const unit of units) for (const [reach, heads] of [["below", unit.below], ["met", unit.met]] as const) expect((await list({ unit: unit.id, reach })).total).toBe(heads);
  expect((await list({ year: "2025" })).rows.map((r) => r.hours)).toEqual([8, 0, 0]);
  expect((await list({ q: "北山" })).rows.map((r) => r.name)).toEqual(["北山翁"]);
});

it("holds the year against the target of the unit on its day, and shows the delegate the same number", async () => {
  await ownerQuery(`INSERT INTO "RuleSetting" (id, "committeeId", key, value, unit, "unitId", "fromOn", reason, state, "enteredBy", "enteredAt") VALUES ($1, $2, 'training.hours', 10, 'HOUR', $3, '2026-03-01', '本单位的规定', 'IN_FORCE', '罗岩', now())`, [newId(), house.id, house.units.yunfan]);
  expect((await list({})).rows.map((r) => [r.target, r.below])).toEqual([[10, false], [10, true], [16, false]]);
  expect((await list({ year: "2025" })).rows.map((r) => r.target)).toEqual([16, 16, 16]);
  const [row] = await ownerQuery<{ personId: string }>(`SELECT "personId" FROM "Delegate" WHERE id = $1`, [people[0]]);
  const own = await listOwnHours(mint<AccountActor>({ ...actorOf("DELEGATE", house.id), personId: row?.personId ?? "" }), "2026", house.units.wanghu);
  expect([own.hours, own.target, own.rows.map((r) => [r.heldOn, r.hours])]).toEqual([11.5, 10, [["2026-12-31", 4], ["2026-04-16", 7.5], ["2026-01-01", 0]]]);
});

it("tells a liaison of the own unit alone", async () => {
  const { rows, units } = await list({}, house.liaison);
  expect([rows.map((r) => r.name), units.map((u) => u.name)]).toEqual([["云上客", "望湖生"], ["望湖社区党委"]]);
  expect((await list({ unit: house.units.beigu }, house.liaison)).total).toBe(0);
});
