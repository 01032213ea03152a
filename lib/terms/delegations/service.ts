import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit, changesOf, type Changes } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { nameTaken, refusals, standingInTheWay, strangersInGroup } from "../labels";
import { delegationsVisibleTo, groupsVisibleTo, may } from "../policy";
import { getTerm } from "../queries";
import type { Reorder } from "../schema";
import { bothSides } from "../written";

const place = { id: true, committeeId: true, termId: true, name: true, position: true, version: true } as const;

type Place = { id: string; committeeId: string; termId: string; name: string; position: number; version: number };
type At = { id: string; version: number };
type Old = At | { id: string; position: number };
type Where = { id?: string; termId?: string; name?: string; position?: { lt: number } | { gt: number } };
type Towards = { position: "asc" | "desc" };

/**
 * Delegations and groups are arranged alike: each has a name of its own and a place in the order of the term. `hold`
 * keeps a delegate from being put in while it is removed.
 */
const shelves = {
  delegation: {
    type: "Delegation", what: "代表团",
    find: (actor: Actor, where: Where, orderBy: Towards = { position: "asc" }): Promise<Place | null> =>
      db().delegation.findFirst({ where: { AND: [delegationsVisibleTo(actor), where] }, orderBy, select: place }),
    write: (where: Old, data: { name?: string; position?: number; version?: { increment: 1 } }) => db().delegation.updateMany({ where, data }),
    hold: (id: string) => db().$queryRaw`SELECT id FROM "Delegation" WHERE id = ${id}::uuid FOR UPDATE`,
    remove: (where: At) => db().delegation.deleteMany({ where }),
    counts: async (delegationId: string) => ({ delegates: await db().delegate.count({ where: { delegationId } }), groups: await db().delegateGroup.count({ where: { delegationId } }) }),
  },
  group: {
    type: "DelegateGroup", what: "代表小组",
    find: (actor: Actor, where: Where, orderBy: Towards = { position: "asc" }): Promise<Place | null> =>
      db().delegateGroup.findFirst({ where: { AND: [groupsVisibleTo(actor), where] }, orderBy, select: place }),
    write: (where: Old, data: { name?: string; position?: number; version?: { increment: 1 } }) => db().delegateGroup.updateMany({ where, data }),
    hold: (id: string) => db().$queryRaw`SELECT id FROM "DelegateGroup" WHERE id = ${id}::uuid FOR UPDATE`,
    remove: (where: At) => db().delegateGroup.deleteMany({ where }),
    counts: async (groupId: string) => ({ delegates: await db().delegate.count({ where: { groupId } }), groups: 0 }),
  },
};

type Shelf = keyof typeof shelves;

/** A term whose delegations and groups the actor may arrange, held against other arrangers; returns its committee. */
async function arrange(actor: Actor, termId: string): Promise<string> {
  const { committeeId, name } = await getTerm(actor, termId);
  if (!may(actor, "arrange", { committeeId })) throw new Forbidden("term.arrange", { type: "Term", id: termId, name }, refusals.arrange);
  await db().$queryRaw`SELECT id FROM "Term" WHERE id = ${termId}::uuid FOR NO KEY UPDATE`;
  return committeeId;
}

/** The row as it is once its term is held. */
async function take(actor: Actor, shelf: Shelf, id: string): Promise<Place> {
  const look = async () => {
    const found = await shelves[shelf].find(actor, { id });
    if (!found) throw new NotFound({ type: shelves[shelf].type, id });
    return found;
  };
  await arrange(actor, (await look()).termId);
  return look();
}

async function refuseTakenName(actor: Actor, shelf: Shelf, termId: string, name: string): Promise<void> {
  const other = await shelves[shelf].find(actor, { termId, name });
  if (other) throw new Refusal("没有保存。", { name: [nameTaken(shelves[shelf].what, name)] });
}

const lastPlace = async (actor: Actor, shelf: Shelf, termId: string): Promise<number> => (await shelves[shelf].find(actor, { termId }, { position: "desc" }))?.position ?? 0;

const told = (actor: Actor, shelf: Shelf, verb: string, row: { id: string; name: string }, changes: Changes): Promise<void> =>
  audit(actor, { verb: `${shelf}.${verb}`, target: { type: shelves[shelf].type, id: row.id, name: row.name }, changes });

/** The unit's name if it is one of the committee's; null for none. Refuses any other. */
async function unitName(committeeId: string, unitId: string | null): Promise<string | null> {
  if (!unitId) return null;
  const unit = await db().unit.findFirst({ where: { id: unitId, committeeId }, select: { name: true } });
  if (!unit) throw new Refusal("没有保存。", { unitId: [refusals.unitUnknown] });
  return unit.name;
}

async function delegationName(actor: Actor, termId: string, id: string | null): Promise<string | null> {
  if (!id) return null;
  const delegation = await shelves.delegation.find(actor, { id, termId });
  if (!delegation) throw new Refusal("没有保存。", { delegationId: [refusals.delegationUnknown] });
  return delegation.name;
}

/** Adds a delegation at the end of a term's order and returns its id. `unitId` is the electing unit its delegates get when the roster names none. */
export const addDelegation = (actor: Actor, termId: string, input: { name: string; unitId: string | null }): Promise<string> =>
  transact(async () => {
    const committeeId = await arrange(actor, termId);
    await refuseTakenName(actor, "delegation", termId, input.name);
    const unit = await unitName(committeeId, input.unitId);
    const id = newId();
    await db().delegation.create({ data: { id, committeeId, termId, ...input, position: (await lastPlace(actor, "delegation", termId)) + 1 }, select: { id: true } });
    await told(actor, "delegation", "add", { id, name: input.name }, changesOf({}, { name: input.name, unitId: unit }));
    return id;
  });

