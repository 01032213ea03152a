import "server-only";
import { v7 as newId } from "uuid";
import { Prisma, type Unit as UnitRow } from "@/prisma/client/client";
import type { UnitKind } from "@/prisma/client/enums";
import type { Actor } from "@/lib/platform/actor";
import { auditMany, changesOf } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { inParts, rowsJson } from "@/lib/platform/rows";
import { dayOf } from "./dates";
import { inWords } from "./history";
import { refusals } from "./labels";
import { countHeld } from "./queries";
import { MAX_DEPTH } from "./tree";
import { demand } from "./tree-service";

const CHUNK = 500;

type Nature = { kind: UnitKind; isElecting: boolean; isHandling: boolean };
/** A unit to be set up: `parentKey` is the key of another of the list that comes before it, or `u:` and the id of one there is. */
export type Wanted = Nature & { key: string; parentKey: string; name: string; activeFrom: string };
export type Adjusted = { id: string; version: number; name: string; wanted: Nature };

type Parent = { id: string; name: string; path: string; depth: number; last: number };

/** The parents there are, each with the rank of the last below it; refuses one that was closed meanwhile. */
async function parentsOf(actor: Actor, list: Wanted[]): Promise<Map<string, Parent>> {
  const ids = [...new Set(list.map((u) => u.parentKey).filter((key) => /^u:[\da-f-]{36}$/.test(key)).map((key) => key.slice(2)))];
  const [units, lasts] = await Promise.all([
    db().unit.findMany({ where: { committeeId: actor.committeeId ?? "", id: { in: ids }, activeTo: null }, select: { id: true, name: true, path: true, depth: true } }),
    db().unit.groupBy({ by: ["parentId"], where: { committeeId: actor.committeeId ?? "", parentId: { in: ids } }, _max: { position: true } }),
  ]);
  if (units.length !== ids.length) throw new Refusal(refusals.treeMoved);
  const ranks = new Map(lasts.map((row) => [row.parentId, row._max.position ?? 0]));
  return new Map(units.map((u) => [`u:${u.id}`, { ...u, last: ranks.get(u.id) ?? 0 }]));
}

type Made = Omit<UnitRow, "activeTo"> & { parentName: string };

async function rowsOf(actor: Actor, list: Wanted[]): Promise<Made[]> {
  const parents = await parentsOf(actor, list);
  return list.map(({ key, parentKey, activeFrom, ...facts }) => {
    const parent = parents.get(parentKey);
    if (!parent || parent.depth + 1 >= MAX_DEPTH) throw new Refusal(refusals.treeMoved);
    const id = newId();
    const row = { id, committeeId: actor.committeeId ?? "", parentId: parent.id, ...facts, path: `${parent.path}${id}/`, depth: parent.depth + 1, position: (parent.last += 1), activeFrom: dayOf(activeFrom), version: 1 };
    parents.set(key, { id, name: facts.name, path: row.path, depth: row.depth, last: 0 });
    return { ...row, parentName: parent.name };
  });
}

const changesIn = (actor: Actor, rows: { unitId: string; event: "ESTABLISH" | "ADJUST"; effectiveOn: string; before: object | null; after: object }[], basis: string | null): Prisma.Sql => Prisma.sql`
  INSERT INTO "UnitChange" (id, "committeeId", "unitId", event, "effectiveOn", before, after, basis, "accountId")
  SELECT gen_random_uuid(), ${actor.committeeId}::uuid, r."unitId", r.event, r."effectiveOn", r.before, r.after, ${basis}, ${actor.accountId}::uuid
  FROM json_to_recordset(${rowsJson(rows)}::json) AS r ("unitId" uuid, event "UnitEvent", "effectiveOn" date, before jsonb, after jsonb)`;

/** Two under one parent with one name; a sibling may have come since the list was read. */
const orMoved = async (write: Prisma.Sql): Promise<void> => {
  try {
    await db().$executeRaw(write);
  } catch (error) {
    if (JSON.stringify((error as { meta?: unknown }).meta ?? null).includes("UniqueConstraintViolation")) throw new Refusal(refusals.treeMoved);
    throw error;
  }
};

