import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** How many a letter reached, and how many of them have read it. */
export type Reach = { people: number; read: number };

/** The reach of letters by their keys, those already spread; the caller has shown that the actor may see what they are about. */
export async function listReach(actor: Actor, keys: readonly string[]): Promise<ReadonlyMap<string, Reach>> {
  if (keys.length === 0) return new Map();
  const rows = await db().$queryRaw<{ key: string; people: number; read: number }[]>`
    SELECT d.key, count(m.id)::int AS people, count(m."readAt")::int AS read
    FROM "Dispatch" d LEFT JOIN "Message" m ON m."dispatchId" = d.id
    WHERE d.key = ANY(${[...keys]}) AND d."committeeId" = ${actor.committeeId}::uuid AND d."spreadAt" IS NOT NULL GROUP BY d.key`;
  return new Map(rows.map(({ key, ...reach }) => [key, reach]));
}
