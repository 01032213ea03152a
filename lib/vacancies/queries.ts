import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { isoOf } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { openTo, visibleTo } from "./policy";
import type { VacancyFilters } from "./schema";

const person = { select: { id: true, status: true, person: { select: { name: true } } } } as const;

const record = {
  id: true, committeeId: true, termId: true, unitId: true, delegationId: true, openedOn: true, state: true, meeting: true, seats: true, candidates: true, note: true, version: true,
  unit: { select: { name: true, parentId: true } }, delegation: { select: { name: true } }, term: { select: { name: true, currentOf: { select: { id: true } } } },
  delegate: person, filledBy: { select: { ...person.select, electedOn: true } },
} satisfies Prisma.VacancySelect;

type Stored = Prisma.VacancyGetPayload<{ select: typeof record }>;


/** A vacancy with its dates as calendar days and the steps open to whoever reads it. */
function shown(actor: Actor, { term, filledBy, ...found }: Stored) {
  const current = term.currentOf !== null;
  return {
    ...found, termName: term.name, current, openedOn: isoOf(found.openedOn), filledBy: filledBy && { ...filledBy, electedOn: filledBy.electedOn && isoOf(filledBy.electedOn) },
    open: openTo(actor, { ...found, current }),
  };
}

export type Vacancy = ReturnType<typeof shown>;

/** One vacancy; NotFound outside the actor's sight. */
export async function getVacancy(actor: Actor, id: string): Promise<Vacancy> {
  const found = isId(id) ? await db().vacancy.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!found) throw new NotFound({ type: "Vacancy", id });
  return shown(actor, found);
}

export const PAGE = 20;

/** The vacancies of a term (without one, of the present), the latest first, and how many there are in each state. */
export async function listVacancies(actor: Actor, filters: VacancyFilters) {
  const term: Prisma.VacancyWhereInput = filters.term ? { termId: filters.term } : { term: { currentOf: { isNot: null } } };
  const scope: Prisma.VacancyWhereInput = { AND: [visibleTo(actor), term] };
  const where: Prisma.VacancyWhereInput = { AND: [scope, filters.state ? { state: filters.state } : {}] };
  const [rows, states] = await Promise.all([
    db().vacancy.findMany({ where, select: record, orderBy: [{ openedOn: "desc" }, { id: "desc" }], skip: (filters.page - 1) * PAGE, take: PAGE }),
    db().vacancy.groupBy({ by: ["state"], where: scope, _count: true }),
  ]);
  const counts = Object.fromEntries(states.map((s) => [s.state, s._count]));
  const all = states.reduce((sum, s) => sum + s._count, 0);
  return { rows: rows.map((row) => shown(actor, row)), counts, all, total: filters.state ? (counts[filters.state] ?? 0) : all };
}

/** Seats of the present term that wait for a by-election. */
export const countOpenVacancies = (actor: Actor): Promise<number> => db().vacancy.count({ where: { AND: [visibleTo(actor), { state: "OPEN", term: { currentOf: { isNot: null } } }] } });
