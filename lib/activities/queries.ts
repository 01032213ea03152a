import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, instantAt, now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import type { ParticipationState } from "@/prisma/client/enums";
import { may, openTo, participationsVisibleTo, visibleTo } from "./policy";
import type { ActivityFilters } from "./schema";

const record = {
  id: true, committeeId: true, unitId: true, termId: true, kind: true, state: true, entry: true, title: true, summary: true, agenda: true, place: true, contact: true, startsAt: true, endsAt: true, capacity: true, replyBy: true,
  copiedFromId: true, authorName: true, publishedAt: true, heldAt: true, closedAt: true, cancelledAt: true, cancelReason: true, version: true, createdAt: true, updatedAt: true,
  unit: { select: { name: true } },
  sessions: { select: { id: true, position: true, startsAt: true, endsAt: true, title: true, speaker: true, place: true, hours: true, signOut: true }, orderBy: { position: "asc" } },
  _count: { select: { guests: true, files: true, attendances: true } },
} satisfies Prisma.ActivitySelect;

type Row = Prisma.ActivityGetPayload<{ select: typeof record }>;

const ACTS = ["edit", "invite", "addFile"] as const;

const told = (actor: Actor, { sessions, _count, unit, ...row }: Row) => ({
  ...row, unitName: unit.name, sessions: sessions.map((s) => ({ ...s, hours: s.hours.toNumber() })), guests: _count.guests, files: _count.files, marked: _count.attendances,
  open: openTo(actor, row), can: Object.fromEntries(ACTS.map((act) => [act, may(actor, act, row)])) as Record<(typeof ACTS)[number], boolean>,
});

export type ActivityRecord = ReturnType<typeof told>;

/** One activity with its sessions and what the actor may do with it. NotFound outside the actor's sight. */
export async function getActivity(actor: Actor, id: string): Promise<ActivityRecord> {
  const row = isId(id) ? await db().activity.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!row) throw new NotFound({ type: "Activity", id });
  return told(actor, row);
}

/** How many of those the actor may know of stand in which state on the list of an activity. */
export async function countParticipations(actor: Actor, activityId: string): Promise<Partial<Record<ParticipationState, number>>> {
  const rows = await db().participation.groupBy({ by: ["state"], where: { AND: [participationsVisibleTo(actor), { activityId }] }, _count: true });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
}

const row = { id: true, kind: true, state: true, entry: true, title: true, place: true, startsAt: true, endsAt: true, capacity: true, unit: { select: { name: true } }, _count: { select: { sessions: true } } } satisfies Prisma.ActivitySelect;

const monthOf = (month: string): Prisma.ActivityWhereInput => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  return { startsAt: { lt: instantAt(`${next}-01`, "00:00") }, endsAt: { gte: instantAt(`${month}-01`, "00:00") } };
};

/** What a month asks for lies among what is coming and what is over, so it is asked among all. */
export const shelfOf = ({ show, month }: Pick<ActivityFilters, "show" | "month">): ActivityFilters["show"] => (month ? "all" : show);

function matching(filters: Omit<ActivityFilters, "page">): Prisma.ActivityWhereInput {
  const { state, kind, month, unit, q } = filters;
  const shelf = shelfOf(filters);
  return {
    AND: [
      shelf === "coming" ? { endsAt: { gte: now() } } : shelf === "over" ? { endsAt: { lt: now() } } : {},
      state ? { state } : {}, kind ? { kind } : {}, month ? monthOf(month) : {}, unit ? { unitId: unit } : {},
      q ? { OR: [{ title: { contains: q, mode: "insensitive" } }, { place: { contains: q, mode: "insensitive" } }] } : {},
    ],
  };
}

export const PAGE = 20;

/** Activities the actor may know of and how many there are: what is coming the next first, else the latest first. */
export async function listActivities(actor: Actor, filters: ActivityFilters) {
  const where = { AND: [visibleTo(actor), matching(filters)] };
  const order = shelfOf(filters) === "coming" ? "asc" : "desc";
  const [rows, total] = await Promise.all([
    db().activity.findMany({ where, select: row, orderBy: [{ startsAt: order }, { id: order }], skip: (filters.page - 1) * PAGE, take: PAGE }),
    db().activity.count({ where }),
  ]);
  const heads = await countListed(actor, rows.map(({ id }) => id));
  return { rows: rows.map(({ unit, _count, ...r }) => ({ ...r, unitName: unit.name, sessions: _count.sessions, ...(heads.get(r.id) ?? { listed: 0, coming: 0 }) })), total };
}

export type ActivityRow = Awaited<ReturnType<typeof listActivities>>["rows"][number];

/** How many activities a filter lists. */
export const countActivities = (actor: Actor, filters: Omit<ActivityFilters, "page">): Promise<number> => db().activity.count({ where: { AND: [visibleTo(actor), matching(filters)] } });

const GONE: ParticipationState[] = ["CANCELLED", "WITHDRAWN"];

/** Of some activities: how many stand on the list, and how many of them said yes or must come. */
async function countListed(actor: Actor, ids: readonly string[]): Promise<Map<string, { listed: number; coming: number }>> {
  const rows = ids.length === 0 ? [] : await db().participation.groupBy({ by: ["activityId", "state"], where: { AND: [participationsVisibleTo(actor), { activityId: { in: [...ids] }, state: { notIn: GONE } }] }, _count: true });
  const counts = new Map<string, { listed: number; coming: number }>();
  for (const { activityId, state, _count } of rows) {
    const so = counts.get(activityId) ?? { listed: 0, coming: 0 };
    counts.set(activityId, { listed: so.listed + _count, coming: so.coming + (state === "ACCEPTED" ? _count : 0) });
  }
  return counts;
}

/** Units that organise something the actor may know of, for the filter of the list. */
export async function listOrganisers(actor: Actor): Promise<{ id: string; name: string }[]> {
  return db().unit.findMany({ where: { committeeId: actor.committeeId ?? "", activities: { some: visibleTo(actor) } }, select: { id: true, name: true }, orderBy: [{ depth: "asc" }, { position: "asc" }, { id: "asc" }], take: 300 });
}

/** The last acts on an activity for those who organise it, the latest first; nothing for others. */
export async function listHistory(actor: Actor, of: Pick<ActivityRecord, "id" | "committeeId" | "unitId">) {
  if (!may(actor, "edit", of)) return [];
  const rows = await db().auditEvent.findMany({ where: { committeeId: of.committeeId, targetType: "Activity", targetId: of.id, outcome: "DONE", verb: { startsWith: "activity." }, NOT: { verb: "activity.readFile" } }, select: { seq: true, verb: true, actorName: true, at: true, reason: true }, orderBy: { seq: "desc" }, take: 30 });
  return rows.map(({ at, seq, ...event }) => ({ ...event, key: String(seq), at: formatInstant(at) }));
}
