import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { addDays, dayOf, today, type IsoDate } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import type { DelegateStatus, StatusCause } from "@/prisma/client/enums";
import { onRegister } from "./flow";
import { causeNames, statusNames } from "./labels";
import { endUnitGrants } from "./unit-grants-service";

/** Days for which somebody who left may still sign in and read (domain 6.1). */
export const READING_DAYS = 30;

type Left = { id: string; committeeId: string; termId: string; unitId: string; delegationId: string; personId: string };

/** A mandate that ended by itself, and not with its term nor before it was ever in force. */
const ENDED: DelegateStatus[] = ["CEASED", "TERMINATED"];

/** The sign-in of somebody who died ends at once, with every role the account has. */
async function closeForGood(actor: Actor, personId: string): Promise<void> {
  const accounts = await db().account.findMany({ where: { committeeId: actor.committeeId ?? "", personId, disabledAt: null }, select: { id: true, username: true } });
  const ids = accounts.map((account) => account.id);
  await db().account.updateMany({ where: { id: { in: ids } }, data: { disabledAt: new Date(), version: { increment: 1 } } });
  await db().session.updateMany({ where: { accountId: { in: ids }, revokedAt: null }, data: { revokedAt: new Date() } });
  await auditMany(actor, accounts.map(({ id, username }) => ({ verb: "account.disable", target: { type: "Account", id, name: username }, reason: causeNames.DEATH })));
}

/**
 * What follows when a delegate leaves the register, in the transaction of the event: the seat is vacant, unless the
 * term itself ended, the roles that hang on the electing unit end at once, and the own account keeps reading for thirty
 * days if no other mandate holds it. With a death the account ends.
 */
export const settleLeaving = (actor: Actor, d: Left, to: DelegateStatus, effectiveOn: IsoDate, cause: StatusCause | null = null): Promise<void> =>
  transact(async () => {
    const { id: delegateId, committeeId, termId, unitId, delegationId } = d;
    if (ENDED.includes(to)) await endUnitGrants(actor, [{ personId: d.personId, from: unitId, to: null }], statusNames[to]);
    if (cause === "DEATH") await closeForGood(actor, d.personId);
    if (to !== "TERM_ENDED") await db().vacancy.create({ data: { committeeId, termId, unitId, delegationId, delegateId, openedOn: dayOf(effectiveOn) }, select: { id: true } });
    await limitReading(actor, [d.personId]);
  });

/** Ends the sign-in of delegates without a mandate thirty days from now. */
export const limitReading = (actor: Actor, personIds: string[]): Promise<void> =>
  transact(async () => {
    const held = await db().delegate.findMany({ where: { committeeId: actor.committeeId ?? "", personId: { in: personIds }, status: { in: onRegister } }, select: { personId: true } });
    const holding = new Set(held.map((d) => d.personId));
    const without = personIds.filter((id) => !holding.has(id));
    await db().grant.updateMany({ where: { committeeId: actor.committeeId ?? "", role: "DELEGATE", endsOn: null, account: { personId: { in: without } } }, data: { endsOn: dayOf(addDays(today(), READING_DAYS)) } });
  });

/** The same for everybody of a term that ended. */
export const limitReadingOfTerm = (actor: Actor, termId: string): Promise<void> =>
  transact(async () => {
    const without = { delegates: { some: { termId }, none: { status: { in: onRegister } } } };
    await db().grant.updateMany({ where: { committeeId: actor.committeeId ?? "", role: "DELEGATE", endsOn: null, account: { person: without } }, data: { endsOn: dayOf(addDays(today(), READING_DAYS)) } });
  });

/** A new mandate opens the own account again without an end. */
export const reopenReading = (actor: Actor, personIds: string[]): Promise<void> =>
  transact(async () => {
    if (personIds.length === 0) return;
    await db().grant.updateMany({ where: { committeeId: actor.committeeId ?? "", role: "DELEGATE", endsOn: { not: null }, account: { personId: { in: personIds } } }, data: { endsOn: null } });
  });
