import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { numberOf } from "./labels";

type Marks = { activityId: string; /** Hours of everybody whose training is complete, by participation. */ whole: ReadonlyMap<string, number>; /** Whose marks were corrected; null for all. */ among: readonly string[] | null; reason: string };

/**
 * Revokes what the marks of a training no longer bear out: who is not complete any more, and other hours than the paper
 * says. Numbers stay used. Called by what changes marks, in its transaction, which asked the power. Returns how many.
 */
export async function follow(actor: Actor, { activityId, whole, among, reason }: Marks): Promise<number> {
  const inForce = await db().certificate.findMany({
    where: { committeeId: actor.committeeId ?? "", revokedAt: null, participation: { activityId, ...(among ? { id: { in: [...among] } } : {}) } },
    select: { id: true, participationId: true, hours: true, year: true, number: true, participation: { select: { delegate: { select: { person: { select: { name: true } } } } } } },
  });
  const broken = inForce.filter((c) => whole.get(c.participationId) !== c.hours.toNumber());
  if (broken.length === 0) return 0;
  await db().certificate.updateMany({ where: { id: { in: broken.map((c) => c.id) }, revokedAt: null }, data: { revokedAt: now(), revokeReason: reason, revokedBy: actor.name } });
  await auditMany(actor, broken.map((c) => ({ verb: "certificate.revoke", target: { type: "Certificate", id: c.id, name: c.participation.delegate.person.name }, changes: { certificateNo: [numberOf(c), null] }, reason })));
  return broken.length;
}
