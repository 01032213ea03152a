import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit, auditMany, type Changes } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { inParts } from "@/lib/platform/rows";
import type { BatchKind, BatchOutcome } from "@/prisma/client/enums";
import { MOST_AT_ONCE, previewMove, previewNumbers } from "./batch-queries";
import { updateNumbers, updatePlaces } from "./bulk-sql";
import type { DelegateFilters } from "./filters";
import { batchRefusals, batchKindNames, refusals } from "./labels";
import type { Moved, MoveTarget, Places } from "./move-plan";
import type { NumberRule } from "./number-plan";
import { may } from "./policy";
import { getRosterFrame, type RosterFrame } from "./queries";
import { endUnitGrants } from "./unit-grants-service";

const CHUNK = 500;

type Reached = { row: { id: string; name: string }; outcome: BatchOutcome };
type Written = { row: { id: string; name: string; version: number }; changes: Changes };

async function frameFor(actor: Actor, act: "move" | "number", filters: DelegateFilters): Promise<RosterFrame> {
  if (!may(actor, act, { committeeId: actor.committeeId ?? "" })) throw new Forbidden(`delegate.${act}`, { type: "Delegate" }, refusals.batch);
  const frame = await getRosterFrame(actor, { term: filters.term }, today());
  if (!frame) throw new Refusal(batchRefusals.nobody);
  // One batch of a term after another: two at once would give one number twice or undo each other's places.
  await db().$queryRaw`SELECT id FROM "Term" WHERE id = ${frame.termId}::uuid FOR NO KEY UPDATE`;
  return frame;
}

/** The plan as it is now; refuses one that is no longer what was shown, and one that would change nothing. */
function held<T extends Reached>(preview: { plan: T[]; seal: string } | null, seal: string): T[] {
  if (!preview) throw new Refusal(batchRefusals.many(MOST_AT_ONCE));
  if (preview.seal !== seal) throw new Refusal(batchRefusals.moved);
  if (!preview.plan.some((one) => one.outcome === "DONE")) throw new Refusal(batchRefusals.nobody);
  return preview.plan;
}

/** Keeps the batch with what became of everybody, and tells of it once and of each whom it changed. */
async function keep(actor: Actor, frame: RosterFrame, kind: BatchKind, wanted: string, plan: readonly Reached[], written: readonly Written[]): Promise<string> {
  const [id, committeeId] = [newId(), actor.committeeId ?? ""];
  const skipped = plan.length - written.length;
  await db().delegateBatch.create({ data: { id, committeeId, termId: frame.termId, kind, wanted, done: written.length, skipped, accountId: actor.accountId, accountName: actor.name }, select: { id: true } });
  for (const part of inParts(plan, CHUNK)) await db().delegateBatchItem.createMany({ data: part.map(({ row, outcome }) => ({ batchId: id, delegateId: row.id, committeeId, outcome })) });
  const [verb, whole] = kind === "MOVE" ? ["delegate.move", "delegate.moveMany"] : ["delegate.number", "delegate.numberMany"];
  for (const part of inParts(written, CHUNK)) await auditMany(actor, part.map(({ row, changes }) => ({ verb, target: { type: "Delegate", id: row.id, name: row.name }, changes, reason: wanted })));
  await audit(actor, { verb: whole, target: { type: "DelegateBatch", id, name: batchKindNames[kind] }, changes: { rows: [null, String(written.length)], skipped: [null, String(skipped)] }, reason: wanted });
  return id;
}

/** Refuses places that are not the term's and the committee's own, a closed unit, and a target that asks for nothing. */
async function demandKnown(actor: Actor, target: MoveTarget, names: ReadonlyMap<string, string>): Promise<void> {
  if (target.delegationId === undefined && target.groupId === undefined && target.unitId === undefined) throw new Refusal(batchRefusals.nowhere);
  for (const [field, id] of Object.entries(target)) if (id && !names.has(id)) throw new Refusal("没有调整。", { [field]: [batchRefusals.unknown] });
  if (!target.unitId) return;
  // A unit that is just being merged is waited for, and then it is closed.
  const open = await db().$queryRaw<{ id: string }[]>`SELECT id FROM "Unit" WHERE id = ${target.unitId}::uuid AND "committeeId" = ${actor.committeeId}::uuid AND "activeTo" IS NULL FOR KEY SHARE`;
  if (open.length === 0) throw new Refusal("没有调整。", { unitId: [refusals.closedUnit] });
}

