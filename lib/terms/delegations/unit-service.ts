import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { refusals } from "../labels";
import { may } from "../policy";

/** Lets delegations go with another electing unit, for theirs was merged into it. Refuses when one was arranged anew meanwhile. */
export const carryDelegations = (actor: Actor, list: { id: string; name: string; unitId: string; unitName: string }[], to: { id: string; name: string }, basis: string): Promise<void> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    if (!may(actor, "arrange", { committeeId })) throw new Forbidden("term.arrange", { type: "Term" }, refusals.arrange);
    const { count } = await db().delegation.updateMany({ where: { committeeId, OR: list.map(({ id, unitId }) => ({ id, unitId })) }, data: { unitId: to.id, version: { increment: 1 } } });
    if (count !== list.length) throw new Refusal(refusals.unitMovedOn);
    await auditMany(actor, list.map((d) => ({ verb: "delegation.setUnit", target: { type: "Delegation", id: d.id, name: d.name }, changes: { unitId: [d.unitName, to.name] }, reason: basis })));
  });
