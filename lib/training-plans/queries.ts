import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { MOST_LINES, progressOf, refusals } from "./labels";
import { may, visibleTo } from "./policy";

const record = {
  id: true, committeeId: true, year: true, month: true, topic: true, form: true, title: true, hours: true, people: true, organiser: true, note: true, version: true,
  activities: { select: { id: true, title: true, state: true, startsAt: true }, where: { state: { not: "CANCELLED" } }, orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: 20 },
} satisfies Prisma.TrainingPlanLineSelect;

const told = ({ hours, ...row }: Prisma.TrainingPlanLineGetPayload<{ select: typeof record }>) => ({ ...row, hours: hours.toNumber(), progress: progressOf(row.activities.map((a) => a.state)) });
export type PlanLine = ReturnType<typeof told>;

/** The plan of a year by month, each line with its activities and how far it has come. */
export async function listPlan(actor: Actor, year: number): Promise<PlanLine[]> {
  const rows = await db().trainingPlanLine.findMany({ where: { AND: [visibleTo(actor), { year }] }, select: record, orderBy: [{ month: "asc" }, { id: "asc" }], take: MOST_LINES });
  return rows.map(told);
}

/** One line; NotFound outside the actor's sight. */
export async function getLine(actor: Actor, id: string): Promise<PlanLine> {
  const row = isId(id) ? await db().trainingPlanLine.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!row) throw new NotFound({ type: "TrainingPlanLine", id });
  return told(row);
}

/** The line an activity is arranged from, for who arranges; Forbidden for who only reads. */
export async function expectArrangeable(actor: Actor, id: string): Promise<PlanLine> {
  const found = await getLine(actor, id);
  if (!may(actor, "arrange", found)) throw new Forbidden("trainingplan.arrange", { type: "TrainingPlanLine", id, name: found.title }, refusals.edit);
  return found;
}
