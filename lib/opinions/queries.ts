import "server-only";
import { validate as isId } from "uuid";
import { lightOf } from "@/lib/deadlines/matching";
import type { Light } from "@/lib/deadlines/labels";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, isoOf } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { handedStates, releasedStates, type OpinionEvent } from "./flow";
import { eventNames, ownStateNames, stateNames, unsigned } from "./labels";
import { openTo, visibleTo } from "./policy";
import type { OpinionFilters, Shelf } from "./schema";

const record = {
  id: true, committeeId: true, activityId: true, delegateId: true, unitId: true, kind: true, state: true, content: true, paper: true, authorName: true, submittedAt: true, targetId: true, handedTo: true, handedAt: true, handNote: true,
  answer: true, answeredOn: true, answeredBy: true, backReason: true, releasedAt: true, askedAgainAt: true, againReason: true, earlierAnswer: true, closedAt: true, fileReason: true, version: true,
  activity: { select: { title: true, kind: true, startsAt: true } }, unit: { select: { name: true } },
  delegate: { select: { personId: true, person: { select: { name: true } }, delegation: { select: { name: true } } } },
} satisfies Prisma.OpinionSelect;

type Stored = Prisma.OpinionGetPayload<{ select: typeof record }>;

/**
 * An opinion as its reader may read it. Whoever handles it reads the words, not who said them; the delegate reads an
 * answer once it is sent, and nothing of what office and unit say to each other.
 */
function told(actor: Actor, { delegate, unit, answeredOn, activity, ...found }: Stored) {
  const [own, handles] = [actor.role === "DELEGATE", actor.role === "UNIT_LIAISON"];
  const facts = { committeeId: found.committeeId, personId: delegate?.personId ?? null, targetId: found.targetId };
  const shown = !own || releasedStates.includes(found.state);
  return {
    ...found, facts, open: openTo(actor, { ...facts, state: found.state, again: found.askedAgainAt !== null }), stateName: (own ? ownStateNames : stateNames)[found.state], title: activity.title, heldOn: formatInstant(activity.startsAt).slice(0, 10),
    delegateId: handles ? null : found.delegateId, name: handles ? null : (delegate?.person.name ?? null), from: handles ? "" : (delegate?.delegation.name ?? unsigned), unitName: handles ? null : (unit?.name ?? null), authorName: handles ? "" : found.authorName,
    answer: shown ? found.answer : null, answeredBy: shown ? found.answeredBy : null, answeredOn: shown && answeredOn ? isoOf(answeredOn) : null, backReason: own ? null : found.backReason, handNote: own ? null : found.handNote, submitted: formatInstant(found.submittedAt),
  };
}

export type Opinion = ReturnType<typeof told>;

/** One opinion; NotFound outside the actor's sight. */
export async function getOpinion(actor: Actor, id: string): Promise<Opinion> {
  const found = isId(id) ? await db().opinion.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!found) throw new NotFound({ type: "Opinion", id });
  return told(actor, found);
}

export type Narrow = Partial<Pick<OpinionFilters, "kind" | "activity" | "unit">>;

const MOST_LATE = 5000;

/** Ids of what is handed on and overdue, as the scheduler has set it. */
const lateIds = async (actor: Actor): Promise<string[]> =>
  (await db().deadline.findMany({ where: { committeeId: actor.committeeId ?? "", act: "opinion.answer", state: "OVERDUE", closedOn: null }, select: { subjectId: true }, take: MOST_LATE })).map((row) => row.subjectId);

const onShelf = async (actor: Actor, shelf: Shelf): Promise<Prisma.OpinionWhereInput> =>
  shelf === undefined ? {} : shelf === "late" ? { state: "HANDED", id: { in: await lateIds(actor) } } : { state: shelf };

const matching = ({ kind, activity, unit }: Narrow): Prisma.OpinionWhereInput => ({ ...(kind ? { kind } : {}), ...(activity ? { activityId: activity } : {}), ...(unit ? { targetId: unit } : {}) });

export const PAGE = 20;

