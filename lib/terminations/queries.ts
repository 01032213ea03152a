import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { openStates } from "./flow";
import { countedFor, openTo, visibleTo } from "./policy";
import type { TerminationFilters } from "./schema";

const record = {
  id: true, committeeId: true, unitId: true, delegateId: true, cause: true, state: true, grounds: true, proposedBy: true, proposedOn: true, decidedOn: true, meeting: true, documentNo: true,
  effectiveOn: true, note: true, filedOn: true, filedWith: true, filingNo: true, version: true,
  unit: { select: { name: true } },
  delegate: { select: { status: true, person: { select: { name: true } }, delegation: { select: { name: true } }, term: { select: { name: true } } } },
} satisfies Prisma.TerminationCaseSelect;

type Stored = Prisma.TerminationCaseGetPayload<{ select: typeof record }>;

const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** A case with its dates as calendar days and the steps open to whoever reads it. */
const shown = (actor: Actor, found: Stored) => ({
  ...found, name: found.delegate.person.name, status: found.delegate.status, proposedOn: iso(found.proposedOn) ?? "", decidedOn: iso(found.decidedOn), effectiveOn: iso(found.effectiveOn), filedOn: iso(found.filedOn),
  open: openTo(actor, found),
});

export type Termination = ReturnType<typeof shown>;

/** One case; NotFound outside the actor's sight. */
export async function getTermination(actor: Actor, id: string): Promise<Termination> {
  const found = isId(id) ? await db().terminationCase.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!found) throw new NotFound({ type: "TerminationCase", id });
  return shown(actor, found);
}

type State = TerminationFilters["state"];

const matching = (state: State): Prisma.TerminationCaseWhereInput => (state === undefined ? {} : { state: state === "open" ? { in: openStates } : state });

export const PAGE = 20;

/** Cases the actor may know of, the latest proposal first, and how many there are. */
export async function listTerminations(actor: Actor, filters: TerminationFilters) {
  const where = { AND: [visibleTo(actor), matching(filters.state)] };
  const [rows, total] = await Promise.all([
    db().terminationCase.findMany({ where, select: record, orderBy: [{ proposedOn: "desc" }, { id: "desc" }], skip: (filters.page - 1) * PAGE, take: PAGE }),
    db().terminationCase.count({ where }),
  ]);
  return { rows: rows.map((row) => shown(actor, row)), total };
}

/** How many cases a filter lists. */
export const countTerminations = (actor: Actor, state: State): Promise<number> => db().terminationCase.count({ where: { AND: [visibleTo(actor), matching(state)] } });

/** How many cases are under way, also for those who may know the number and no case. */
export const countUnderWay = (actor: Actor): Promise<number> => db().terminationCase.count({ where: { AND: [countedFor(actor), { state: { in: openStates } }] } });

/** The cases of one delegate, the latest first. */
export async function listTerminationsOf(actor: Actor, delegateId: string): Promise<Termination[]> {
  const rows = await db().terminationCase.findMany({ where: { AND: [visibleTo(actor), { delegateId }] }, select: record, orderBy: { id: "desc" }, take: 20 });
  return rows.map((row) => shown(actor, row));
}
