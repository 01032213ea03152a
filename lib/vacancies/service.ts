import "server-only";
import { create } from "@/lib/delegates/service";
import type { WrittenValues } from "@/lib/delegates/written";
import type { Actor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { vacancyFlow, type VacancyEvent } from "./flow";
import { refusals, stateNames } from "./labels";
import { may } from "./policy";
import { getVacancy, type Vacancy } from "./queries";
import type { Election } from "./schema";

type At = { id: string; version: number };

/** The vacancy, when this actor may take this step on it now. */
async function take(actor: Actor, event: VacancyEvent, id: string): Promise<Vacancy> {
  const found = await getVacancy(actor, id);
  if (!may(actor, event, found)) throw new Forbidden(`vacancy.${event}`, { type: "Vacancy", id, name: found.unit.name }, refusals[event]);
  if (!vacancyFlow.next(found.state, event)) throw new Refusal(refusals.notOpen(stateNames[found.state]));
  if (!found.current) throw new Refusal(refusals.termOver);
  return found;
}

async function step(actor: Actor, event: VacancyEvent, found: Vacancy, version: number, columns: Prisma.VacancyUncheckedUpdateManyInput, changes: Changes, reason?: string): Promise<void> {
  const to = vacancyFlow.next(found.state, event) ?? found.state;
  const { count } = await db().vacancy.updateMany({ where: { id: found.id, state: found.state, version }, data: { ...columns, state: to, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(found.version));
  await audit(actor, { verb: `vacancy.${event}`, target: { type: "Vacancy", id: found.id, name: found.unit.name }, changes: { state: [stateNames[found.state], stateNames[to]], ...changes }, ...(reason ? { reason } : {}) });
}

/** What an election must be to fill this seat: in the same unit, after it fell vacant, and a by-election. */
function refuseOther(found: Vacancy, { electedOn, electionKind, unitId }: WrittenValues["mandate"]): void {
  const fields: Record<string, string[]> = {};
  if (electionKind !== "BY_ELECTION") fields.electionKind = [refusals.byElection];
  if (found.unit.parentId && unitId !== found.unitId) fields.unitId = [refusals.sameUnit(found.unit.name)];
  if (!electedOn) fields.electedOn = [refusals.electedOn];
  else if (electedOn < found.openedOn) fields.electedOn = [refusals.tooEarly(found.openedOn)];
  else if (electedOn > today()) fields.electedOn = [refusals.future];
  if (Object.keys(fields).length > 0) throw new Refusal("没有保存。", fields);
}

/**
 * Enters who was elected in a by-election: a new delegate of the same electing unit, and the seat is filled, together
 * or not at all. Returns the delegate's id. Refuses another unit, a day before the seat fell vacant, a filled seat.
 */
export const fill = (actor: Actor, at: At, election: Election, form: WrittenValues, options: { samePerson: "ask" | "same" | "different"; reviewBasis: string | null }): Promise<string> =>
  transact(async () => {
    const found = await take(actor, "fill", at.id);
    refuseOther(found, form.mandate);
    const filledById = await create(actor, found.termId, form, { ...options, seatIn: found.unitId });
    await step(actor, "fill", found, at.version, { ...election, filledById }, { filledBy: [null, form.person.name], meeting: [null, election.meeting] });
    return filledById;
  });

/** Leaves the seat vacant until the end of the term, with the reason. */
export const close = (actor: Actor, at: At, note: string): Promise<void> =>
  transact(async () => {
    await step(actor, "close", await take(actor, "close", at.id), at.version, { note }, {}, note);
  });

/** Takes a closed seat up again. */
export const reopen = (actor: Actor, at: At): Promise<void> =>
  transact(async () => {
    await step(actor, "reopen", await take(actor, "reopen", at.id), at.version, { note: null }, {});
  });
