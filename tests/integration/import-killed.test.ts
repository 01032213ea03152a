import { readFileSync } from "node:fs";
import { v7 as newId } from "uuid";
import { describe, expect, it, vi } from "vitest";
import type { AccountActor } from "@/lib/platform/actor";
import * as imports from "@/lib/roster-imports/service";
import { makeCurrent, openTerm } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import { actorOf, newCommittee } from "../support/committee";
import { ownerQuery } from "../support/database";
import { kill, startWorker as startProgram } from "../support/workers";

const ROSTER = readFileSync("tests/fixtures/roster_district.xlsx");
const HEADS = 420;

const startWorker = () => startProgram("scripts/worker.ts");

async function newOffice() {
  const committee = await newCommittee();
  await establish(committee.system, { parentId: null, name: "中共青澜区委员会", kind: "PARTY_COMMITTEE", isElecting: false, isHandling: false, activeFrom: "2001-03-01", basis: null });
  const termId = await openTerm(committee.system, { level: "DISTRICT", ordinal: 6, name: "第六次", congressFrom: null, congressTo: null, startsOn: "2021-01-01", endsOn: "2026-12-31", ageReferenceOn: "2025-12-31" });
  await makeCurrent(committee.system, termId, null);
  const office = actorOf("OFFICE", committee.id);
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId") VALUES ($1, $2, '沈文清', 'x', $3)`, [office.accountId, `office-${office.accountId}`, committee.id]);
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId") VALUES ($1, $2, 'OFFICE', $3)`, [newId(), office.accountId, committee.id]);
  return { office, termId };
}

const stateOf = async (id: string) => (await ownerQuery<{ state: string; progress: number }>(`SELECT state, progress FROM "RosterImport" WHERE id = $1`, [id]))[0] ?? { state: "", progress: 0 };
const reaches = (id: string, ...states: string[]) => vi.waitFor(async () => expect(states).toContain((await stateOf(id)).state), { timeout: 60_000, interval: 5 });

/** What the batch has left in the roster: all of it or nothing, at every moment. */
async function written(office: AccountActor): Promise<Record<string, number>> {
  const [row] = await ownerQuery<Record<string, string>>(
    `SELECT (SELECT count(*) FROM "Delegate" WHERE "committeeId" = $1) AS delegates, (SELECT count(*) FROM "Person" WHERE "committeeId" = $1) AS persons,
      (SELECT count(DISTINCT "delegateId") FROM "DelegateStatusEvent" WHERE "committeeId" = $1) AS events, (SELECT count(*) FROM "RosterImportEntry" WHERE "committeeId" = $1) AS entries,
      (SELECT count(*) FROM "Delegation" WHERE "committeeId" = $1) AS delegations, (SELECT count(*) FROM "AuditEvent" WHERE "committeeId" = $1 AND verb = 'delegate.import') AS audits`, [office.committeeId]);
  return Object.fromEntries(Object.entries(row ?? {}).map(([key, n]) => [key, Number(n)]));
}

const NOTHING = { delegates: 0, persons: 0, events: 0, entries: 0, delegations: 0, audits: 0 };
const ALL = { delegates: HEADS, persons: HEADS, events: HEADS, entries: HEADS, delegations: 14, audits: HEADS };

/** Waits until the writing has been seen `looks` times, or has ended. */
async function lookOn(id: string, looks: number): Promise<void> {
  for (let seen = 0; seen < looks; seen += 1) if ((await stateOf(id)).state !== "COMMITTING") return;
}

describe("a worker killed in the middle of an import", () => {
  it("while it checks: the next one checks, nothing is written", async () => {
    const { office, termId } = await newOffice();
    const id = await imports.upload(office, termId, "roster_district.xlsx", ROSTER);
    const first = startWorker();
    await reaches(id, "CHECKING", "CHECKED");
    await kill(first);
    expect(await written(office)).toEqual(NOTHING);
    startWorker();
    await reaches(id, "CHECKED");
    expect(await written(office)).toEqual(NOTHING);
  }, 90_000);

  it.each([1, 10, 40])("while it writes, after %i looks: all or nothing, and the next one brings it to the end once", async (looks) => {
    const { office, termId } = await newOffice();
    const id = await imports.upload(office, termId, "roster_district.xlsx", ROSTER);
    const first = startWorker();
    await reaches(id, "CHECKED");
    await imports.commit(office, id, { mode: "ADD_ONLY", reviewBasis: "资格审查报告" });
    await lookOn(id, looks);
    await kill(first);
    const { state } = await stateOf(id);
    expect(await written(office)).toEqual(state === "DONE" ? ALL : NOTHING);
    startWorker();
    await reaches(id, "DONE");
    expect(await written(office)).toEqual(ALL);
  }, 90_000);
});