/** The roles that hang on the unit somebody of the batch was moved out of. */
async function endUnitGrantsOf(actor: Actor, moving: readonly Moved[]): Promise<void> {
  const leaving = moving.filter(({ row, after }) => row.unitId !== after.unitId);
  for (const part of inParts(leaving, CHUNK)) {
    const people = await db().delegate.findMany({ where: { id: { in: part.map(({ row }) => row.id) } }, select: { id: true, personId: true } });
    const personOf = new Map(people.map((d) => [d.id, d.personId]));
    await endUnitGrants(actor, part.flatMap(({ row, after }) => (personOf.has(row.id) ? [{ personId: personOf.get(row.id) ?? "", from: row.unitId, to: after.unitId }] : [])), refusals.movedUnit);
  }
}

/**
 * Puts everybody a list shows into another delegation, group or electing unit. Whoever left the register, is there
 * already, or would come into a group of another delegation is passed over and told. `seal` is the list as it was
 * previewed. Refuses who does not keep the roster, a list that moved on, more than 2,000, places of another term.
 * Returns the batch.
 */
export const moveMany = (actor: Actor, filters: DelegateFilters, target: MoveTarget, seal: string): Promise<string> =>
  transact(async () => {
    const frame = await frameFor(actor, "move", filters);
    const preview = await previewMove(actor, filters, frame, target);
    const names: ReadonlyMap<string, string> = preview?.names ?? new Map();
    if (preview) await demandKnown(actor, target, names);
    const plan = held(preview, seal);
    const moving = plan.filter((one) => one.outcome === "DONE");
    for (const part of inParts(moving, CHUNK)) {
      const count = await db().$executeRaw(updatePlaces(part.map(({ row, after }) => ({ id: row.id, version: row.version, ...after }))));
      if (count !== part.length) throw new Refusal(batchRefusals.moved);
    }
    await endUnitGrantsOf(actor, moving);
    const word = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    const written = moving.map(({ row, after }): Written => ({
      row, changes: Object.fromEntries((["delegationId", "groupId", "unitId"] as const satisfies (keyof Places)[]).filter((key) => row[key] !== after[key]).map((key) => [key, [word(row[key]), word(after[key])]])),
    }));
    const asked = [target.delegationId && `代表团：${word(target.delegationId)}`, target.groupId !== undefined && `代表小组：${word(target.groupId) ?? "不编组"}`, target.unitId && `选举单位：${word(target.unitId)}`];
    return keep(actor, frame, "MOVE", asked.filter(Boolean).join("；"), plan, written);
  });

/**
 * Gives a delegate number by rule to everybody of a list who has none, in its order. Numbers borne now or before by
 * somebody of the term are passed over. Refuses as moveMany does. Returns the batch.
 */
export const numberMany = (actor: Actor, filters: DelegateFilters, rule: NumberRule, seal: string): Promise<string> =>
  transact(async () => {
    const frame = await frameFor(actor, "number", filters);
    const plan = held(await previewNumbers(actor, filters, frame, rule), seal);
    const given = plan.filter((one) => one.outcome === "DONE");
    for (const part of inParts(given, CHUNK)) {
      const count = await db().$executeRaw(updateNumbers(part.map(({ row, delegateNo }) => ({ id: row.id, version: row.version, delegateNo }))));
      if (count !== part.length) throw new Refusal(batchRefusals.moved);
    }
    return keep(actor, frame, "NUMBER", `${given[0]?.delegateNo ?? ""} 至 ${given.at(-1)?.delegateNo ?? ""}，用过的号跳过`, plan, given.map(({ row, delegateNo }) => ({ row, changes: { delegateNo: [null, delegateNo] } })));
  });