/** Adds a group at the end of a term's order and returns its id; it may stand in one delegation or across all. */
export const addGroup = (actor: Actor, termId: string, input: { name: string; delegationId: string | null }): Promise<string> =>
  transact(async () => {
    const committeeId = await arrange(actor, termId);
    await refuseTakenName(actor, "group", termId, input.name);
    const delegation = await delegationName(actor, termId, input.delegationId);
    const id = newId();
    await db().delegateGroup.create({ data: { id, committeeId, termId, ...input, position: (await lastPlace(actor, "group", termId)) + 1 }, select: { id: true } });
    await told(actor, "group", "add", { id, name: input.name }, changesOf({}, { name: input.name, delegationId: delegation }));
    return id;
  });

const rename = (shelf: Shelf) => (actor: Actor, at: At, name: string): Promise<void> =>
  transact(async () => {
    const row = await take(actor, shelf, at.id);
    const changes = changesOf({ name: row.name }, { name });
    if (row.version !== at.version) throw new Conflict(bothSides(changes), String(row.version));
    if (row.name === name) return;
    await refuseTakenName(actor, shelf, row.termId, name);
    const { count } = await shelves[shelf].write(at, { name, version: { increment: 1 } });
    if (count === 0) throw new Conflict(bothSides(changes), String(row.version));
    await told(actor, shelf, "rename", row, changes);
  });

/** Renames. Refuses a name another one of the term has. */
export const renameDelegation = rename("delegation");
export const renameGroup = rename("group");

/** Says which electing unit a delegation goes with; delegates already in it keep theirs. */
export const setDelegationUnit = (actor: Actor, at: At, unitId: string | null): Promise<void> =>
  transact(async () => {
    const row = await take(actor, "delegation", at.id);
    const before = await db().delegation.findUniqueOrThrow({ where: { id: row.id }, select: { unit: { select: { name: true } } } });
    const changes = changesOf({ unitId: before.unit?.name }, { unitId: await unitName(row.committeeId, unitId) });
    const { count } = await db().delegation.updateMany({ where: at, data: { unitId, version: { increment: 1 } } });
    if (count === 0) throw new Conflict(bothSides(changes), String(row.version));
    await told(actor, "delegation", "setUnit", row, changes);
  });

/** Puts a group into a delegation, or across all. Refuses while delegates of other delegations are in it. */
export const setGroupDelegation = (actor: Actor, at: At, delegationId: string | null): Promise<void> =>
  transact(async () => {
    const row = await take(actor, "group", at.id);
    const before = await db().delegateGroup.findUniqueOrThrow({ where: { id: row.id }, select: { delegation: { select: { name: true } } } });
    const changes = changesOf({ delegationId: before.delegation?.name }, { delegationId: await delegationName(actor, row.termId, delegationId) });
    const strangers = delegationId ? await db().delegate.count({ where: { groupId: row.id, delegationId: { not: delegationId } } }) : 0;
    if (strangers > 0) throw new Refusal("没有保存。", { delegationId: [strangersInGroup(strangers)] });
    const { count } = await db().delegateGroup.updateMany({ where: at, data: { delegationId, version: { increment: 1 } } });
    if (count === 0) throw new Conflict(bothSides(changes), String(row.version));
    await told(actor, "group", "setDelegation", row, changes);
  });

const reorder = (shelf: Shelf) => (actor: Actor, { id, direction, position }: Reorder): Promise<void> =>
  transact(async () => {
    const row = await take(actor, shelf, id);
    const { find: look, write } = shelves[shelf];
    const beside = direction === "up" ? await look(actor, { termId: row.termId, position: { lt: position } }, { position: "desc" }) : await look(actor, { termId: row.termId, position: { gt: position } });
    if (row.position !== position) throw new Refusal(refusals.orderChanged);
    if (!beside) throw new Refusal(refusals.nowhereFurther);
    const moved = await write({ id, position }, { position: beside.position });
    const made = await write({ id: beside.id, position: beside.position }, { position });
    if (moved.count + made.count !== 2) throw new Refusal(refusals.orderChanged);
    await told(actor, shelf, "reorder", row, { position: [String(position), String(beside.position)] });
  });

/** Swaps with the neighbour above or below. Refuses when the order changed since it was read. */
export const reorderDelegation = reorder("delegation");
export const reorderGroup = reorder("group");

/** The database still knows of records this noun does not: they keep the row too. */
const unlessReferred = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if ((error as { code?: string }).code === "P2003") throw new Refusal(refusals.otherRecords);
    throw error;
  }
};

const remove = (shelf: Shelf) => (actor: Actor, at: At): Promise<void> =>
  transact(async () => {
    const row = await take(actor, shelf, at.id);
    const { what, hold, counts, remove: drop } = shelves[shelf];
    await hold(row.id);
    const why = standingInTheWay(what, await counts(row.id));
    if (why) throw new Refusal(why);
    const { count } = await unlessReferred(() => drop(at));
    if (count === 0) throw new Conflict({}, String(row.version));
    await told(actor, shelf, "remove", row, { name: [row.name, null] });
  });

/** Removes what nothing belongs to. Refuses while delegates or groups are in it. */
export const removeDelegation = remove("delegation");
export const removeGroup = remove("group");
