import "server-only";
import { isDeepStrictEqual } from "node:util";
import { v7 as newId } from "uuid";
import type { Prisma } from "@/prisma/client/client";
import type { UnitKind } from "@/prisma/client/enums";
import type { Actor } from "@/lib/platform/actor";
import { audit, changesOf, type Changes } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Refusal } from "@/lib/platform/errors";
import { dayOf, isoOf } from "./dates";
import { stateOf, unitFlow, type FormEvent } from "./flow";
import { inWords } from "./history";
import { childrenStand, closingWarning, eventNames, refusals, standingInTheWay, stillElecting, stillHandling, verbs } from "./labels";
import type { Unit } from "./row-queries";
import type { ChangeFacts, NewUnit } from "./schema";
import { MAX_DEPTH } from "./tree";
import { carryAlong, demand, holdTree, parentFor, placeUnder, refuseTakenName, registerChange, take, type At, type Dated } from "./tree-service";

export type { Dated } from "./tree-service";

/**
 * Sets up a unit under a parent in use; without a parent only the very first one, the committee itself. Returns its id.
 * Refuses a name its siblings have, a date to come, a closed parent, more than 12 levels.
 */
export const establish = (actor: Actor, input: NewUnit): Promise<string> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    demand(actor, "establish", { committeeId, name: input.name });
    await holdTree(actor);
    if (input.activeFrom > today()) throw new Refusal("没有保存。", { activeFrom: [refusals.future] });
    const parent = input.parentId ? await parentFor(actor, input.parentId) : null;
    if (!parent && (await db().unit.count({ where: { committeeId } })) > 0) throw new Refusal("没有保存。", { parentId: [refusals.parentMissing] });
    if (parent && parent.depth + 1 >= MAX_DEPTH) throw new Refusal("没有保存。", { parentId: [refusals.tooDeep] });
    await refuseTakenName(actor, input.parentId, input.name, "name");
    const id = newId();
    const facts = { name: input.name, kind: input.kind, parentId: input.parentId, isElecting: input.isElecting, isHandling: input.isHandling };
    await db().unit.create({
      data: { id, committeeId, ...facts, path: `${parent?.path ?? ""}${id}/`, depth: parent ? parent.depth + 1 : 0, position: await placeUnder(actor, input.parentId), activeFrom: dayOf(input.activeFrom) },
      select: { id: true },
    });
    const after: ChangeFacts = { ...facts, parentName: parent?.name ?? null };
    await registerChange(actor, { id, committeeId }, "ESTABLISH", null, after, { effectiveOn: input.activeFrom, basis: input.basis });
    await audit(actor, { verb: "unit.establish", target: { type: "Unit", id, name: input.name }, changes: changesOf({}, { ...inWords(after), activeFrom: input.activeFrom }), ...(input.basis ? { reason: input.basis } : {}) });
    return id;
  });

const factsOf = (unit: Unit): Required<Omit<ChangeFacts, "others" | "heads">> => ({
  name: unit.name, kind: unit.kind, parentId: unit.parentId, parentName: unit.parent?.name ?? null, isElecting: unit.isElecting, isHandling: unit.isHandling,
  activeTo: unit.activeTo ? isoOf(unit.activeTo) : null,
});

const bothSides = (changes: Changes) => Object.fromEntries(Object.entries(changes).map(([field, [theirs, yours]]) => [field, { theirs: theirs ?? "—", yours: yours ?? "—" }]));

/** Columns the wanted facts are kept in; the parent's name is only told, not kept. */
const columnsOf = ({ parentName: _told, activeTo, ...facts }: ChangeFacts): Prisma.UnitUncheckedUpdateManyInput => ({ ...facts, ...(activeTo === undefined ? {} : { activeTo: activeTo ? dayOf(activeTo) : null }) });

/**
 * The one way a unit changes: right, order, rules of the event (`plan`, which answers the wanted facts), version, row,
 * dated history and audit, together or not at all.
 */
