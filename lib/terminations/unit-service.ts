import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { refusals } from "./labels";
import { may } from "./policy";

/** Cases that await their decision go with their delegates to another unit, so that its liaison reads them. Refuses when one was decided or withdrawn meanwhile. */
export const carryTerminations = (actor: Actor, list: { id: string; name: string; unitId: string; unitName: string }[], to: { id: string; name: string }, basis: string): Promise<void> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    if (!may(actor, "carry", { committeeId, unitId: to.id })) throw new Forbidden("termination.carry", { type: "TerminationCase" }, refusals.carry);
    const { count } = await db().terminationCase.updateMany({ where: { committeeId, state: "PROPOSED", OR: list.map(({ id, unitId }) => ({ id, unitId })) }, data: { unitId: to.id, version: { increment: 1 } } });
    if (count !== list.length) throw new Refusal(refusals.unitMovedOn);
    await auditMany(actor, list.map((c) => ({ verb: "termination.carry", target: { type: "TerminationCase", id: c.id, name: c.name }, changes: { unit: [c.unitName, to.name] }, reason: basis })));
  });
