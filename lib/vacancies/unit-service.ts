import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { refusals } from "./labels";
import { may } from "./policy";

/** Seats that wait for a by-election wait for it in another unit, for theirs was merged into it. Refuses when one was filled or closed meanwhile. */
export const carryVacancies = (actor: Actor, list: { id: string; unitId: string; unitName: string }[], to: { id: string; name: string }, basis: string): Promise<void> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    if (!may(actor, "carry", { committeeId })) throw new Forbidden("vacancy.carry", { type: "Vacancy" }, refusals.carry);
    const { count } = await db().vacancy.updateMany({ where: { committeeId, state: "OPEN", OR: list.map(({ id, unitId }) => ({ id, unitId })) }, data: { unitId: to.id, version: { increment: 1 } } });
    if (count !== list.length) throw new Refusal(refusals.unitMovedOn);
    await auditMany(actor, list.map((v) => ({ verb: "vacancy.carry", target: { type: "Vacancy", id: v.id, name: to.name }, changes: { unit: [v.unitName, to.name] }, reason: basis })));
  });
