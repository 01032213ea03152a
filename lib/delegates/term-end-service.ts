import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { dayOf, type IsoDate } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import { inParts } from "@/lib/platform/rows";
import { firstEvents, insertRegistered } from "./bulk-sql";
import { refusals, statusNames } from "./labels";
import { limitReadingOfTerm, reopenReading } from "./leaving-service";
import { may } from "./policy";

const CHUNK = 500;
function demand(actor: Actor, termId: string): void {
  if (!may(actor, "TERM_END", { committeeId: actor.committeeId ?? "" })) throw new Forbidden("delegate.term_end", { type: "Term", id: termId }, refusals.status);
}

/**
 * Ends every mandate of a term that is in force or suspended, in the caller's transaction, and resolves to how many.
 * The dated event, its predecessor's end and the new status are one statement.
 */
export const endMandates = (actor: Actor, termId: string, { effectiveOn, basis }: { effectiveOn: IsoDate; basis: string }): Promise<number> =>
  transact(async () => {
    demand(actor, termId);
    const ended = await db().$queryRaw<{ id: string; name: string; from: "ACTIVE" | "SUSPENDED" }[]>`
      WITH standing AS (
        SELECT d.id, d.status AS "from", p.name FROM "Delegate" d JOIN "Person" p ON p.id = d."personId"
        WHERE d."committeeId" = ${actor.committeeId}::uuid AND d."termId" = ${termId}::uuid AND d.status IN ('ACTIVE', 'SUSPENDED') FOR UPDATE OF d
      ), ended AS (
        UPDATE "Delegate" d SET status = 'TERM_ENDED', version = d.version + 1, "updatedAt" = now() FROM standing s WHERE d.id = s.id RETURNING d.id
      ), passed AS (
        UPDATE "DelegateStatusEvent" e SET "untilOn" = ${effectiveOn}::date FROM standing s WHERE e."committeeId" = ${actor.committeeId}::uuid AND e."delegateId" = s.id AND e."untilOn" IS NULL
      ), told AS (
        INSERT INTO "DelegateStatusEvent" (id, "committeeId", "delegateId", event, "fromStatus", "toStatus", "effectiveOn", basis, "accountId")
        SELECT gen_random_uuid(), ${actor.committeeId}::uuid, s.id, 'TERM_END', s."from", 'TERM_ENDED', ${effectiveOn}::date, ${basis}, ${actor.accountId}::uuid FROM standing s
      )
      SELECT s.id, s.name, s."from" FROM standing s JOIN ended e ON e.id = s.id`;
    for (const part of inParts(ended, CHUNK)) {
      await auditMany(actor, part.map(({ id, name, from }) => ({ verb: "delegate.term_end", target: { type: "Delegate", id, name }, changes: { status: [statusNames[from], statusNames.TERM_ENDED] } })));
    }
    await limitReadingOfTerm(actor, termId);
    return ended.length;
  });

type Places = { delegations: ReadonlyMap<string, string>; groups: ReadonlyMap<string, string> };

/**
 * Gives persons of one term a new mandate in another, elected and waiting for their review, with the facts of the old
 * one; who has a mandate there already is left out. `places` lead from the old delegation or group to the new one.
 * Resolves to how many were entered.
 */
export const continueMandates = (actor: Actor, fromTermId: string, toTermId: string, delegateIds: string[], places: Places, electedOn: IsoDate): Promise<number> =>
  transact(async () => {
    demand(actor, toTermId);
    const committeeId = actor.committeeId ?? "";
    let entered = 0;
    for (const ids of inParts(delegateIds, CHUNK)) {
      const old = await db().delegate.findMany({ where: { committeeId, termId: fromTermId, id: { in: ids } }, include: { person: { select: { name: true } } }, orderBy: { sortOrder: "asc" } });
      const there = await db().delegate.findMany({ where: { committeeId, termId: toTermId, personId: { in: old.map((d) => d.personId) } }, select: { personId: true } });
      const known = new Set(there.map((d) => d.personId));
      const [createdAt, fresh] = [new Date(), old.filter((d) => !known.has(d.personId))];
      const delegates = fresh.map(({ person: _, ...d }) => ({
        ...d, id: newId(), termId: toTermId, status: "PENDING_REVIEW" as const, delegationId: places.delegations.get(d.delegationId) ?? "", groupId: (d.groupId && places.groups.get(d.groupId)) ?? null,
        delegateNo: null, electedOn: null, electionKind: "GENERAL" as const, remark: null, version: 1, createdAt, updatedAt: createdAt,
      }));
      if (delegates.length === 0) continue;
      await db().$executeRaw(insertRegistered({ persons: [], delegates, shared: { committeeId, accountId: actor.accountId, effectiveOn: dayOf(electedOn) }, events: delegates.flatMap((d) => firstEvents(d.id, null, null)) }));
      await auditMany(actor, delegates.map((d, i) => ({ verb: "delegate.continue", target: { type: "Delegate", id: d.id, name: fresh[i]?.person.name ?? "" } })));
      await reopenReading(actor, delegates.map((d) => d.personId));
      entered += delegates.length;
    }
    return entered;
  });
