import "server-only";
import type { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";
import { audit, changesOf, type Changes } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { dayOf } from "./dates";
import { inWords } from "./history";
import { refusals, yesNo } from "./labels";
import { find, type Unit } from "./row-queries";
import type { ChangeFacts } from "./schema";
import { carryAlong, demand, holdTree, registerChange, type Dated } from "./tree-service";

/** What a unit takes over together with those it receives. */
export type Gains = { isElecting: boolean; isHandling: boolean };
type Other = { id: string; name: string };
type Along = { heads: number; below: number; grants: number };

/** The tree and these rows against every other writer: whoever would write a record into one of them waits, also without knowing of the tree. */
export const holdUnits = async (actor: Actor, act: "MERGE" | "SPLIT", ids: string[]): Promise<void> => {
  for (const id of ids) demand(actor, act, await find(actor, id));
  await holdTree(actor);
  await db().$queryRaw`SELECT id FROM "Unit" WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
};

/** Writes over the version that was read; the tree is held, so only a version read earlier can have moved on. */
async function write(unit: Unit, data: Prisma.UnitUncheckedUpdateManyInput): Promise<void> {
  const { count } = await db().unit.updateMany({ where: { id: unit.id, version: unit.version, activeTo: null }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new Refusal(refusals.movedOn(unit.name));
}

const told = (others: readonly Other[], { heads, below, grants }: Along): Changes => ({
  others: [null, others.map((u) => u.name).join("、")], heads: [null, String(heads)], below: [null, String(below)], grants: [null, String(grants)],
});

const entry = (others: readonly Other[], heads: number): ChangeFacts => ({ others: others.map(({ id, name }) => ({ id, name })), heads });

const record = (actor: Actor, unit: Unit, event: "MERGE" | "ABSORB" | "SPLIT" | "RECEIVE", changes: Changes, dated: Dated): Promise<void> =>
  audit(actor, { verb: `unit.${event.toLowerCase()}`, target: { type: "Unit", id: unit.id, name: unit.name }, changes, ...(dated.basis ? { reason: dated.basis } : {}) });

/** Puts a unit with all below it under another parent, told in its own history as a move. */
async function rehang(actor: Actor, child: Unit, parent: Unit, dated: Dated): Promise<void> {
  await write(child, { parentId: parent.id });
  await carryAlong(actor, child, parent.id);
  const [before, after]: [ChangeFacts, ChangeFacts] = [{ parentId: child.parentId, parentName: child.parent?.name ?? null }, { parentId: parent.id, parentName: parent.name }];
  await registerChange(actor, child, "MOVE", before, after, dated);
  await audit(actor, { verb: "unit.move", target: { type: "Unit", id: child.id, name: child.name }, changes: changesOf(inWords(before), inWords(after)), ...(dated.basis ? { reason: dated.basis } : {}) });
}

async function takeOver(actor: Actor, unit: Unit, event: "ABSORB" | "RECEIVE", gains: Gains, others: readonly Other[], along: Along, dated: Dated): Promise<void> {
  const [before, after] = [{ isElecting: unit.isElecting, isHandling: unit.isHandling }, { isElecting: unit.isElecting || gains.isElecting, isHandling: unit.isHandling || gains.isHandling }];
  await write(unit, after);
  await registerChange(actor, unit, event, before, { ...after, ...entry(others, along.heads) }, dated);
  await record(actor, unit, event, { ...told(others, along), ...changesOf({ isElecting: yesNo(before.isElecting), isHandling: yesNo(before.isHandling) }, { isElecting: yesNo(after.isElecting), isHandling: yesNo(after.isHandling) }) }, dated);
}

export type Absorbed = { id: string; children: string[]; heads: number; grants: number };

/**
 * The units' own part of a merge, in the caller's transaction and after holdUnits: what stands below the sources hangs
 * under the one that stays, the sources are closed, and both sides say so. Refuses a unit that is closed or moved on.
 */
export const absorb = (actor: Actor, intoId: string, sources: Absorbed[], gains: Gains, dated: Dated): Promise<void> =>
  transact(async () => {
    const into = await find(actor, intoId);
    const gone: Other[] = [];
    for (const { id, children, heads, grants } of sources) {
      const unit = await find(actor, id);
      for (const child of children) await rehang(actor, await find(actor, child), await find(actor, intoId), dated);
      await write(unit, { activeTo: dayOf(dated.effectiveOn) });
      await registerChange(actor, unit, "MERGE", { activeTo: null }, { activeTo: dated.effectiveOn, ...entry([into], heads) }, dated);
      await record(actor, unit, "MERGE", { ...told([into], { heads, below: children.length, grants }), activeTo: [null, dated.effectiveOn] }, dated);
      gone.push({ id, name: unit.name });
    }
    const sum = (of: (s: Absorbed) => number) => sources.reduce((all, s) => all + of(s), 0);
    await takeOver(actor, await find(actor, intoId), "ABSORB", gains, gone, { heads: sum((s) => s.heads), below: sum((s) => s.children.length), grants: sum((s) => s.grants) }, dated);
  });

/** The units' own part of a split: the chosen units hang under the one that receives, and both sides say so; the one that gives stays in use. */
export const handOver = (actor: Actor, fromId: string, toId: string, along: Omit<Absorbed, "id">, gains: Gains, dated: Dated): Promise<void> =>
  transact(async () => {
    const [from, to] = [await find(actor, fromId), await find(actor, toId)];
    for (const child of along.children) await rehang(actor, await find(actor, child), await find(actor, toId), dated);
    const counted = { heads: along.heads, below: along.children.length, grants: along.grants };
    await write(from, {});
    await registerChange(actor, from, "SPLIT", null, entry([to], along.heads), dated);
    await record(actor, from, "SPLIT", told([to], counted), dated);
    await takeOver(actor, await find(actor, toId), "RECEIVE", gains, [from], counted, dated);
  });