/** Opinions the actor may know of, the latest first, each with the light of its clock while it is being handled; and how many there are. */
export async function listOpinions(actor: Actor, { state, page, ...narrow }: Narrow & Pick<OpinionFilters, "state" | "page">, size = PAGE) {
  const where = { AND: [visibleTo(actor), await onShelf(actor, state), matching(narrow)] };
  const [rows, total] = await Promise.all([
    db().opinion.findMany({ where, select: record, orderBy: [{ submittedAt: "desc" }, { id: "desc" }], skip: (page - 1) * size, take: size }),
    db().opinion.count({ where }),
  ]);
  const lights = await lightsOf(actor, rows.map((row) => row.id));
  return { rows: rows.map((row) => ({ ...told(actor, row), clock: lights.get(row.id) ?? null })), total };
}

export type OpinionRow = Awaited<ReturnType<typeof listOpinions>>["rows"][number];

async function lightsOf(actor: Actor, ids: readonly string[]): Promise<Map<string, { light: Light; due: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db().deadline.findMany({ where: { committeeId: actor.committeeId ?? "", subjectType: "Opinion", subjectId: { in: [...ids] }, closedOn: null }, select: { subjectId: true, state: true, rung: true, dueOn: true, closedOn: true } });
  return new Map(rows.map((row) => [row.subjectId, { light: lightOf(row), due: isoOf(row.dueOn) }]));
}

/** How many opinions each shelf holds under the same other filters. */
export async function countOpinions(actor: Actor, shelves: readonly Shelf[], filters: Narrow): Promise<number[]> {
  const within = { AND: [visibleTo(actor), matching(filters)] };
  const [groups, late] = await Promise.all([
    db().opinion.groupBy({ by: ["state"], where: within, _count: true }),
    shelves.includes("late") ? db().opinion.count({ where: { AND: [within, await onShelf(actor, "late")] } }) : 0,
  ]);
  const of = (state: Shelf) => groups.filter((g) => state === undefined || g.state === state).reduce((sum, g) => sum + g._count, 0);
  return shelves.map((shelf) => (shelf === "late" ? late : of(shelf)));
}

/** Units something was handed to within the actor's sight, for the filter. */
export const listTargets = (actor: Actor): Promise<{ id: string; name: string }[]> =>
  db().unit.findMany({ where: { committeeId: actor.committeeId ?? "", handedOpinions: { some: { AND: [visibleTo(actor), { state: { in: handedStates } }] } } }, select: { id: true, name: true }, orderBy: [{ depth: "asc" }, { position: "asc" }, { id: "asc" }], take: 300 });

/** Steps the delegate is not told of: what office and unit say to each other. */
const INSIDE: readonly string[] = ["answer", "giveBack", "sendBack"] satisfies OpinionEvent[];

const stepNames: Record<string, string> = { give: "提出", record: "录入书面材料", ...eventNames };

/** Who took which step, the latest first, as far as the reader is told; a delegate is named to the office alone, and a unit reads from the day it was handed on. */
export async function listSteps(actor: Actor, of: Opinion) {
  const found = await db().auditEvent.findMany({ where: { committeeId: of.committeeId, targetType: "Opinion", targetId: of.id, outcome: "DONE", verb: { in: Object.keys(stepNames).map((step) => `opinion.${step}`) } }, select: { seq: true, at: true, actorName: true, role: true, verb: true, reason: true }, orderBy: { seq: "desc" }, take: 100 });
  const steps = found.map(({ verb, ...event }) => ({ ...event, step: verb.replace("opinion.", "") }));
  const [own, handles] = [actor.role === "DELEGATE", actor.role === "UNIT_LIAISON"];
  const seen = handles ? steps.slice(0, 1 + steps.findIndex(({ step }) => step === "hand")) : steps.filter(({ step }) => !own || !INSIDE.includes(step));
  return seen.map(({ seq, at, actorName, role, step, reason }) => ({
    key: String(seq), title: stepNames[step] ?? step, when: formatInstant(at), by: role !== "DELEGATE" || actor.role === "OFFICE" || actor.role === "OFFICE_HEAD" ? actorName : own ? "本人" : "代表", reason: own && step === "hand" ? null : reason,
  }));
}

export type Step = Awaited<ReturnType<typeof listSteps>>[number];
