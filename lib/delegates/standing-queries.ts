import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { DelegateStatus } from "@/prisma/client/enums";
import { onRegister } from "./flow";
import { visibleSql } from "./scope-sql";

export type Standing = { termId: string; termName: string; heads: Partial<Record<DelegateStatus, number>>; register: number };

/** The present term and how many mandates the actor sees in each status; null without a term. One statement, asked once per request. */
export const getStanding = cache(async (actor: Actor): Promise<Standing | null> => {
  const rows = await db().$queryRaw<{ id: string; name: string; status: DelegateStatus | null; heads: number }[]>`
    SELECT t.id, t.name, d.status::text AS status, count(d.id)::int AS heads FROM "Committee" c JOIN "Term" t ON t.id = c."currentTermId"
    LEFT JOIN "Delegate" d ON d."termId" = t.id AND ${visibleSql(actor)} WHERE c.id = ${actor.committeeId}::uuid GROUP BY t.id, t.name, d.status`;
  const [first] = rows;
  if (!first) return null;
  const heads = Object.fromEntries(rows.flatMap((row) => (row.status ? [[row.status, row.heads]] : []))) as Standing["heads"];
  return { termId: first.id, termName: first.name, heads, register: onRegister.reduce((sum, status) => sum + (heads[status] ?? 0), 0) };
});
