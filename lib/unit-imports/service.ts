import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { sealBytes, sealJson, sha256 } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { readSpreadsheet } from "@/lib/platform/spreadsheet/read";
import { adjustMany, establishMany, type Wanted } from "@/lib/units/bulk-service";
import { visibleTo as unitsVisibleTo } from "@/lib/units/policy";
import { holdTree } from "@/lib/units/tree-service";
import type { Checked } from "./check";
import { unitImportFlow, type UnitImportEvent } from "./flow";
import { MOST_ROWS, refusals, stateNames } from "./labels";
import { may, type UnitImportAct } from "./policy";
import { getUnitCheck, getUnitImport, type UnitImportSummary } from "./queries";
import type { Commit } from "./schema";
import { readUnitSheet } from "./sheet";

const demand = (actor: Actor, act: UnitImportAct, of: { id?: string; committeeId: string }) => {
  if (!may(actor, act, of)) throw new Forbidden(`unitImport.${act}`, { type: "UnitImport", id: of.id ?? null }, refusals.import);
};

/**
 * Takes a list of units in, reads it apart from the program and keeps its rows sealed for the preview; nothing of the
 * tree is touched. Refuses who may not, an unreadable file, more than 2,000 rows, 30 uploads an hour, and a committee
 * without its root.
 */
export async function upload(actor: Actor, fileName: string, bytes: Uint8Array): Promise<string> {
  const committeeId = actor.committeeId ?? "";
  demand(actor, "upload", { committeeId });
  if (bytes.length === 0) throw new Refusal(refusals.noFile);
  if (bytes.length > LIMITS.bytes) throw new Refusal(refusals.tooLarge);
  await spend(`unit-import:${actor.accountId}`, 30, 3600);
  if ((await db().unit.count({ where: { AND: [unitsVisibleTo(actor), { parentId: null }] } })) === 0) throw new Refusal(refusals.noRoot);
  const read = await readSpreadsheet(bytes, fileName, { rows: MOST_ROWS });
  if ("refused" in read) throw new Refusal(read.refused);
  const sheet = readUnitSheet(read.book);
  if (!sheet) throw new Refusal(refusals.noHeader);
  if (sheet.rows.length === 0) throw new Refusal(refusals.noRows);
  return transact(async () => {
    const id = newId();
    const [fileCipher, rowsCipher] = [sealBytes(bytes, `UnitImport.file:${id}`), sealJson(sheet, `UnitImport.rows:${id}`)];
    await db().unitImport.create({ data: { id, committeeId, accountId: actor.accountId ?? "", fileName: fileName.slice(-200), fileHash: sha256(bytes), fileCipher, rowsCipher }, select: { id: true } });
    await audit(actor, { verb: "unitImport.upload", target: { type: "UnitImport", id, name: fileName } });
    return id;
  });
}

/** Moves an import along its flow; the old state and version stand in the where. */
async function move(batch: UnitImportSummary, event: UnitImportEvent, data: { added?: number; adjusted?: number; left?: number } = {}): Promise<void> {
  const to = unitImportFlow.next(batch.state, event);
  if (!to) throw new Refusal(refusals.notOpen(stateNames[batch.state]));
  const { count } = await db().unitImport.updateMany({ where: { id: batch.id, state: batch.state, version: batch.version }, data: { ...data, state: to, endedAt: now(), version: { increment: 1 } } });
  if (count === 0) throw new Refusal(refusals.notOpen(stateNames[to]));
}

/** New units in an order in which each comes after the one above it. */
function inOrder(rows: readonly Checked[]): Wanted[] {
  const made = rows.flatMap((row) => (row.made ? [row.made] : []));
  const byKey = new Map(made.map((unit) => [unit.key, unit]));
  const ordered = new Map<string, Wanted>();
  const put = (unit: Wanted): void => {
    const above = byKey.get(unit.parentKey);
    if (above && !ordered.has(above.key)) put(above);
    ordered.set(unit.key, unit);
  };
  for (const unit of made) if (!ordered.has(unit.key)) put(unit);
  return [...ordered.values()];
}

/**
 * Writes the rows without fault: new units, and with ADD_AND_ADJUST the kinds and marks of those there are; all or
 * nothing, and once. Refuses when there is nothing to write, and when the tree moved since the preview.
 */
export const commit = (actor: Actor, { id, mode, expected, basis }: Commit): Promise<void> =>
  transact(async () => {
    const batch = await getUnitImport(actor, id);
    demand(actor, "commit", batch);
    if (!unitImportFlow.next(batch.state, "commit")) throw new Refusal(refusals.notOpen(stateNames[batch.state]));
    await holdTree(actor);
    const check = await getUnitCheck(actor, id);
    if (!check) throw new Refusal(refusals.gone);
    if (check.mark !== expected) throw new Refusal(refusals.movedOn);
    const fresh = inOrder(check.rows);
    const changed = mode === "ADD_AND_ADJUST" ? check.rows.flatMap(({ match, unit }) => (match === "CHANGED" && unit ? [unit] : [])) : [];
    if (fresh.length + changed.length === 0) throw new Refusal(refusals.nothing);
    const left = check.rows.filter((row) => row.match === "ERROR").length;
    await move(batch, "commit", { added: fresh.length, adjusted: changed.length, left });
    if (fresh.length > 0) await establishMany(actor, fresh, basis);
    if (changed.length > 0) await adjustMany(actor, changed, basis);
    await audit(actor, { verb: "unitImport.commit", target: { type: "UnitImport", id, name: batch.fileName }, changes: { added: [null, String(fresh.length)], adjusted: [null, String(changed.length)], left: [null, String(left)] }, ...(basis ? { reason: basis } : {}) });
  }, 60);

/** Gives an import up before anything is written. */
export const cancel = (actor: Actor, id: string): Promise<void> =>
  transact(async () => {
    const batch = await getUnitImport(actor, id);
    demand(actor, "cancel", batch);
    await move(batch, "cancel");
    await db().unitImport.update({ where: { id }, data: { fileCipher: null, rowsCipher: null }, select: { id: true } });
    await audit(actor, { verb: "unitImport.cancel", target: { type: "UnitImport", id, name: batch.fileName } });
  });
