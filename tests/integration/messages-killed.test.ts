import { v7 as newId } from "uuid";
import { expect, it, vi } from "vitest";
import { dispatch } from "@/lib/messages/dispatch-service";
import type { SystemActor } from "@/lib/platform/actor";
import { newCommittee } from "../support/committee";
import { ownerQuery } from "../support/database";
import { seated } from "../support/inboxes";
import { kill, startWorker as startProgram } from "../support/workers";

const [MOMENTS, PEOPLE] = [20, 25];

const JOBS = `import { startMessageJobs } from "./lib/messages/jobs.ts"; await startMessageJobs();`;

/** The worker with the jobs of messages alone: forty starts of the whole would take minutes. */
const startWorker = () => startProgram("--input-type=module", "--eval", JOBS);

const letter = (system: SystemActor) => dispatch(system, { key: newId(), kind: "notice", to: { holders: [{ role: "OFFICE", unitId: null }] }, variables: { title: "开会通知", text: "请于周五到会。", from: "区委组织部" } });

const count = async (sql: string, committeeId: string): Promise<number> => Number((await ownerQuery<{ n: string }>(sql, [committeeId]))[0]?.n);
const spreadSoFar = (committeeId: string) => count(`SELECT count(*) AS n FROM "Dispatch" WHERE "committeeId" = $1 AND "spreadAt" IS NOT NULL`, committeeId);
/** Dispatches of which some have the message and others not, at this moment. */
const torn = (committeeId: string) => count(`SELECT count(*) AS n FROM "Dispatch" d WHERE d."committeeId" = $1 AND (SELECT count(*) FROM "Message" m WHERE m."dispatchId" = d.id) <> CASE WHEN d."spreadAt" IS NULL THEN 0 ELSE ${PEOPLE} END`, committeeId);

it(`is killed at ${MOMENTS} moments under load, and everybody has each message once`, async () => {
  const { id, system } = await newCommittee();
  for (let i = 0; i < PEOPLE; i += 1) await seated(id, { role: "OFFICE" });
  let [sent, worker] = [0, startWorker()];
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    for (let i = 0; i < 30; i += 1, sent += 1) await letter(system);
    const before = await spreadSoFar(id);
    // Each time a little further into the work, and while the next one comes up.
    await vi.waitFor(async () => expect(await spreadSoFar(id)).toBeGreaterThan(Math.min(before + moment, sent - 1)), { timeout: 60_000, interval: 2 });
    const next = startWorker();
    await kill(worker);
    expect(await torn(id)).toBe(0);
    worker = next;
  }
  await vi.waitFor(async () => expect(await spreadSoFar(id)).toBe(sent), { timeout: 60_000, interval: 50 });
  expect(await count(`SELECT count(*) AS n FROM "Message" WHERE "committeeId" = $1`, id)).toBe(sent * PEOPLE);
  expect(await count(`SELECT count(*) AS n FROM (SELECT 1 FROM "Message" WHERE "committeeId" = $1 GROUP BY "accountId", "dispatchId" HAVING count(*) > 1) twice`, id)).toBe(0);
  expect(await count(`SELECT count(*) AS n FROM "Dispatch" WHERE "committeeId" = $1 AND (attempts > 0 OR "failedAt" IS NOT NULL)`, id)).toBe(0);
}, 240_000);
