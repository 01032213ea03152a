import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { dayOf, formatInstant, isoOf } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { detailOf } from "./kinds/kind";
import { stateNames, verbNames } from "./labels";
import { may, openTo, visibleTo } from "./policy";
import { kinds } from "./registry";
import type { DutyFilters, Shelf } from "./schema";
import { tallyOf, timesOf } from "./tally-queries";

const row = {
  id: true, committeeId: true, unitId: true, delegateId: true, kind: true, state: true, origin: true, title: true, heldOn: true, hours: true, reached: true, place: true, authorId: true, authorName: true,
  confirmedAt: true, submittedAt: true, openedAt: true, disputedAt: true, settledAt: true, version: true,
  unit: { select: { name: true } },
  delegate: { select: { personId: true, person: { select: { name: true } }, delegation: { select: { name: true } } } },
  _count: { select: { photos: true } },
} satisfies Prisma.DutySelect;

const record = {
  ...row, content: true, detail: true, evidence: true, lateReason: true, reviewedAt: true, reviewerName: true, reviewNote: true, dispute: true, disputeReply: true, createdAt: true, activityId: true,
  activity: { select: { title: true } }, term: { select: { name: true } },
  photos: { select: { id: true }, orderBy: [{ position: "asc" }, { id: "asc" }] },
  contacts: { select: { contact: { select: { id: true, kind: true, name: true } } }, orderBy: { contact: { id: "asc" } } },
} satisfies Prisma.DutySelect;

type Row = Prisma.DutyGetPayload<{ select: typeof row }>;
type Stored = Prisma.DutyGetPayload<{ select: typeof record }>;

/** Whether the delegate has said nothing yet to what others wrote. */
const unanswered = ({ confirmedAt, disputedAt, state }: Row): boolean => !confirmedAt && !disputedAt && (state === "SUBMITTED" || state === "APPROVED");

/** A record with its day as text, its hours as a number, and the steps open to whoever reads it. */
function shown<T extends Row>(actor: Actor, found: T) {
  const facts = { committeeId: found.committeeId, unitId: found.unitId, personId: found.delegate.personId, authorId: found.authorId, origin: found.origin };
  const open = openTo(actor, { ...facts, state: found.state }).filter((event) => event !== "withdraw" || found.openedAt === null);
  return {
    ...found, facts, open, name: found.delegate.person.name, heldOn: isoOf(found.heldOn), hours: found.hours === null ? null : Number(found.hours),
    answers: unanswered(found) && may(actor, "confirm", facts), settles: found.disputedAt !== null && found.settledAt === null && may(actor, "settle", facts),
    removes: found.state === "DRAFT" && may(actor, "remove", facts),
    /** May be mended now by the actor; in a state that is not the writer's any more it is read-only. */
    mends: (found.state === "DRAFT" || found.state === "REJECTED") && may(actor, "edit", facts),
  };
}

const whole = (actor: Actor, found: Stored) => ({ ...shown(actor, found), named: found.contacts.map(({ contact }) => contact), detail: detailOf(kinds[found.kind], found.detail) });

export type DutyRow = ReturnType<typeof shown<Row>>;
export type Duty = ReturnType<typeof whole>;

/** One record; NotFound outside the actor's sight. */
export async function getDuty(actor: Actor, id: string): Promise<Duty> {
  const found = isId(id) ? await db().duty.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!found) throw new NotFound({ type: "Duty", id });
  return whole(actor, found);
}

const isOpenDispute: Prisma.DutyWhereInput = { disputedAt: { not: null }, settledAt: null };
export const onShelf = (state: Shelf): Prisma.DutyWhereInput => (state === undefined ? {} : state === "disputed" ? isOpenDispute : { state });

export type Narrow = Partial<Pick<DutyFilters, "kind" | "unit" | "delegate" | "import" | "origin" | "q" | "year">>;

const ofYear = (year: string): Prisma.DutyWhereInput => ({ heldOn: { gte: dayOf(`${year}-01-01`), lte: dayOf(`${year}-12-31`) } });

export const matching = ({ kind, unit, delegate, origin, q, year, ...of }: Narrow): Prisma.DutyWhereInput => ({
  AND: [kind ? { kind } : {}, unit ? { unitId: unit } : {}, delegate ? { delegateId: delegate } : {}, of.import ? { importId: of.import } : {}, origin ? { origin } : {}, year ? ofYear(year) : {}, q ? { delegate: { person: { name: { contains: q } } } } : {}],
});

export const PAGE = 20;

/** Records the actor may know of, the latest first, and how many there are. */
export async function listDuties(actor: Actor, filters: Narrow & Pick<DutyFilters, "state" | "page">, size = PAGE): Promise<{ rows: DutyRow[]; total: number }> {
  const where = { AND: [visibleTo(actor), onShelf(filters.state), matching(filters)] };
  const { state, page: _, ...narrow } = filters;
  const count = async () => {
    const tally = state === "disputed" ? null : await tallyOf(actor, narrow);
    return tally ? timesOf(tally, state === undefined || state === "disputed" ? undefined : [state]) : db().duty.count({ where });
  };
  const [rows, total] = await Promise.all([db().duty.findMany({ where, select: row, orderBy: [{ heldOn: "desc" }, { id: "desc" }], skip: (filters.page - 1) * size, take: size }), count()]);
  return { rows: rows.map((found) => shown(actor, found)), total };
}

/** How many records each shelf holds under the same other filters. */
export async function countDuties(actor: Actor, shelves: readonly Shelf[], filters: Narrow): Promise<number[]> {
  const where = (more: Prisma.DutyWhereInput) => ({ AND: [visibleTo(actor), matching(filters), more] });
  const counted = async () => new Map((await db().duty.groupBy({ by: ["state"], where: where({}), _count: true })).map((g) => [g.state, { times: g._count, hours: 0, reached: 0 }]));
  const [tally, disputed] = await Promise.all([tallyOf(actor, filters).then((found) => found ?? counted()), db().duty.count({ where: where(isOpenDispute) })]);
  const of = (state: Exclude<Shelf, "disputed">) => timesOf(tally, state && [state]);
  return shelves.map((shelf) => (shelf === "disputed" ? disputed : of(shelf)));
}

const QUIET = ["duty.find"];

/** Who took which step of a record, the latest first. */
export async function listSteps(actor: Actor, of: Duty) {
  const events = await db().auditEvent.findMany({
    where: { committeeId: of.committeeId, targetType: "Duty", targetId: of.id, outcome: "DONE", verb: { notIn: QUIET } }, select: { seq: true, at: true, actorName: true, verb: true, reason: true }, orderBy: { seq: "desc" }, take: 100,
  });
  const own = actor.role === "DELEGATE";
  return events.map((e) => ({ key: String(e.seq), title: (verbNames[e.verb] ?? e.verb).replace("履职：", ""), when: formatInstant(e.at), by: own && e.actorName === actor.name ? "本人" : e.actorName, reason: e.reason }));
}

export type Step = Awaited<ReturnType<typeof listSteps>>[number];

export const stateOf = (duty: Pick<DutyRow, "state">): string => stateNames[duty.state];
