import "server-only";
import { visibleTo } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { alike } from "./flaw-sql";

/** Likenesses told of one page of a list. */
const MOST = 500;

/** The other half of a likeness; null stands for somebody the actor may not know of. */
export type Twin = { personId: string; name: string; place: string } | null;

const named = { id: true, name: true } as const;

/** Those who are like each of these persons, with the latest place the actor may see them in. */
export async function listTwins(actor: Actor, kind: keyof typeof alike, personIds: readonly string[]): Promise<Map<string, Twin[]>> {
  const pairs = await db().$queryRaw<{ person: string; other: string }[]>`
    SELECT p.id AS person, q.id AS other FROM "Person" p JOIN "Person" q ON ${alike[kind]} WHERE p.id = ANY(${[...personIds]}::uuid[]) ORDER BY p.id, q.id LIMIT ${MOST}`;
  const others = await db().person.findMany({
    where: { id: { in: [...new Set(pairs.map((pair) => pair.other))] } },
    select: { ...named, delegates: { where: visibleTo(actor), select: { term: { select: { name: true } }, delegation: { select: named } }, orderBy: { term: { startsOn: "desc" } }, take: 1 } },
  });
  // The office knows every person of its committee, also one without a mandate; others only those they see in a mandate.
  const whole = actor.role === "OFFICE" || actor.role === "OFFICE_HEAD";
  const twins = new Map(others.map(({ id, name, delegates: [latest] }): [string, Twin] => [id, latest || whole ? { personId: id, name, place: latest ? `${latest.term.name}${latest.delegation.name}` : "没有代表资格" } : null]));
  const found = new Map<string, Twin[]>();
  for (const { person, other } of pairs) found.set(person, [...(found.get(person) ?? []), twins.get(other) ?? null]);
  return found;
}
