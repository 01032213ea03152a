import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/client/client";
import { dueSql, type FigureOf } from "./figure-sql";
import { classes, classesOf, type Class, type Shown } from "./labels";

/** Sessions due and what became of them; the six classes add up to `due`, `came` is present and late. */
export type Figure = Record<Class, number> & { due: number; came: number };

/** A figure from the count of each class. */
export function figureOf(counts: Partial<Record<Class, number>>): Figure {
  const all = Object.fromEntries(classes.map((c) => [c, counts[c] ?? 0])) as Record<Class, number>;
  return { ...all, due: classes.reduce((sum, c) => sum + all[c], 0), came: all.PRESENT + all.LATE };
}

/** The fair figure of whatever the filters name, within the actor's sight. */
export async function getFigure(actor: Actor, of: FigureOf): Promise<Figure> {
  const rows = await db().$queryRaw<{ class: Class; n: number }[]>`SELECT f.class, count(*)::int AS n FROM (${dueSql(actor, of)}) f GROUP BY f.class`;
  return figureOf(Object.fromEntries(rows.map(({ class: c, n }) => [c, n])));
}

const by = { delegate: Prisma.sql`f."delegateId"`, delegation: Prisma.sql`f."delegationId"`, unit: Prisma.sql`f."unitId"`, activity: Prisma.sql`f."activityId"` };

/** The figure of each delegate, delegation, unit or activity at once, by its id; who had nothing due is not in it. */
export async function getFigures(actor: Actor, of: FigureOf, each: keyof typeof by): Promise<Map<string, Figure>> {
  const rows = await db().$queryRaw<{ id: string; class: Class; n: number }[]>`SELECT ${by[each]} AS id, f.class, count(*)::int AS n FROM (${dueSql(actor, of)}) f GROUP BY 1, 2`;
  const counts = new Map<string, Partial<Record<Class, number>>>();
  for (const { id, class: c, n } of rows) counts.set(id, { ...counts.get(id), [c]: n });
  return new Map([...counts].map(([id, of]) => [id, figureOf(of)]));
}

export const PAGE = 50;
export type FigureRow = { participationId: string; sessionId: string; activityId: string; delegateId: string; name: string; delegation: string; title: string; position: number; startsAt: Date; class: Class };

/** The rows behind a number of the figure, the latest session first, and how many there are. */
export async function listFigureRows(actor: Actor, of: FigureOf, { show, page }: { show: Shown; page: number }): Promise<{ rows: FigureRow[]; total: number }> {
  const from = Prisma.sql`FROM (${dueSql(actor, of)}) f WHERE f.class = ANY(${[...classesOf(show)]}::text[])`;
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<FigureRow[]>`
      SELECT f.*, n.name, g.name AS delegation FROM (SELECT f."participationId", f."sessionId", f."activityId", f."delegateId", f."delegationId", f.title, f.position, f."startsAt", f.class ${from}) f
      JOIN "Delegate" d ON d.id = f."delegateId" JOIN "Person" n ON n.id = d."personId" JOIN "Delegation" g ON g.id = f."delegationId"
      ORDER BY f."startsAt" DESC, g.position, d."sortOrder", f."participationId" LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`,
    db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n ${from}`,
  ]);
  return { rows, total: counted?.n ?? 0 };
}
