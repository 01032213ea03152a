import "server-only";
import type { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { visibleTo } from "./policy";

export const record = {
  id: true, committeeId: true, parentId: true, name: true, kind: true, path: true, depth: true, isElecting: true, isHandling: true,
  activeFrom: true, activeTo: true, version: true, parent: { select: { name: true, activeTo: true } },
} satisfies Prisma.UnitSelect;

export type Unit = Prisma.UnitGetPayload<{ select: typeof record }>;

/** The row of a unit; NotFound outside the actor's sight. */
export async function find(actor: Actor, id: string): Promise<Unit> {
  const unit = await db().unit.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record });
  if (!unit) throw new NotFound({ type: "Unit", id });
  return unit;
}
