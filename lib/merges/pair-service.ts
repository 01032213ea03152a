import "server-only";
import { keysOfName, searchKeysOf } from "@/lib/delegates/keys";
import type { PersonRecord } from "@/lib/delegates/queries";
import type { PersonValues } from "@/lib/delegates/values";
import type { Actor } from "@/lib/platform/actor";
import { auditMany, type Changes } from "@/lib/platform/audit";
import { db } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { byHandOf, type MandateRow, type PersonRow } from "./before";
import { refusals } from "./labels";
import { may, peopleVisibleTo, type MergeAct } from "./policy";

/**
 * Both persons, held until the transaction ends. The smaller id is always held first, so that two who merge the same
 * pair crosswise wait for one another instead of losing anybody. NotFound outside the actor's sight.
 */
export async function holdPair(actor: Actor, act: MergeAct, keepId: string, dropId: string): Promise<{ keep: PersonRow; drop: PersonRow }> {
  const ids = [keepId, dropId];
  const seen = await db().person.findMany({ where: { AND: [peopleVisibleTo(actor), { id: { in: ids } }] }, select: { id: true, committeeId: true } });
  const missing = ids.find((id) => !seen.some((p) => p.id === id));
  if (missing || !seen[0]) throw new NotFound({ type: "Person", id: missing ?? keepId });
  if (!may(actor, act, seen[0])) throw new Forbidden(`merge.${act}`, { type: "Person", id: keepId }, refusals[act]);
  if (keepId === dropId) throw new Refusal(refusals.same);
  const rows = await db().$queryRaw<{ row: PersonRow }[]>`SELECT to_jsonb(p) AS row FROM "Person" p WHERE p.id = ANY(${ids}::uuid[]) ORDER BY p.id FOR UPDATE`;
  const [keep, drop] = ids.map((id) => rows.find(({ row }) => row.id === id)?.row);
  if (!keep || !drop) throw new Refusal(refusals.gone);
  return { keep, drop };
}

/** Every mandate of these persons, held likewise. */
export async function holdMandates(actor: Actor, personIds: string[]): Promise<MandateRow[]> {
  const rows = await db().$queryRaw<{ row: MandateRow }[]>`SELECT to_jsonb(d) AS row FROM "Delegate" d WHERE d."personId" = ANY(${personIds}::uuid[]) AND d."committeeId" = ${actor.committeeId}::uuid ORDER BY d.id FOR UPDATE`;
  return rows.map(({ row }) => row);
}

/** The keys by which all mandates of a person are ordered and found. */
export async function rekey(actor: Actor, person: PersonRecord, values: PersonValues): Promise<void> {
  const keys = keysOfName(values.name, byHandOf(person));
  await db().delegate.updateMany({ where: { personId: person.id, committeeId: actor.committeeId ?? "" }, data: { strokeKey: keys.strokeKey, pinyin: keys.pinyin, searchKeys: searchKeysOf(values.name, keys, values) } });
}

/** Tells the history of each mandate what was done to its person. */
export const tell = (actor: Actor, verb: string, ids: string[], name: string, more: { changes?: Changes; reason?: string }): Promise<void> =>
  auditMany(actor, ids.map((id) => ({ verb, target: { type: "Delegate", id, name }, ...more })));
