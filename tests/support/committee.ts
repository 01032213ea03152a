import { randomUUID } from "node:crypto";
import { v7 as newId } from "uuid";
import { mint, type AccountActor, type Role } from "@/lib/platform/actor";
import { systemActor } from "@/lib/platform/program";
import { ownerQuery } from "./database";

/** A committee of its own for one test, so that tests never meet. */
export async function newCommittee(areaName = "青澜区") {
  const id = newId();
  await ownerQuery(`INSERT INTO "Committee" (id, name, "shortName", "areaName", "officeName") VALUES ($1, $2, $3, $4, $5)`,
    [id, `中共望澜市${areaName}委员会 ${id}`, `${areaName}委`, areaName, `${areaName}委组织部`]);
  return { id, system: systemActor(id, randomUUID()) };
}

/** Somebody signed in under one grant; `units` is the subtree of a liaison's or handling unit's grant, its own unit first. */
export const actorOf = (role: Role, committeeId: string, units: string[] = [], name = "沈文清"): AccountActor =>
  mint<AccountActor>({
    role, committeeId, name, accountId: newId(), sessionId: newId(), grantId: newId(), unitId: units[0] ?? null, unitIds: units, personId: null,
    requestId: randomUUID(), address: "192.0.2.7",
  });

/** One delegate written straight into the tables: enough for what counts and refers to delegates. */
export async function plantDelegate(at: { committeeId: string; termId: string; delegationId: string; unitId: string; groupId?: string; status?: string }): Promise<string> {
  const [personId, id] = [newId(), newId()];
  await ownerQuery(`INSERT INTO "Person" (id, "committeeId", name, pinyin, initials, "birthMonth") VALUES ($1, $2, '试用名', 'shiyongming', 'sym', '1975-04')`, [personId, at.committeeId]);
  await ownerQuery(
    `INSERT INTO "Delegate" (id, "committeeId", "termId", "personId", "unitId", "delegationId", "groupId", status, "sortOrder", "strokeKey", pinyin, "updatedAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::"DelegateStatus", 1, 'k', 'shiyongming', now())`,
    [id, at.committeeId, at.termId, personId, at.unitId, at.delegationId, at.groupId ?? null, at.status ?? "ACTIVE"],
  );
  return id;
}

/** Everything of these tables as text, to hold a refused act to "changed no row". */
export async function rowsOf(committeeId: string, ...tables: string[]): Promise<string> {
  const all: unknown[] = [];
  for (const table of tables) all.push(await ownerQuery(`SELECT * FROM "${table}" WHERE "committeeId" = $1 ORDER BY id`, [committeeId]));
  return JSON.stringify(all);
}
