import "server-only";
import { cache } from "react";
import type { AccountActor } from "@/lib/platform/actor";
import { formatDate, formatInstant, isoOf, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";
import { pendingOf } from "./registry";

type Row = { kind: string; id: string; title: string; note: string; since: Date; dueOn: Date | null; provisional: boolean | null; overdue: boolean; near: boolean; heads: number; late: number };

/** The rows of every noun in one statement, each with its clock: what is overdue first, then by the last day, then the oldest. */
const together = (list: readonly Pending[]): Prisma.Sql => Prisma.sql`
  SELECT t.*, d."dueOn", d.provisional, coalesce(d.state = 'OVERDUE', false) AS overdue, coalesce(d.state = 'RUNNING' AND d.rung > 0, false) AS near
  FROM (${Prisma.join(list.map(({ kind, rows }) => Prisma.sql`SELECT ${kind}::text AS kind, r.* FROM (${rows}) r`), " UNION ALL ")}) t
  LEFT JOIN "Deadline" d ON d."openFor" = t.kind || ':' || t.id`;

const order = Prisma.sql`o.overdue DESC, o."dueOn" NULLS LAST, o.since, o.id`;

const told = (list: readonly Pending[], row: Row) => {
  const of = list.find(({ kind }) => kind === row.kind);
  return {
    kind: row.kind, id: row.id, title: row.title, note: row.note, name: of?.name ?? row.kind, href: of?.page(row.id) ?? "/tasks", since: formatInstant(row.since).slice(0, 10),
    due: row.dueOn ? `${formatDate(isoOf(row.dueOn))}${row.provisional ? "（暂算）" : ""}` : null, overdue: row.overdue, near: row.near, today: row.dueOn ? isoOf(row.dueOn) === today() : false,
  };
};
export type Task = ReturnType<typeof told>;

export type TaskGroup = { kind: string; name: string; total: number; late: number; tasks: Task[] };

const SHOWN = 5;

/** What waits for the actor, by kind: how many, how many of them overdue, and the first of each. One statement for all nouns; asked once per request. */
export const listTaskGroups = cache(async (actor: AccountActor): Promise<TaskGroup[]> => {
  const list = pendingOf(actor);
  if (list.length === 0) return [];
  const rows = await db().$queryRaw<Row[]>`
    SELECT * FROM (SELECT o.*, (count(*) OVER k)::int AS heads, (count(*) FILTER (WHERE o.overdue) OVER k)::int AS late, row_number() OVER (PARTITION BY o.kind ORDER BY ${order}) AS n FROM (${together(list)}) o WINDOW k AS (PARTITION BY o.kind)) o
    WHERE o.n <= ${SHOWN} ORDER BY ${order}`;
  const kinds = [...new Set(rows.map((row) => row.kind))];
  return kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    return { kind, name: list.find((one) => one.kind === kind)?.name ?? kind, total: own[0]?.heads ?? 0, late: own[0]?.late ?? 0, tasks: own.map((row) => told(list, row)) };
  });
});

export const PAGE = 20;

/** One page of the tasks of one kind, in the order of the list; none of a kind that is not the actor's. */
export async function listTasksOf(actor: AccountActor, kind: string, page: number): Promise<Task[]> {
  const list = pendingOf(actor).filter((one) => one.kind === kind);
  if (list.length === 0) return [];
  const rows = await db().$queryRaw<Row[]>`SELECT o.*, 0 AS heads, 0 AS late FROM (${together(list)}) o ORDER BY ${order} LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`;
  return rows.map((row) => told(list, row));
}
