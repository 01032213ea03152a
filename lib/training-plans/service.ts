import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { formNames, MOST_LINES, refusals, topicNames } from "./labels";
import { may, type PlanAct } from "./policy";
import { getLine, type PlanLine } from "./queries";
import type { Line } from "./schema";

type At = { id: string; version: number };

const inWords = ({ year, month, topic, form, title, hours, people, organiser, note }: Line) => ({ year, month: `${month}月`, topic: topicNames[topic], form: formNames[form], title, hours, people, organiser, note });
const targetOf = ({ id, title }: { id: string; title: string }) => ({ type: "TrainingPlanLine", id, name: title });

function demand(actor: Actor, act: PlanAct, of: { committeeId: string; id?: string; title: string }): void {
  if (!may(actor, act, of)) throw new Forbidden(`trainingplan.${act}`, { type: "TrainingPlanLine", id: of.id ?? null, name: of.title }, refusals.edit);
}

async function expect(actor: Actor, act: PlanAct, at: At): Promise<PlanLine> {
  const found = await getLine(actor, at.id);
  demand(actor, act, found);
  return found;
}

/** Adds a line to the plan of its year. Refuses more than a year holds. */
export const add = (actor: Actor, line: Line): Promise<void> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    demand(actor, "add", { committeeId, title: line.title });
    await db().$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`trainingplan:${committeeId}`}))::text`;
    if ((await db().trainingPlanLine.count({ where: { committeeId, year: line.year } })) >= MOST_LINES) throw new Refusal(refusals.many);
    const id = newId();
    await db().trainingPlanLine.create({ data: { ...line, id, committeeId }, select: { id: true } });
    await audit(actor, { verb: "trainingplan.add", target: targetOf({ id, title: line.title }), changes: changesOf({}, inWords(line)) });
  });

/** Changes a line. Refuses another's saving in between. */
export const edit = (actor: Actor, at: At, line: Line): Promise<void> =>
  transact(async () => {
    const found = await expect(actor, "edit", at);
    const { count } = await db().trainingPlanLine.updateMany({ where: { id: at.id, version: at.version }, data: { ...line, version: { increment: 1 } } });
    if (count === 0) throw new Conflict({}, String(found.version));
    await audit(actor, { verb: "trainingplan.edit", target: targetOf({ id: at.id, title: line.title }), changes: changesOf(inWords(found), inWords(line)) });
  });

/** Takes a line out of the plan. Refuses while an activity that was not called off is arranged from it. */
export const remove = (actor: Actor, at: At): Promise<number> =>
  transact(async () => {
    const found = await expect(actor, "remove", at);
    if (found.activities.length > 0) throw new Refusal(refusals.used);
    const { count } = await db().trainingPlanLine.deleteMany({ where: { id: at.id, version: at.version, activities: { none: { state: { not: "CANCELLED" } } } } });
    if (count === 0) throw new Conflict({}, String(found.version));
    await audit(actor, { verb: "trainingplan.remove", target: targetOf(found), changes: changesOf(inWords(found), Object.fromEntries(Object.keys(inWords(found)).map((key) => [key, null]))) });
    return found.year;
  });