const alter = (actor: Actor, at: At, event: FormEvent, dated: Dated, plan: (unit: Unit) => Promise<ChangeFacts>, more?: (unit: Unit) => Promise<void>): Promise<void> =>
  transact(async () => {
    const unit = await take(actor, event, at.id);
    if (!unit.parentId && event !== "RENAME" && event !== "ADJUST") throw new Refusal(refusals.rootStays);
    if (!unitFlow.next(stateOf(unit), event)) throw new Refusal(`“${unit.name}”${unit.activeTo ? "已停用" : "在用"}，不能办理“${eventNames[event]}”。请刷新页面查看最新状态。`);
    if (dated.effectiveOn > today()) throw new Refusal("没有保存。", { effectiveOn: [refusals.future] });
    if (dated.effectiveOn < isoOf(unit.activeFrom)) throw new Refusal("没有保存。", { effectiveOn: [refusals.tooEarly] });
    const wanted = await plan(unit);
    const old = factsOf(unit);
    const before = Object.fromEntries(Object.entries(old).filter(([field]) => field in wanted)) as ChangeFacts;
    const changes = changesOf(inWords(before), inWords(wanted));
    if (unit.version !== at.version) throw new Conflict(bothSides(changes), String(unit.version));
    if (isDeepStrictEqual(before, wanted)) return;
    const { count } = await db().unit.updateMany({ where: { id: unit.id, version: at.version }, data: { ...columnsOf(wanted), version: { increment: 1 } } });
    if (count === 0) throw new Conflict(bothSides(changes), String(unit.version));
    await more?.(unit);
    await registerChange(actor, unit, event, before, wanted, dated);
    await audit(actor, { verb: `unit.${verbs[event]}`, target: { type: "Unit", id: unit.id, name: unit.name }, changes, ...(dated.basis ? { reason: dated.basis } : {}) });
  });

/** Gives a unit another name from a day on. Refuses a name its siblings have. */
export const rename = (actor: Actor, at: At, name: string, dated: Dated): Promise<void> =>
  alter(actor, at, "RENAME", dated, async (unit) => {
    await refuseTakenName(actor, unit.parentId, name, "name", unit.id);
    return { name };
  });

/** Puts a unit with all that is below it under another parent. Refuses the root, its own subtree, a closed parent, a taken name. */
export const move = (actor: Actor, at: At, parentId: string, dated: Dated): Promise<void> =>
  alter(actor, at, "MOVE", dated, async (unit) => {
    const parent = await parentFor(actor, parentId);
    if (parent.path.startsWith(unit.path)) throw new Refusal("没有保存。", { parentId: [refusals.underItself] });
    const lowest = await db().unit.aggregate({ where: { committeeId: unit.committeeId, path: { startsWith: unit.path } }, _max: { depth: true } });
    if (parent.depth + 1 + (lowest._max.depth ?? unit.depth) - unit.depth >= MAX_DEPTH) throw new Refusal("没有保存。", { parentId: [refusals.tooDeep] });
    await refuseTakenName(actor, parent.id, unit.name, "parentId", unit.id);
    return { parentId: parent.id, parentName: parent.name };
  }, (unit) => carryAlong(actor, unit, parentId));

const onRegister = (unitId: string) => db().delegate.count({ where: { unitId, status: { in: ["PENDING_REVIEW", "ACTIVE", "SUSPENDED"] }, term: { currentOf: { isNot: null } } } });

/**
 * Changes kind and the two marks. A unit that delegates of the present term were elected by stays an electing unit, and
 * one that accounts handle work for stays a handling unit; the root stands for "not filled in" and may be either.
 */
