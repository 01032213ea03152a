import "server-only";
import { v7 as newId } from "uuid";
import type { SystemActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { systemActor } from "@/lib/platform/program";

export type NewCommittee = { name: string; shortName: string; areaName: string; officeName: string };

/**
 * Founds a committee on this installation and returns the actor that sets it up further. Done from the command line
 * only; refuses a name already there.
 */
export async function found(input: NewCommittee): Promise<SystemActor> {
  const id = newId();
  const actor = systemActor(id, id);
  await transact(async () => {
    if ((await db().committee.count({ where: { name: input.name } })) > 0) throw new Refusal(`已有“${input.name}”，不能重复建立。`);
    await db().committee.create({ data: { id, ...input }, select: { id: true } });
    await audit(actor, { verb: "committee.found", target: { type: "Committee", id, name: input.name } });
  });
  return actor;
}
