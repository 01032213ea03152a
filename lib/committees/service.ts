import "server-only";
import { v7 as newId } from "uuid";
import * as accounts from "@/lib/accounts/service";
import { give } from "@/lib/grants/service";
import type { SystemActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { systemActor } from "@/lib/platform/program";
import { establish } from "@/lib/units/service";
import type { Role } from "@/prisma/client/enums";
import type { Founding } from "./schema";

export type NewCommittee = Pick<Founding, "name" | "shortName" | "areaName" | "officeName">;

/**
 * Founds a committee on this installation and returns the actor that sets it up further. Done from the command line
 * only; refuses a name already there.
 */
export async function found({ name, shortName, areaName, officeName }: NewCommittee): Promise<SystemActor> {
  const id = newId();
  const actor = systemActor(id, id);
  await transact(async () => {
    if ((await db().committee.count({ where: { name } })) > 0) throw new Refusal(`已有“${name}”，不能重复建立。`);
    await db().committee.create({ data: { id, name, shortName, areaName, officeName }, select: { id: true } });
    await audit(actor, { verb: "committee.found", target: { type: "Committee", id, name } });
  });
  return actor;
}

export type Seated = { role: Role; displayName: string; username: string; password: string };

/**
 * Founds a committee with its own unit and its three administrators, or nothing at all. Returns their first passwords,
 * which are kept nowhere, end after 24 hours and must be changed. Refuses a user name in use (trust promise 6).
 */
export const foundWithSeats = ({ system, security, audit: auditor, ...committee }: Founding): Promise<Seated[]> =>
  transact(async () => {
    const actor = await found(committee);
    await establish(actor, { parentId: null, name: committee.name, kind: "PARTY_COMMITTEE", isElecting: false, isHandling: false, activeFrom: today(), basis: null });
    const seats = [["SYSTEM_ADMIN", system], ["SECURITY_ADMIN", security], ["AUDIT_ADMIN", auditor]] as const;
    const seated: Seated[] = [];
    for (const [role, account] of seats) {
      const { id, password } = await accounts.create(actor, account);
      await give(actor, { accountId: id, version: 1, role, unitId: null });
      seated.push({ role, ...account, password });
    }
    return seated;
  });
