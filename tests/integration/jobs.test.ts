import { randomUUID } from "node:crypto";
import { v7 as newId } from "uuid";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { dispatch } from "@/lib/messages/dispatch-service";
import { settleInput, type Picked } from "@/lib/jobs/schema";
import { listFailures } from "@/lib/jobs/queries";
import { drop, retry } from "@/lib/jobs/service";
import type { AccountActor } from "@/lib/platform/actor";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { enqueue, every, stopJobs, work } from "@/lib/platform/jobs";
import { listTaskGroups } from "@/lib/tasks/queries";
import { actorOf } from "../support/committee";
import { ownerQuery, useDatabase } from "../support/database";
import { newHouse, type House } from "../support/roster";

useDatabase();

let house: House;
let keeper: AccountActor;
let stranger: AccountActor;
const tries: string[] = [];
let broken = true;

beforeEach(async () => {
  house = await newHouse();
  keeper = actorOf("SYSTEM_ADMIN", house.id, [], "郑一凡");
  stranger = actorOf("SYSTEM_ADMIN", (await newHouse()).id);
  tries.length = 0;
  broken = true;
});
afterAll(stopJobs);

const pick = (...keys: string[]): Picked => settleInput.parse({ ids: keys }).ids;
const shown = async (actor = keeper) => (await listFailures(actor)).map(({ kind, what, error }) => [kind, what, error]);
const heads = async (actor = keeper) => (await listTaskGroups(actor)).reduce((sum, group) => sum + group.total, 0);

/** A job of this committee that fails for the last time: what is left of its tries is taken away. */
async function fail(queue: string): Promise<void> {
  await work(queue, async ({ id = "" }) => {
    tries.push(id);
    if (broken) throw new Error("磁盘已满");
  });
  await enqueue(queue, { id: "一", committeeId: house.id }, randomUUID());
  await vi.waitFor(async () => {
    await ownerQuery(`UPDATE pgboss.job SET retry_limit = 0 WHERE name = $1 AND state < 'active'`, [queue]);
    await ownerQuery(`UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND state = 'retry'`, [queue]);
    expect(await shown()).toHaveLength(1);
  }, { timeout: 20_000, interval: 200 });
}

it("shows the system administrator what failed for the last time, and tries it again", async () => {
  await fail("roster-import");
  expect([await shown(), await shown(stranger), await heads(), await heads(stranger)]).toEqual([[["job", "花名册导入", "磁盘已满"]], [], 1, 0]);
  const [failure] = await listFailures(keeper);
  for (const other of [house.office, actorOf("SECURITY_ADMIN", house.id)]) {
    await expect(listFailures(other)).rejects.toBeInstanceOf(Forbidden);
    await expect(retry(other, pick(failure?.key ?? ""))).rejects.toBeInstanceOf(Forbidden);
  }
  await expect(retry(stranger, pick(failure?.key ?? ""))).rejects.toBeInstanceOf(Refusal);
  broken = false;
  const before = tries.length;
  expect(await retry(keeper, pick(failure?.key ?? ""))).toBe(1);
  await vi.waitFor(() => expect(tries.length).toBe(before + 1), { timeout: 10_000 });
  expect([await shown(), await heads()]).toEqual([[], 0]);
  await expect(retry(keeper, pick(failure?.key ?? ""))).rejects.toThrow("已由他人办理");
});

it("gives up for good what is not to be tried again, and records who did", async () => {
  await fail("registration-forms");
  const [failure] = await listFailures(keeper);
  expect(await drop(keeper, pick(failure?.key ?? ""))).toBe(1);
  expect(await shown()).toEqual([]);
  expect(await ownerQuery(`SELECT "actorName", changes FROM "AuditEvent" WHERE "committeeId" = $1 AND verb = 'job.drop'`, [house.id])).toEqual([{ actorName: "郑一凡", changes: { count: [null, "1"] } }]);
});

it("takes letters up again from the beginning", async () => {
  const key = newId();
  await dispatch(house.system, { key, kind: "notice", to: { holders: [{ role: "OFFICE", unitId: null }] }, variables: { title: "通知", text: "到会", from: "组织部" } });
  await ownerQuery(`UPDATE "Dispatch" SET attempts = 8, "failedAt" = now(), error = 'Error P2028' WHERE key = $1`, [key]);
  expect([await shown(), await heads()]).toEqual([[["dispatch", "消息分发", "Error P2028"]], 1]);
  const [failure] = await listFailures(keeper);
  expect(await retry(keeper, pick(failure?.key ?? ""))).toBe(1);
  expect(await ownerQuery(`SELECT attempts, "failedAt" FROM "Dispatch" WHERE key = $1`, [key])).toEqual([{ attempts: 0, failedAt: null }]);
});

it("keeps one schedule for all workers", async () => {
  await every("probe-clock", "*/5 * * * *");
  await every("probe-clock", "*/5 * * * *");
  expect(await ownerQuery(`SELECT cron, timezone FROM pgboss.schedule WHERE name = 'probe-clock'`)).toEqual([{ cron: "*/5 * * * *", timezone: "Asia/Shanghai" }]);
});