/**
 * Sets up many units, parents before children, in the caller's transaction with the tree held; each is dated and
 * audited. Refuses a closed parent, a name its siblings have, more than 12 levels.
 */
export const establishMany = (actor: Actor, list: Wanted[], basis: string | null): Promise<void> =>
  transact(async () => {
    demand(actor, "establish", { committeeId: actor.committeeId ?? "" });
    for (const part of inParts(await rowsOf(actor, list), CHUNK)) {
      await orMoved(Prisma.sql`
        INSERT INTO "Unit" (id, "committeeId", "parentId", name, kind, path, depth, position, "isElecting", "isHandling", "activeFrom", version)
        SELECT id, "committeeId", "parentId", name, kind, path, depth, position, "isElecting", "isHandling", "activeFrom", version FROM json_populate_recordset(NULL::"Unit", ${rowsJson(part)}::json)`);
      const told = part.map((u) => ({ u, on: u.activeFrom.toISOString().slice(0, 10), after: { name: u.name, kind: u.kind, parentId: u.parentId, parentName: u.parentName, isElecting: u.isElecting, isHandling: u.isHandling } }));
      await db().$executeRaw(changesIn(actor, told.map(({ u, on, after }) => ({ unitId: u.id, event: "ESTABLISH", effectiveOn: on, before: null, after })), basis));
      await auditMany(actor, told.map(({ u, on, after }) => ({ verb: "unit.establish", target: { type: "Unit", id: u.id, name: u.name }, changes: changesOf({}, { ...inWords(after), activeFrom: on }), ...(basis ? { reason: basis } : {}) })));
    }
  });

/** Changes kind and marks of many units from today on, each over the version it was read at, by the rules of one. */
export const adjustMany = (actor: Actor, list: Adjusted[], basis: string | null): Promise<void> =>
  transact(async () => {
    demand(actor, "ADJUST", { committeeId: actor.committeeId ?? "" });
    const { heads, accounts } = await countHeld(actor);
    const before = new Map((await db().unit.findMany({ where: { committeeId: actor.committeeId ?? "", id: { in: list.map((u) => u.id) }, activeTo: null }, select: { id: true, parentId: true, kind: true, isElecting: true, isHandling: true } })).map((u) => [u.id, u]));
    for (const { id, wanted } of list) {
      const old = before.get(id);
      const held = old && ((old.isElecting && !wanted.isElecting && old.parentId && heads.has(id)) || (old.isHandling && !wanted.isHandling && accounts.has(id)));
      if (!old || held) throw new Refusal(refusals.treeMoved);
    }
    for (const part of inParts(list, CHUNK)) {
      const count = await db().$executeRaw`
        UPDATE "Unit" u SET kind = r.kind, "isElecting" = r."isElecting", "isHandling" = r."isHandling", version = u.version + 1
        FROM json_populate_recordset(NULL::"Unit", ${rowsJson(part.map(({ id, version, wanted }) => ({ id, version, ...wanted })))}::json) r
        WHERE u.id = r.id AND u.version = r.version AND u."committeeId" = ${actor.committeeId}::uuid AND u."activeTo" IS NULL`;
      if (count !== part.length) throw new Refusal(refusals.treeMoved);
      const told = part.map((u) => {
        const { kind, isElecting, isHandling } = before.get(u.id) as Nature;
        return { u, old: { kind, isElecting, isHandling } };
      });
      await db().$executeRaw(changesIn(actor, told.map(({ u, old }) => ({ unitId: u.id, event: "ADJUST", effectiveOn: today(), before: old, after: u.wanted })), basis));
      await auditMany(actor, told.map(({ u, old }) => ({ verb: "unit.adjust", target: { type: "Unit", id: u.id, name: u.name }, changes: changesOf(inWords(old), inWords(u.wanted)), ...(basis ? { reason: basis } : {}) })));
    }
  });
