import { beforeEach, describe, expect, it } from "vitest";
import { v7 as newId } from "uuid";
import { delegateFilters } from "@/lib/delegates/filters";
import { countGaps, gapList } from "@/lib/delegates/gap-queries";
import { gapNames, type Gap } from "@/lib/delegates/gaps";
import { getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import type { Actor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { actorOf } from "../support/committee";
import { plantActivity } from "../support/activities-held";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let ids: string[];
beforeEach(async () => {
  setClock(() => new Date("2026-08-15T04:00:00Z"));
  house = await newHouse();
  const one = (name: string, cloud: boolean) => ({ values: filled({ name, delegationId: cloud ? house.delegations.cloud : house.delegations.north }), unitId: cloud ? house.units.yunfan : house.units.beigu });
  ids = await enter(house, [one("甲某", true), one("乙某", true), one("丙某", false), one("丁某", false)]);
  return () => setClock(null);
});

async function log(delegate: number, kind: string, heldOn: string, { state = "APPROVED", hours = null as number | null, activityId = null as string | null } = {}) {
  await ownerQuery(
    `INSERT INTO "Duty" (id, "committeeId", "termId", "delegateId", "unitId", kind, state, origin, title, "heldOn", hours, "activityId", "sourceKey", "authorName", "updatedAt")
     SELECT $1::uuid, $2::uuid, $3::uuid, d.id, d."unitId", $4::"DutyKind", $5::"DutyState", (CASE WHEN $8::uuid IS NULL THEN 'OWN' ELSE 'ACTIVITY' END)::"DutyOrigin", '一笔', $6::date, $7::numeric, $8::uuid, CASE WHEN $8::uuid IS NULL THEN NULL ELSE $1::uuid::text END, '魏青', now() FROM "Delegate" d WHERE d.id = $9`,
    [newId(), house.id, house.termId, kind, state, heldOn, hours, activityId, ids[delegate]],
  );
}

const frameOf = async (actor: Actor) => (await getRosterFrame(actor))!;
const namesOf = async (actor: Actor, gap?: Gap, delegation?: string) => (await listDelegates(actor, delegateFilters.parse(gapList(gap, delegation)), await frameOf(actor))).rows.map((row) => row.name);

describe("who has not yet done what is expected", () => {
  it("is everybody in office at first, and nobody who did it within the period", async () => {
    expect(await namesOf(house.office, "contact")).toHaveLength(4);
    await log(0, "CONTACT", "2026-07-01");
    await log(1, "CONTACT", "2026-06-30");
    await log(2, "RECEPTION", "2026-08-01", { state: "SUBMITTED" });
    await log(3, "CONTACT", "2026-08-01", { state: "REJECTED" });
    expect(await namesOf(house.office, "contact")).toEqual(["乙某", "丁某"]);
    expect(await namesOf(house.office, "duty")).toEqual(["丁某"]);
  });

  it("counts hours, activities and meetings each by its own period", async () => {
    const { id } = await plantActivity(house, { sessions: [{ startsAt: new Date("2026-07-02T01:00:00Z") }] });
    await log(0, "TRAINING", "2026-07-02", { hours: 4, activityId: id });
    await log(1, "TRAINING", "2026-03-02");
    await log(2, "MEETING", "2025-12-31", {});
    expect([await namesOf(house.office, "training"), await namesOf(house.office, "activity"), await namesOf(house.office, "meeting")]).toEqual([["乙某", "丁某", "丙某"], ["乙某", "丁某", "丙某"], ["乙某", "丁某", "甲某"]]);
  });

  it("is counted by delegation exactly as its list shows it, for the office and for a liaison", async () => {
    await log(0, "CONTACT", "2026-08-01");
    await log(2, "TRAINING", "2026-08-01", { hours: 8 });
    await ownerQuery(`UPDATE "Delegate" SET status = 'SUSPENDED' WHERE id = $1`, [ids[3]]);
    for (const actor of [house.office, house.liaison]) {
      const rows = await countGaps(actor, await frameOf(actor));
      expect(rows.map((row) => row.heads)).toEqual(actor === house.office ? [2, 1] : [2]);
      for (const row of rows) for (const gap of Object.keys(gapNames) as Gap[]) expect(await namesOf(actor, gap, row.id), `${row.name} ${gap}`).toHaveLength(row.of[gap]);
    }
    const stranger = actorOf("OFFICE", (await newHouse()).id);
    expect((await countGaps(stranger, await frameOf(stranger)))).toEqual([]);
  });
});
