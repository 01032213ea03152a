// What every change of the tree stands on: its lock, the row, the dated history, and the paths of a branch that moves.
import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { dayOf } from "./dates";
import { nameTaken, refusals, verbs, type eventNames } from "./labels";
import { may, type UnitAct } from "./policy";
import { find, type Unit } from "./row-queries";
import type { ChangeFacts } from "./schema";

/** When it happened and on what ground. */
export type Dated = { effectiveOn: string; basis: string | null };
export type At = { id: string; version: number };

/** One writer at a time in the actor's tree: a move and an establishment underneath it would tear the paths apart. */
export const holdTree = async (actor: Actor): Promise<void> => {
  await db().$queryRaw`SELECT id FROM "Committee" WHERE id = ${actor.committeeId}::uuid FOR NO KEY UPDATE`;
};

/** Refuses whoever may not do this to units, as a recorded attempt. */
export function demand(actor: Actor, act: UnitAct, unit: { id?: string; name?: string; committeeId: string }): void {
  if (!may(actor, act, unit)) throw new Forbidden(`unit.${verbs[act]}`, { type: "Unit", id: unit.id ?? null, name: unit.name ?? null }, refusals[verbs[act]]);
}

/** The unit for an act: known to the actor, the act theirs, the tree held. */
export async function take(actor: Actor, act: UnitAct, id: string): Promise<Unit> {
  const seen = await find(actor, id);
  demand(actor, act, seen);
  await holdTree(actor);
  return find(actor, id);
}

/** A parent to stand under: in sight and in use. */
export async function parentFor(actor: Actor, parentId: string): Promise<Unit> {
  const parent = await find(actor, parentId);
  if (parent.activeTo) throw new Refusal("没有保存。", { parentId: [refusals.parentInactive] });
  return parent;
}

/** Refuses a name that another unit under the same parent has, closed ones too. */
export async function refuseTakenName(actor: Actor, parentId: string | null, name: string, field: string, own?: string): Promise<void> {
  const other = await db().unit.findFirst({ where: { committeeId: actor.committeeId ?? "", parentId, name, ...(own ? { id: { not: own } } : {}) }, select: { activeTo: true } });
  if (other) throw new Refusal("没有保存。", { [field]: [nameTaken(name, other.activeTo === null)] });
}

/** The rank behind the last of those under a parent. */
export const placeUnder = async (actor: Actor, parentId: string | null): Promise<number> => {
  const last = await db().unit.aggregate({ where: { committeeId: actor.committeeId ?? "", parentId }, _max: { position: true } });
  return (last._max.position ?? 0) + 1;
};

/** One dated entry of the history of a unit. */
export const registerChange = async (actor: Actor, unit: { id: string; committeeId: string }, event: keyof typeof eventNames, before: ChangeFacts | null, after: ChangeFacts, dated: Dated): Promise<void> => {
  await db().unitChange.create({
    data: { committeeId: unit.committeeId, unitId: unit.id, event, effectiveOn: dayOf(dated.effectiveOn), ...(before ? { before } : {}), after, basis: dated.basis, accountId: actor.accountId },
    select: { id: true },
  });
};

/** New paths for the unit and everything below it, in one statement; the unit itself comes last among its new siblings. */
export async function carryAlong(actor: Actor, unit: Pick<Unit, "id" | "path" | "depth">, parentId: string): Promise<void> {
  const parent = await db().unit.findUniqueOrThrow({ where: { id: parentId }, select: { path: true, depth: true } });
  const [path, deeper, position] = [`${parent.path}${unit.id}/`, parent.depth + 1 - unit.depth, await placeUnder(actor, parentId)];
  await db().$executeRaw`
    UPDATE "Unit" SET path = ${path} || substr(path, ${unit.path.length + 1}::int), depth = depth + ${deeper}::int,
      position = CASE WHEN id = ${unit.id}::uuid THEN ${position}::int ELSE position END
    WHERE "committeeId" = ${actor.committeeId}::uuid AND starts_with(path, ${unit.path})`;
}
