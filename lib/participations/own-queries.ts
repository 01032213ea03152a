import "server-only";
import { visibleTo as activitiesVisibleTo } from "@/lib/activities/policy";
import type { ActivityRecord } from "@/lib/activities/queries";
import type { Actor } from "@/lib/platform/actor";
import { now, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { getRules } from "@/lib/rules/queries";
import type { Prisma } from "@/prisma/client/client";
import type { ParticipationState } from "@/prisma/client/enums";
import { may, visibleTo } from "./policy";
import { getOwnParticipation, listOwnClashes, type ParticipationRecord } from "./queries";
import type { OwnFilters } from "./schema";

export const PAGE = 20;

const NOBODY = "00000000-0000-0000-0000-000000000000";

const OUT: ParticipationState[] = ["CANCELLED", "WITHDRAWN", "DECLINED"];

const activity = { id: true, title: true, kind: true, state: true, entry: true, place: true, startsAt: true, endsAt: true, replyBy: true } satisfies Prisma.ActivitySelect;
const row = { state: true, activity: { select: activity } } satisfies Prisma.ParticipationSelect;

const own = (actor: Actor): Prisma.ParticipationWhereInput => ({ AND: [visibleTo(actor), { activity: activitiesVisibleTo(actor) }] });
const coming = (actor: Actor): Prisma.ParticipationWhereInput => ({ AND: [own(actor), { state: { notIn: OUT }, activity: { endsAt: { gte: now() } } }] });
const past = (actor: Actor): Prisma.ParticipationWhereInput => ({ AND: [own(actor), { OR: [{ state: { in: OUT } }, { activity: { endsAt: { lt: now() } } }] }] });
/** Calls that can still be answered. */
const called = (): Prisma.ParticipationWhereInput => ({ state: { in: ["INVITED", "NO_RESPONSE"] }, activity: { state: "PUBLISHED", startsAt: { gt: now() } } });

/** The person behind the account of a delegate, whose own mandate is asked for. */
const selfOf = (actor: Actor): string => (actor.role === "DELEGATE" ? (actor.personId ?? NOBODY) : NOBODY);

/** What the own person could enrol for now: in office in that term, and not on the list, or off it by the own wish. */
function open(actor: Actor): Prisma.ActivityWhereInput {
  return {
    AND: [activitiesVisibleTo(actor), {
      state: "PUBLISHED", entry: "ENROLMENT", startsAt: { gt: now() }, OR: [{ replyBy: null }, { replyBy: { gt: now() } }],
      participations: { none: { AND: [visibleTo(actor), { state: { not: "WITHDRAWN" } }] } },
      term: { delegates: { some: { committeeId: actor.committeeId ?? "", personId: selfOf(actor), status: "ACTIVE" } } },
    }],
  };
}

type Row = Prisma.ParticipationGetPayload<{ select: typeof row }>;

const told = (waits: boolean) => ({ state, activity: of }: Row) => ({ ...of, own: state as ParticipationState | null, waits });

export type OwnRow = ReturnType<ReturnType<typeof told>>;

/** What is coming, the next first, and before it what waits for an answer. */
async function listComing(actor: Actor, page: number): Promise<OwnRow[]> {
  const find = (where: Prisma.ParticipationWhereInput, skip: number, take: number) => (take <= 0 ? [] : db().participation.findMany({ where, select: row, orderBy: [{ activity: { startsAt: "asc" } }, { id: "asc" }], skip, take }));
  const [asked, rest] = [{ AND: [coming(actor), called()] }, { AND: [coming(actor), { NOT: called() }] }];
  const skip = (page - 1) * PAGE;
  const waiting = await db().participation.count({ where: asked });
  const first = (await find(asked, skip, Math.min(PAGE, waiting - skip))).map(told(true));
  return [...first, ...(await find(rest, Math.max(0, skip - waiting), PAGE - first.length)).map(told(false))];
}

async function listPast(actor: Actor, page: number): Promise<OwnRow[]> {
  const rows = await db().participation.findMany({ where: past(actor), select: row, orderBy: [{ activity: { startsAt: "desc" } }, { id: "desc" }], skip: (page - 1) * PAGE, take: PAGE });
  return rows.map(told(false));
}

async function listOpen(actor: Actor, page: number): Promise<OwnRow[]> {
  const rows = await db().activity.findMany({ where: open(actor), select: activity, orderBy: [{ startsAt: "asc" }, { id: "asc" }], skip: (page - 1) * PAGE, take: PAGE });
  return rows.map((of) => ({ ...of, own: null, waits: false }));
}

/** The own activities of one shelf, and how many there are of each. Nothing for who is no delegate. */
export async function listOwnActivities(actor: Actor, { show, page }: OwnFilters) {
  const none = { coming: 0, open: 0, past: 0 };
  if (actor.role !== "DELEGATE" || !actor.personId) return { rows: [], counts: none };
  const list = { coming: listComing, open: listOpen, past: listPast }[show];
  const [rows, ...heads] = await Promise.all([list(actor, page), db().participation.count({ where: coming(actor) }), db().activity.count({ where: open(actor) }), db().participation.count({ where: past(actor) })]);
  return { rows, counts: { coming: heads[0], open: heads[1], past: heads[2] } };
}

/** What the own person can do about an activity now, one or two at a time. */
export type OwnStep = "reply" | "enrol" | "withdraw" | "leave" | "takeBack";

type Standing = Pick<ActivityRecord, "id" | "committeeId" | "termId" | "unitId" | "kind" | "state" | "entry" | "startsAt" | "replyBy">;

/** The own mandate in the term of an activity that could still be enrolled for; null where it could not. */
async function enrollable(actor: Actor, of: Standing, own: ParticipationRecord | null): Promise<{ id: string } | null> {
  if (of.state !== "PUBLISHED" || of.entry !== "ENROLMENT" || of.startsAt <= now() || (of.replyBy && of.replyBy <= now()) || (own && own.state !== "WITHDRAWN")) return null;
  const found = await db().delegate.findFirst({ where: { committeeId: of.committeeId, termId: of.termId, personId: selfOf(actor), status: "ACTIVE" }, select: { id: true, unitId: true, personId: true } });
  return found && may(actor, "enrol", { committeeId: of.committeeId, unitId: found.unitId, personId: found.personId, activityUnitId: of.unitId }) ? { id: found.id } : null;
}

/** Whether the place, or that in the waiting list, can still be given back; a place at a training not too near to its beginning. */
async function withdrawable(actor: Actor, of: Standing, { state, facts }: ParticipationRecord): Promise<boolean> {
  if (of.state !== "PUBLISHED" || of.entry !== "ENROLMENT" || of.startsAt <= now() || !may(actor, "enrol", facts)) return false;
  if (state !== "ACCEPTED" || of.kind !== "TRAINING") return state === "ACCEPTED" || state === "WAITLISTED";
  const hours = (await getRules(actor, ["training.cancel"], { unitId: of.unitId, on: today() }))["training.cancel"].value;
  return of.startsAt.getTime() - now().getTime() >= hours * 3_600_000;
}

/** The own place on the list of an activity, what can be done about it now, and what else is at the same hours. Leave is for who can no longer withdraw. */
export async function getOwnStanding(actor: Actor, of: Standing) {
  const own = await getOwnParticipation(actor, of.id);
  const mandate = await enrollable(actor, of, own);
  const withdraw = own !== null && (await withdrawable(actor, of, own));
  const has = (act: "reply" | "leave") => own?.open.includes(act) ?? false;
  const steps: OwnStep[] = [
    ...(has("reply") ? ["reply" as const] : []), ...(mandate ? ["enrol" as const] : []), ...(withdraw ? ["withdraw" as const] : []),
    ...(has("leave") ? [own?.state === "LEAVE_REQUESTED" ? ("takeBack" as const) : withdraw ? [] : ("leave" as const)].flat() : []),
  ];
  const taker = mandate?.id ?? (has("reply") ? own?.delegateId : null);
  return { own, steps, clashes: taker ? await listOwnClashes(actor, taker, of.id) : [] };
}

export type OwnStanding = Awaited<ReturnType<typeof getOwnStanding>>;
