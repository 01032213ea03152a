import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { visibleTo } from "@/lib/delegates/policy";

export const MOST_OFFERED = 50;

export type Whom = { id: string; name: string; delegation: string };

/** Delegates whose mandate is in force and whom the actor may know of, by name: those to write for. At most MOST_OFFERED. */
export async function listWritable(actor: Actor, q?: string): Promise<Whom[]> {
  const rows = await db().delegate.findMany({
    where: { AND: [visibleTo(actor), { status: "ACTIVE", term: { currentOf: { isNot: null } } }, q ? { person: { name: { contains: q } } } : {}] },
    select: { id: true, person: { select: { name: true } }, delegation: { select: { name: true } } }, orderBy: [{ pinyin: "asc" }, { id: "asc" }], take: MOST_OFFERED,
  });
  return rows.map(({ id, person, delegation }) => ({ id, name: person.name, delegation: delegation.name }));
}
