import { v7 as newId } from "uuid";
import { beforeEach, expect, it } from "vitest";
import { getDelegate } from "@/lib/delegates/queries";
import { gatherTallies } from "@/lib/duties/job-service";
import { countDuties, getDuty, listDuties, type Narrow } from "@/lib/duties/queries";
import * as review from "@/lib/duties/review-service";
import { logInput, type Logged, type Shelf } from "@/lib/duties/schema";
import * as duties from "@/lib/duties/service";
import { sumDuties } from "@/lib/duties/sum-queries";
import { carryDuties } from "@/lib/duties/unit-service";
import type { AccountActor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { transact } from "@/lib/platform/db";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let mine: string;
let me: AccountActor;

beforeEach(async () => {
  house = await newHouse();
  [mine = ""] = await enter(house, [{ values: filled({ name: "云上客", delegationId: house.delegations.cloud }), unitId: house.units.wanghu }]);
  me = { ...actorOf("DELEGATE", house.id, [], "云上客"), personId: (await getDelegate(house.office, mine)).personId };
});

const KEYS = `"committeeId", "unitId", kind, state, origin`;

/** What the tallies say, and what the ledger holds, both to the last record. */
const both = async () => {
  const tally = await ownerQuery(`SELECT ${KEYS}, year, sum(times)::int AS times, sum(hours)::float8 AS hours, sum(reached)::int AS reached FROM "DutyTally" GROUP BY ${KEYS}, year HAVING sum(times) <> 0 OR sum(hours) <> 0 OR sum(reached) <> 0 ORDER BY ${KEYS}, year`);
  const ledger = await ownerQuery(`SELECT ${KEYS}, extract(year FROM "heldOn")::int AS year, count(*)::int AS times, coalesce(sum(hours), 0)::float8 AS hours, coalesce(sum(reached), 0)::int AS reached FROM "Duty" GROUP BY ${KEYS}, 6 ORDER BY ${KEYS}, 6`);
  return { tally, ledger };
};
const agree = async () => {
  const { tally, ledger } = await both();
  expect(tally).toEqual(ledger);
  return ledger.length;
};

const form = (kind: string, more: object = {}) => logInput.strict().parse({ kind, clientKey: newId(), title: "走访柏树坪村", heldOn: addDays(today(), -1), hours: "", content: "了解情况", members: "1", masses: "2", again: "on", ...more }) as unknown as Logged;
const at = async (id: string) => ({ id, version: (await getDuty(me, id)).version });

it("follows every act upon a record, also what many undo at once, and says the same once added up", async () => {
  const draft = await duties.log(me, form("CONTACT", { then: "draft" }));
  await agree();
  await duties.edit(me, await at(draft), { ...form("CONTACT"), members: "5" });
  const second = await duties.log(me, form("VOLUNTEER", { hours: "2.5" }));
  expect(await agree()).toBe(2);
  await review.approve(house.office, await at(second), null);
  await review.reject(house.office, await at(draft), "请写明怎么办的");
  await duties.logFor(house.liaison, { ...form("VOLUNTEER", { hours: "3" }), delegateId: mine });
  expect(await agree()).toBe(3);
  await review.revoke(house.head, await at(second), "与事实不符");
  await transact(() => carryDuties(house.office, [mine], house.units.beigu));
  await agree();
  await Promise.all(Array.from({ length: 12 }, () => duties.log(me, form("OTHER", { then: "draft" }))));
  await Promise.all([gatherTallies(), gatherTallies(), duties.log(me, form("OTHER", { then: "draft" }))]);
  await agree();
  await ownerQuery(`DELETE FROM "Duty" WHERE "committeeId" = $1 AND state = 'DRAFT'`, [house.id]);
  await agree();
  await gatherTallies();
  const [{ rows } = { rows: 0 }] = await ownerQuery<{ rows: number }>(`SELECT count(*)::int AS rows FROM "DutyTally" WHERE "committeeId" = $1`, [house.id]);
  expect(rows).toBe((await both()).ledger.filter((row) => row.committeeId === house.id).length);
});

it("is what lists, shelves and sums count by, for the office, a liaison and a leader", async () => {
  const ids = [await duties.log(me, form("CONTACT")), await duties.log(me, form("VOLUNTEER", { hours: "2.5" })), await duties.log(me, form("VOLUNTEER", { hours: "1", then: "draft" }))];
  await duties.logFor(house.liaison, { ...form("VOLUNTEER", { hours: "3", then: "draft" }), delegateId: mine });
  await review.approve(house.office, await at(ids[1] ?? ""), null);
  const shelves: Shelf[] = [undefined, "DRAFT", "SUBMITTED", "APPROVED"];
  const narrows: Narrow[] = [{}, { kind: "VOLUNTEER" }, { unit: house.units.wanghu }, { unit: house.units.beigu }, { year: today().slice(0, 4) }, { origin: "BEHALF" }, { delegate: mine }, { q: "云上" }];
  for (const [actor, all] of [[house.office, 2], [house.liaison, 3], [actorOf("LEADER", house.id), 1], [me, 3]] as const) {
    for (const narrow of narrows) {
      const counts = await countDuties(actor, shelves, narrow);
      for (const [i, state] of shelves.entries()) {
        const { rows, total } = await listDuties(actor, { ...narrow, state, page: 1 });
        expect([total, counts[i]]).toEqual([rows.length, rows.length]);
        const counted = rows.filter((row) => row.state === "APPROVED");
        expect(await sumDuties(actor, { ...narrow, state })).toEqual({ times: counted.length, hours: counted.reduce((sum, row) => sum + (row.hours ?? 0), 0), reached: counted.reduce((sum, row) => sum + (row.reached ?? 0), 0) });
      }
    }
    expect((await listDuties(actor, { state: undefined, page: 1 })).total).toBe(all);
  }
});
