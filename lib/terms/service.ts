import "server-only";
import { v7 as newId } from "uuid";
import type { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { dateFaults, dayOf, isoOf } from "./dates";
import { refusals } from "./labels";
import { may, visibleTo, type TermAct } from "./policy";
import type { TermInput } from "./schema";
import { bothSides, columnsOf, inWords, writtenOf } from "./written";

const record = {
  id: true, committeeId: true, level: true, ordinal: true, name: true, congressFrom: true, congressTo: true, startsOn: true, endsOn: true, ageReferenceOn: true, version: true,
} satisfies Prisma.TermSelect;

type Term = Prisma.TermGetPayload<{ select: typeof record }>;

const demand = (actor: Actor, act: TermAct, term: { id?: string; name?: string; committeeId: string }): void => {
  if (!may(actor, act, term)) throw new Forbidden(`term.${act}`, { type: "Term", id: term.id ?? null, name: term.name ?? null }, refusals[act]);
};

async function find(actor: Actor, id: string): Promise<Term> {
  const term = await db().term.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record });
  if (!term) throw new NotFound({ type: "Term", id });
  return term;
}

/** One writer at a time for the terms of the actor's committee: which is the present one, and which ordinals are taken. */
export const holdTerms = async (actor: Actor): Promise<void> => {
  await db().$queryRaw`SELECT id FROM "Committee" WHERE id = ${actor.committeeId}::uuid FOR NO KEY UPDATE`;
};

/** Dates in order and in no other term of this level, and an ordinal no other has; one term may begin on the day another ends. */
async function weigh(committeeId: string, input: TermInput, own?: string): Promise<void> {
  const others: Prisma.TermWhereInput = { committeeId, level: input.level, ...(own ? { id: { not: own } } : {}) };
  const overlap: Prisma.TermWhereInput = { startsOn: { lt: dayOf(input.endsOn) }, endsOn: { gt: dayOf(input.startsOn) } };
  const [taken, crossing] = await Promise.all([db().term.count({ where: { ...others, ordinal: input.ordinal } }), db().term.findFirst({ where: { ...others, ...overlap }, select: { name: true, startsOn: true, endsOn: true } })]);
  const fields = {
    ...dateFaults(input), ...(taken > 0 ? { ordinal: [refusals.ordinalTaken] } : {}),
    ...(crossing ? { startsOn: [refusals.overlaps(crossing.name, isoOf(crossing.startsOn), isoOf(crossing.endsOn))] } : {}),
  };
  if (Object.keys(fields).length > 0) throw new Refusal("没有保存。", fields);
}

/** Opens a term and returns its id; it becomes the present one by makeCurrent alone. Refuses a taken ordinal and dates out of order. */
export const openTerm = (actor: Actor, input: TermInput): Promise<string> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    demand(actor, "open", { committeeId, name: input.name });
    await holdTerms(actor);
    await weigh(committeeId, input);
    const id = newId();
    await db().term.create({ data: { id, committeeId, ...columnsOf(input) }, select: { id: true } });
    await audit(actor, { verb: "term.open", target: { type: "Term", id, name: input.name }, changes: changesOf({}, inWords(input)) });
    return id;
  });

/** Saves the form over a term; when somebody saved in between, a Conflict carries both values of every field that differs. */
export const editTerm = (actor: Actor, id: string, version: number, input: TermInput): Promise<void> =>
  transact(async () => {
    const { committeeId, name } = await find(actor, id);
    demand(actor, "edit", { id, committeeId, name });
    await holdTerms(actor);
    const term = await find(actor, id);
    const changes = changesOf(inWords(writtenOf(term)), inWords(input));
    if (term.version !== version) throw new Conflict(bothSides(changes), String(term.version));
    await weigh(committeeId, input, id);
    if (Object.keys(changes).length === 0) return;
    const { count } = await db().term.updateMany({ where: { id, version }, data: { ...columnsOf(input), version: { increment: 1 } } });
    if (count === 0) throw new Conflict(bothSides(changes), String(term.version));
    await audit(actor, { verb: "term.edit", target: { type: "Term", id, name: input.name }, changes });
  });

/**
 * Makes a term the committee's present one: roster, composition and home pages turn to it. `from` is the present term
 * as the actor saw it; a Conflict when another was set meanwhile, a Refusal when it is this one already.
 */
export const makeCurrent = (actor: Actor, id: string, from: string | null): Promise<void> =>
  transact(async () => {
    const term = await find(actor, id);
    demand(actor, "makeCurrent", term);
    await holdTerms(actor);
    const committee = await db().committee.findUniqueOrThrow({ where: { id: term.committeeId }, select: { currentTerm: { select: { id: true, name: true } } } });
    const present = committee.currentTerm;
    if (present?.id === id) throw new Refusal(refusals.alreadyCurrent);
    if ((present?.id ?? null) !== from) throw new Conflict({ current: { theirs: present?.name ?? "—", yours: term.name } }, present?.id ?? "");
    await db().committee.updateMany({ where: { id: term.committeeId, currentTermId: from }, data: { currentTermId: id } });
    await audit(actor, { verb: "term.makeCurrent", target: { type: "Term", id, name: term.name }, changes: { current: [present?.name ?? null, term.name] } });
  });

export { addDelegation, addGroup } from "./delegations/service";
