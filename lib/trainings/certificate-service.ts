// Certificates of a training whose list was confirmed: one per person, numbered by year without a gap, also when two
// offices issue at once: the activity is held, so that no mark is corrected meanwhile, and the numbers are held.
import "server-only";
import { v7 as newId } from "uuid";
import { holdActivity } from "@/lib/activities/places-service";
import { getHeldActivity, type HeldActivity } from "@/lib/attendances/queries";
import { isWhole } from "@/lib/attendances/whole";
import { follow } from "@/lib/certificates/follow-service";
import { hoursOf, numberOf } from "@/lib/certificates/labels";
import { listForPrint, type Certificate } from "@/lib/certificates/queries";
import type { Actor } from "@/lib/platform/actor";
import { audit, auditMany } from "@/lib/platform/audit";
import { now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { listStandings, type StandingRow } from "./certificate-queries";
import { refusals } from "./labels";
import { mayCertify } from "./policy";

async function trainingOf(actor: Actor, id: string, act: "issue" | "take"): Promise<HeldActivity> {
  const activity = await getHeldActivity(actor, id);
  if (!mayCertify(actor, act, activity)) throw new Forbidden(`certificate.${act}`, { type: "Activity", id, name: activity.title }, refusals.issue);
  if (activity.kind !== "TRAINING") throw new Refusal(refusals.notTraining);
  if (activity.state !== "ARCHIVED") throw new Refusal(refusals.notClosed);
  return activity;
}

/** Gives these people the next numbers of the year. */
async function number(actor: Actor, activity: HeldActivity, people: readonly StandingRow[]): Promise<void> {
  const { committeeId } = activity;
  const year = Number(today().slice(0, 4));
  await db().$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`certificate:${committeeId}:${year}`}))::text`;
  const last = (await db().certificate.aggregate({ where: { committeeId, year }, _max: { number: true } }))._max.number ?? 0;
  const made = people.map(({ participationId, hours }, i) => ({ id: newId(), committeeId, participationId, year, number: last + i + 1, hours, issuedAt: now(), issuedBy: actor.name }));
  await db().certificate.createMany({ data: made });
  await auditMany(actor, made.map((c, i) => ({ verb: "certificate.issue", target: { type: "Certificate", id: c.id, name: people[i]?.name ?? null }, changes: { certificateNo: [null, numberOf(c)], certificateHours: [null, hoursOf(c.hours)] } })));
}

/**
 * Issues certificates to everybody whose training is complete and who has none in force; what the marks do not bear out any
 * more is revoked first. Refuses an open list, nobody to issue to, and a count other than the page showed. Returns how many.
 */
export const issue = (actor: Actor, { id, ready }: { id: string; ready: number }): Promise<number> =>
  transact(async () => {
    await trainingOf(actor, id, "issue");
    await holdActivity(actor, id);
    const activity = await trainingOf(actor, id, "issue");
    const all = await listStandings(actor, activity, { whole: true });
    await follow(actor, { activityId: id, whole: new Map(all.flatMap((row) => (isWhole(activity.sessions, row) ? [[row.participationId, row.hours] as const] : []))), among: null, reason: refusals.unborne });
    const people = (await listStandings(actor, activity, { whole: true })).filter((row) => row.standing === "ready");
    if (people.length === 0) throw new Refusal(refusals.nobody);
    if (people.length !== ready) throw new Refusal(refusals.moved);
    await number(actor, activity, people);
    return people.length;
  });

/** The certificates of a training to print, by number; it is told who took them. Refuses when there are none. */
export const take = (actor: Actor, id: string): Promise<{ title: string; certificates: Certificate[] }> =>
  transact(async () => {
    const activity = await getHeldActivity(actor, id);
    if (!mayCertify(actor, "take", activity)) throw new Forbidden("certificate.take", { type: "Activity", id, name: activity.title }, refusals.issue);
    const certificates = await listForPrint(actor, id);
    if (certificates.length === 0) throw new Refusal(refusals.none);
    await audit(actor, { verb: "certificate.take", target: { type: "Activity", id, name: activity.title }, changes: { certificates: [null, `${certificates.length} 张`] } });
    return { title: activity.title, certificates };
  });
