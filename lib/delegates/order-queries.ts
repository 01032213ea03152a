import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import { onRegister } from "./flow";
import { visibleTo } from "./policy";
import { jobOf } from "./queries";

/** Rows of one page of the manual order: with its buttons, as heavy as fifty of the roster. */
export const ORDER_PAGE = 40;

/** Whose order it is: the register of a term, or of one delegation of it. */
export type OrderScope = { termId: string; delegation?: string | undefined };

export const inScope = (actor: Actor, { termId, delegation }: OrderScope): Prisma.DelegateWhereInput =>
  ({ AND: [visibleTo(actor), { termId, status: { in: onRegister }, ...(delegation ? { delegationId: delegation } : {}) }] });

/** One page of the manual order, each row with its place in it; a page beyond the last is the last. */
export async function listOrder(actor: Actor, scope: OrderScope, asked: number) {
  const where = inScope(actor, scope);
  const total = await db().delegate.count({ where });
  const page = Math.max(1, Math.min(asked, Math.ceil(total / ORDER_PAGE)));
  const rows = await db().delegate.findMany({
    where, orderBy: [{ sortOrder: "asc" }, { id: "asc" }], skip: (page - 1) * ORDER_PAGE, take: ORDER_PAGE,
    select: { id: true, employer: true, position: true, person: { select: { name: true } }, delegation: { select: { name: true } } },
  });
  return { page, total, rows: rows.map((row, i) => ({ id: row.id, name: row.person.name, place: (page - 1) * ORDER_PAGE + i + 1, delegation: row.delegation.name, job: jobOf(row.employer, row.position) })) };
}

export type OrderRow = Awaited<ReturnType<typeof listOrder>>["rows"][number];
