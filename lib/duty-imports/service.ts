import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { sealBytes, sealJson, sha256 } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { inParts, rowsJson } from "@/lib/platform/rows";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { readSpreadsheet } from "@/lib/platform/spreadsheet/read";
import { getCurrentTerm } from "@/lib/terms/queries";
import type { Checked } from "./check";
import { dutyImportFlow, type DutyImportEvent } from "./flow";
import { MOST_ROWS, refusals, stateNames } from "./labels";
import { may, type DutyImportAct } from "./policy";
import { getDutyCheck, getDutyImport, type DutyImportSummary } from "./queries";
import type { Commit } from "./schema";
import { readDutySheet } from "./sheet";

const PART = 1000;
const SECONDS = 120;

const demand = (actor: Actor, act: DutyImportAct, of: { id?: string; committeeId: string }) => {
  if (!may(actor, act, of)) throw new Forbidden(`dutyImport.${act}`, { type: "DutyImport", id: of.id ?? null }, refusals.import);
};

/**
 * Takes a sheet of past duties of the present term in, reads it apart from the program and keeps its rows sealed for the
 * preview; the ledger is not touched. Refuses who may not, an unreadable file, more than 10,000 rows, and 30 uploads an hour.
 */
export async function upload(actor: Actor, fileName: string, bytes: Uint8Array): Promise<string> {
  const committeeId = actor.committeeId ?? "";
  demand(actor, "upload", { committeeId });
  if (bytes.length === 0) throw new Refusal(refusals.noFile);
  if (bytes.length > LIMITS.bytes) throw new Refusal(refusals.tooLarge);
  await spend(`duty-import:${actor.accountId}`, 30, 3600);
  const term = await getCurrentTerm(actor);
  if (!term) throw new Refusal(refusals.noTerm);
  const read = await readSpreadsheet(bytes, fileName, { rows: MOST_ROWS });
  if ("refused" in read) throw new Refusal(read.refused);
  const sheet = readDutySheet(read.book);
  if (!sheet) throw new Refusal(refusals.noHeader);
  if (sheet.rows.length === 0) throw new Refusal(refusals.noRows);
  return transact(async () => {
    const id = newId();
    const [fileCipher, rowsCipher] = [sealBytes(bytes, `DutyImport.file:${id}`), sealJson(sheet, `DutyImport.rows:${id}`)];
    await db().dutyImport.create({ data: { id, committeeId, termId: term.id, accountId: actor.accountId ?? "", fileName: fileName.slice(-200), fileHash: sha256(bytes), fileCipher, rowsCipher }, select: { id: true } });
    await audit(actor, { verb: "dutyImport.upload", target: { type: "DutyImport", id, name: fileName } });
    return id;
  });
}

/** Moves an import along its flow; the old state and version stand in the where. */
async function move(batch: DutyImportSummary, event: DutyImportEvent, data: { added?: number; same?: number; left?: number; undoneAt?: Date; endedAt?: Date }): Promise<void> {
  const to = dutyImportFlow.next(batch.state, event);
  if (!to) throw new Refusal(refusals.notOpen(stateNames[batch.state]));
  const { count } = await db().dutyImport.updateMany({ where: { id: batch.id, state: batch.state, version: batch.version }, data: { ...data, state: to, version: { increment: 1 } } });
  if (count === 0) throw new Refusal(refusals.notOpen(stateNames[to]));
}

/** One row of the ledger; who filled it in and when is kept as the sheet says it. */
function rowOf(actor: Actor, batch: DutyImportSummary, { duty }: Checked) {
  if (!duty) return [];
  const { key, heldOn, filledOn, filledBy, issues, note, delegation: _, name: __, late: ___, ...of } = duty;
  const [at, since] = [now(), new Date(`${filledOn ?? heldOn}T00:00:00+08:00`)];
  return [{
    ...of, id: newId(), committeeId: batch.committeeId, termId: batch.termId, origin: "IMPORT", importId: batch.id, clientKey: key, heldOn, detail: { ...(issues ? { issues } : {}) }, authorId: null,
    authorName: filledBy ?? actor.name, submittedAt: since, reviewNote: note, version: 1, createdAt: at, updatedAt: at,
  }];
}

