import "server-only";
import { createHash } from "node:crypto";
import { filtersOfList } from "@/lib/delegates/filters";
import { flagNames } from "@/lib/delegates/labels";
import { getRosterFrame, orders, whereOf } from "@/lib/delegates/queries";
import type { Actor } from "@/lib/platform/actor";
import { isoOf } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import { MOST_LISTED } from "./labels";

const chosen = {
  id: true, personId: true, unitId: true, status: true, flags: true, person: { select: { name: true, sex: true, ethnicity: true } }, delegation: { select: { name: true } },
} satisfies Prisma.DelegateSelect;

type Row = Prisma.DelegateGetPayload<{ select: typeof chosen }>;

/** Why somebody stands out for a meeting: not yet attended this term, or when last; and the front line (domain 2.4). */
const wordsOf = ({ flags }: Row, met: Met | undefined): string => [met ? `本届列席 ${met.times} 次，最近 ${met.last}` : "本届未列席过", ...flags.map((flag) => flagNames[flag])].join("；");

type Met = { times: number; last: string };

/** How often each of these was at a meeting this term, and when last. */
export async function meetingsOf(actor: Actor, ids: readonly string[]): Promise<Map<string, Met>> {
  const rows = await db().duty.groupBy({ by: ["delegateId"], where: { committeeId: actor.committeeId ?? "", delegateId: { in: [...ids] }, kind: "MEETING", state: "APPROVED" }, _count: true, _max: { heldOn: true } });
  return new Map(rows.map((row) => [row.delegateId, { times: row._count, last: row._max.heldOn ? isoOf(row._max.heldOn) : "—" }]));
}

/**
 * Whom a list of the roster would bring to an activity: those in office who are not on its list yet, with why each stands
 * out; how many are left out, and the seal of it all. Null while there is no term or the list is another term's.
 */
export async function previewInvitation(actor: Actor, activity: { id: string; termId: string }, list: string) {
  const filters = filtersOfList(list);
  const frame = await getRosterFrame(actor, { term: filters.term, asOf: undefined });
  if (!frame || frame.termId !== activity.termId) return null;
  const [rows, listed, unlisted] = await Promise.all([
    db().delegate.findMany({ where: whereOf(actor, { ...filters, asOf: undefined }, frame), select: chosen, orderBy: orders[filters.order], take: MOST_LISTED + 1 }),
    db().participation.findMany({ where: { activityId: activity.id, state: { not: "CANCELLED" } }, select: { delegateId: true } }),
    db().delegate.count({ where: { AND: [whereOf(actor, filtersOfList("scope=active"), frame), { participations: { none: { activityId: activity.id, state: { not: "CANCELLED" } } } }] } }),
  ]);
  const on = new Set(listed.map((p) => p.delegateId));
  const fresh = rows.filter((d) => d.status === "ACTIVE" && !on.has(d.id));
  const met = await meetingsOf(actor, fresh.map((d) => d.id));
  const count = (fits: (d: Row) => boolean) => fresh.filter(fits).length;
  return {
    heads: fresh.length, tooMany: rows.length > MOST_LISTED || on.size + fresh.length > MOST_LISTED, listed: rows.filter((d) => on.has(d.id)).length, notActive: rows.filter((d) => d.status !== "ACTIVE").map((d) => d.person.name), leftOut: unlisted - fresh.length,
    women: count((d) => d.person.sex === "2"), minorities: count((d) => d.person.ethnicity !== null && d.person.ethnicity !== "01"), frontLine: count((d) => d.flags.includes("FRONTLINE")), neverMet: count((d) => !met.has(d.id)),
    rows: fresh.map((d) => ({ id: d.id, personId: d.personId, unitId: d.unitId, name: d.person.name, delegation: d.delegation.name, why: wordsOf(d, met.get(d.id)) })),
    seal: createHash("sha256").update(fresh.map((d) => d.id).sort().join()).digest("base64url").slice(0, 22),
  };
}

export type Invitation = NonNullable<Awaited<ReturnType<typeof previewInvitation>>>;
