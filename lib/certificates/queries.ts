import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound, Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { numberOf, refusals } from "./labels";
import { visibleTo } from "./policy";

const written = {
  id: true, year: true, number: true, hours: true, issuedAt: true, revokedAt: true,
  participation: { select: { delegate: { select: { person: { select: { name: true } } } }, activity: { select: { id: true, title: true, startsAt: true, endsAt: true } } } },
} satisfies Prisma.CertificateSelect;

const dayIn = (instant: Date) => formatInstant(instant).slice(0, 10);

/** A certificate as it is printed. */
const told = ({ participation: { delegate, activity }, hours, issuedAt, ...c }: Prisma.CertificateGetPayload<{ select: typeof written }>) => ({
  id: c.id, no: numberOf(c), revoked: c.revokedAt !== null, hours: hours.toNumber(), issuedOn: dayIn(issuedAt), name: delegate.person.name, activityId: activity.id, title: activity.title, from: dayIn(activity.startsAt), to: dayIn(activity.endsAt),
});
export type Certificate = ReturnType<typeof told>;

/** More people than any training has. */
const MOST = 3000;

/** The certificates of a training that are in force, by number. */
export async function listForPrint(actor: Actor, activityId: string): Promise<Certificate[]> {
  const rows = await db().certificate.findMany({ where: { AND: [visibleTo(actor), { participation: { activityId }, revokedAt: null }] }, select: written, orderBy: [{ year: "asc" }, { number: "asc" }], take: MOST });
  return rows.map(told);
}

/** One certificate to print; NotFound outside the actor's sight, refused once it was revoked. */
export async function getForPrint(actor: Actor, id: string): Promise<Certificate> {
  const row = isId(id) ? await db().certificate.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: written }) : null;
  if (!row) throw new NotFound({ type: "Certificate", id });
  const certificate = told(row);
  if (certificate.revoked) throw new Refusal(refusals.gone(certificate.no));
  return certificate;
}

/** Of these trainings, the certificate in force the actor may know of, by activity: for the delegate's own list. */
export async function findByActivity(actor: Actor, activityIds: readonly string[]): Promise<Map<string, { id: string; no: string }>> {
  const rows = activityIds.length === 0 ? [] : await db().certificate.findMany({ where: { AND: [visibleTo(actor), { revokedAt: null, participation: { activityId: { in: [...activityIds] } } }] }, select: { id: true, year: true, number: true, participation: { select: { activityId: true } } }, take: MOST });
  return new Map(rows.map((row) => [row.participation.activityId, { id: row.id, no: numberOf(row) }]));
}