async function write(actor: Actor, batch: DutyImportSummary, rows: readonly Checked[]): Promise<void> {
  let written = 0;
  for (const part of inParts(rows.flatMap((row) => rowOf(actor, batch, row)), PART)) {
    written += await db().$executeRaw`
      INSERT INTO "Duty" (id, "committeeId", "termId", "delegateId", "unitId", kind, state, origin, title, "heldOn", hours, reached, place, content, detail, evidence, "importId", "clientKey", "authorId", "authorName", "submittedAt", "reviewNote", version, "createdAt", "updatedAt")
      SELECT id, "committeeId", "termId", "delegateId", "unitId", kind, state, origin, title, "heldOn", hours, reached, place, content, detail, evidence, "importId", "clientKey", "authorId", "authorName", "submittedAt", "reviewNote", version, "createdAt", "updatedAt"
      FROM json_populate_recordset(NULL::"Duty", ${rowsJson(part)}::json) ON CONFLICT ("delegateId", "clientKey") DO NOTHING`;
  }
  // Somebody else wrote one of them between the check and now.
  if (written !== rows.length) throw new Refusal(refusals.movedOn);
}

/**
 * Writes the good rows into the ledger, with a reason also those that look like another; all or nothing, and once.
 * Refuses when there is nothing to write, and when roster or ledger moved since the preview.
 */
export const commit = (actor: Actor, { id, expected, doubles, reason }: Commit): Promise<void> =>
  transact(async () => {
    const batch = await getDutyImport(actor, id);
    demand(actor, "commit", batch);
    if (!dutyImportFlow.next(batch.state, "commit")) throw new Refusal(refusals.notOpen(stateNames[batch.state]));
    if (doubles === "write" && (reason ?? "").length < 4) throw new Refusal("没有写入。", { reason: [refusals.noReason] });
    const check = await getDutyCheck(actor, id);
    if (!check) throw new Refusal(refusals.gone);
    if (check.mark !== expected) throw new Refusal(refusals.movedOn);
    const rows = check.rows.filter(({ match }) => match === "ADD" || (match === "DOUBLE" && doubles === "write"));
    if (rows.length === 0) throw new Refusal(refusals.nothing);
    const same = check.rows.filter(({ match }) => match === "SAME").length;
    const left = check.rows.length - rows.length - same;
    await move(batch, "commit", { added: rows.length, same, left, endedAt: now() });
    await write(actor, batch, rows);
    await audit(actor, { verb: "dutyImport.commit", target: { type: "DutyImport", id, name: batch.fileName }, changes: { added: [null, String(rows.length)], same: [null, String(same)], left: [null, String(left)] }, ...(doubles === "write" && reason ? { reason } : {}) });
  }, SECONDS);

/** Gives an import up before anything is written. */
export const cancel = (actor: Actor, id: string): Promise<void> =>
  transact(async () => {
    const batch = await getDutyImport(actor, id);
    demand(actor, "cancel", batch);
    await move(batch, "cancel", { endedAt: now() });
    await db().dutyImport.update({ where: { id }, data: { fileCipher: null, rowsCipher: null }, select: { id: true } });
    await audit(actor, { verb: "dutyImport.cancel", target: { type: "DutyImport", id, name: batch.fileName } });
  });

/** Takes what an import wrote out of the ledger again, within a day and while nobody has touched any of it. */
export const undo = (actor: Actor, id: string): Promise<void> =>
  transact(async () => {
    const batch = await getDutyImport(actor, id);
    demand(actor, "undo", batch);
    if (batch.undoUntil && batch.undoUntil < now()) throw new Refusal(refusals.undoLate);
    await move(batch, "undo", { undoneAt: now() });
    const mine = { importId: id, committeeId: batch.committeeId };
    const { count } = await db().duty.deleteMany({ where: { ...mine, version: 1, confirmedAt: null, disputedAt: null, openedAt: null } });
    if (count !== batch.added) throw new Refusal(refusals.touched(batch.added - count));
    await audit(actor, { verb: "dutyImport.undo", target: { type: "DutyImport", id, name: batch.fileName }, changes: { added: [String(count), "0"] } });
  }, SECONDS);