export const adjust = (actor: Actor, at: At, wanted: { kind: UnitKind; isElecting: boolean; isHandling: boolean }, dated: Dated): Promise<void> =>
  alter(actor, at, "ADJUST", dated, async (unit) => {
    const delegates = unit.isElecting && !wanted.isElecting && unit.parentId ? await onRegister(unit.id) : 0;
    if (delegates > 0) throw new Refusal("没有保存。", { isElecting: [stillElecting(delegates)] });
    const handlers = unit.isHandling && !wanted.isHandling ? await db().grant.count({ where: { unitId: unit.id, role: "HANDLING_UNIT", forAccountId: null } }) : 0;
    if (handlers > 0) throw new Refusal("没有保存。", { isHandling: [stillHandling(handlers)] });
    return wanted;
  });

/**
 * Closes a unit from a day on; its records stay. Refuses while units below are in use, and until confirmed (`despite`)
 * while it has delegates of the present term or accounts granted on it.
 */
export const deactivate = (actor: Actor, at: At, dated: Dated, despite: boolean): Promise<void> =>
  alter(actor, at, "DEACTIVATE", dated, async (unit) => {
    const children = await db().unit.count({ where: { parentId: unit.id, activeTo: null } });
    if (children > 0) throw new Refusal(childrenStand(children));
    const [delegates, accounts] = await Promise.all([onRegister(unit.id), db().grant.count({ where: { unitId: unit.id, forAccountId: null } })]);
    if (delegates + accounts > 0 && !despite) throw new Refusal("没有保存。", { despite: [closingWarning(delegates, accounts)] });
    return { activeTo: dated.effectiveOn };
  });

/** Takes a closed unit up again. Refuses while the one above is closed. */
export const reactivate = (actor: Actor, at: At, dated: Dated): Promise<void> =>
  alter(actor, at, "REACTIVATE", dated, async (unit) => {
    if (unit.parent?.activeTo) throw new Refusal(refusals.parentOfInactive);
    if (unit.activeTo && dated.effectiveOn < isoOf(unit.activeTo)) throw new Refusal("没有保存。", { effectiveOn: [refusals.beforeEnd] });
    return { activeTo: null };
  });

/** The database still knows of records this noun does not: they keep the unit too. */
const unlessReferred = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === "P2003") throw new Refusal(refusals.otherRecords);
    throw error;
  }
};

const gone = (facts: Record<string, string | null>): Changes => Object.fromEntries(Object.entries(facts).map(([field, old]) => [field, [old, null]]));

/** Deletes a unit set up by mistake, only while nothing refers to it; says what stands in the way. The audit keeps the deed. */
export const remove = (actor: Actor, at: At): Promise<void> =>
  transact(async () => {
    const unit = await take(actor, "remove", at.id);
    if (!unit.parentId) throw new Refusal(refusals.rootStays);
    // A grant or delegation written meanwhile would quietly lose its unit; holding the row makes it wait and fail instead.
    await db().$queryRaw`SELECT id FROM "Unit" WHERE id = ${unit.id}::uuid FOR UPDATE`;
    const where = { where: { unitId: unit.id } };
    const [children, delegates, delegations, accounts, reorganized] = await Promise.all([
      db().unit.count({ where: { parentId: unit.id } }), db().delegate.count(where), db().delegation.count(where), db().grant.count(where),
      db().unitChange.count({ where: { committeeId: unit.committeeId, unitId: unit.id, event: { in: ["MERGE", "ABSORB", "SPLIT", "RECEIVE"] } } }),
    ]);
    const why = standingInTheWay({ children, delegates, delegations, accounts, reorganized });
    if (why) throw new Refusal(why);
    await unlessReferred(async () => {
      await db().unitChange.deleteMany(where);
      const { count } = await db().unit.deleteMany({ where: { id: unit.id, version: at.version } });
      if (count === 0) throw new Conflict({}, String(unit.version));
    });
    await audit(actor, { verb: "unit.remove", target: { type: "Unit", id: unit.id, name: unit.name }, changes: gone(inWords(factsOf(unit))) });
  });
