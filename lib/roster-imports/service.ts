import "server-only";
import type { RosterDecisions } from "@/lib/delegates/roster/check";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { seal, sealBytes, sha256 } from "@/lib/platform/crypto";
import { afterCommit, db, transact } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { spend } from "@/lib/platform/rate-limit";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import type { RosterImportMode } from "@/prisma/client/enums";
import { importFlow, type ImportEvent } from "./flow";
import { refusals, stateNames } from "./labels";
import { may, type ImportAct } from "./policy";
import { getDecisions, getImport, type ImportSummary } from "./queries";

export const QUEUE = "roster-import";

const demand = (actor: Actor, act: ImportAct, batch: { id?: string; committeeId: string }) => {
  if (!may(actor, act, batch)) throw new Forbidden(`rosterImport.${act}`, { type: "RosterImport", id: batch.id ?? null }, refusals.import);
};

const queue = (actor: Actor, id: string) => afterCommit(() => enqueue(QUEUE, { id, committeeId: actor.committeeId ?? "" }, id));

/**
 * Takes an uploaded file in and queues its check; nothing of the roster is touched. Refuses an actor outside the
 * office, an empty file, more than 10 MB, and more than 30 uploads an hour.
 */
export const upload = (actor: Actor, termId: string, fileName: string, bytes: Uint8Array): Promise<string> =>
  transact(async () => {
    const committeeId = actor.committeeId ?? "";
    demand(actor, "upload", { committeeId });
    if (bytes.length === 0) throw new Refusal(refusals.noFile);
    if (bytes.length > LIMITS.bytes) throw new Refusal(refusals.tooLarge);
    if (actor.role !== "SYSTEM") await spend(`import:${actor.accountId}`, 30, 3600);
    const term = await db().term.findFirst({ where: { id: termId, committeeId }, select: { id: true } });
    if (!term) throw new NotFound({ type: "Term", id: termId });
    const { id } = await db().rosterImport.create({
      data: { committeeId, termId, accountId: actor.accountId ?? "", fileName: fileName.slice(-200), fileHash: sha256(bytes) },
      select: { id: true },
    });
    await db().rosterImport.update({ where: { id }, data: { fileCipher: sealBytes(bytes, `RosterImport.file:${id}`) }, select: { id: true } });
    await audit(actor, { verb: "rosterImport.upload", target: { type: "RosterImport", id, name: fileName } });
    await queue(actor, id);
    return id;
  });

/** Moves a batch along its flow; the old state and version stand in the where. */
async function move(batch: ImportSummary, event: ImportEvent, data: { mode?: RosterImportMode | null; reviewBasis?: string | null; choicesCipher?: string; reason?: string | null } = {}): Promise<void> {
  const to = importFlow.next(batch.state, event);
  if (!to) throw new Refusal(`这次导入的状态是“${stateNames[batch.state]}”，不能再办理这一步。请刷新页面查看。`);
  const { count } = await db().rosterImport.updateMany({
    where: { id: batch.id, state: batch.state, version: batch.version },
    data: { ...data, state: to, stateAt: new Date(), progress: 0, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("这次导入刚刚被他人处理过，请刷新页面查看。");
}

/** Adds corrections, word mappings, column mappings and acceptances to what was decided before, and checks again. */
export const choose = (actor: Actor, id: string, decisions: RosterDecisions): Promise<void> =>
  transact(async () => {
    const batch = await getImport(actor, id);
    demand(actor, "choose", batch);
    const before = await getDecisions(actor, id);
    const merged: RosterDecisions = {
      mapping: { ...before.mapping, ...decisions.mapping }, words: { ...before.words, ...decisions.words },
      cells: { ...before.cells, ...decisions.cells }, accepted: { ...before.accepted, ...decisions.accepted },
    };
    await move(batch, "recheck", { mode: null, choicesCipher: seal(JSON.stringify(merged), `RosterImport.choices:${id}`) });
    const accepted = Object.entries(decisions.accepted ?? {}).map(([place, reason]) => `${place}：${reason}`);
    await audit(actor, { verb: "rosterImport.choose", target: { type: "RosterImport", id, name: batch.fileName }, ...(accepted.length > 0 ? { reason: accepted.join("；").slice(0, 2000) } : {}) });
    await queue(actor, id);
  });

/** Reads the file and the register again, with the same decisions. */
export const recheck = (actor: Actor, id: string): Promise<void> => choose(actor, id, {});

/**
 * Confirms the import of the rows that have nothing wrong or waiting; the writing is a job. With a basis of
 * qualification review new delegates are ACTIVE, else PENDING_REVIEW. Refuses when there is nothing to write.
 */
export const commit = (actor: Actor, id: string, options: { mode: RosterImportMode; reviewBasis: string | null }): Promise<void> =>
  transact(async () => {
    const batch = await getImport(actor, id);
    demand(actor, "commit", batch);
    const counts = batch.counts;
    if (batch.state === "CHECKED" && counts && counts.add + (options.mode === "ADD_AND_UPDATE" ? counts.update : 0) === 0) throw new Refusal(refusals.nothing);
    await move(batch, "commit", options);
    await audit(actor, { verb: "rosterImport.commit", target: { type: "RosterImport", id, name: batch.fileName } });
    await queue(actor, id);
  });

/** Gives a batch up before anything is written; a writing that has not ended is rolled back. */
export const cancel = (actor: Actor, id: string): Promise<void> =>
  transact(async () => {
    const batch = await getImport(actor, id);
    demand(actor, "cancel", batch);
    await move(batch, "cancel");
    await audit(actor, { verb: "rosterImport.cancel", target: { type: "RosterImport", id, name: batch.fileName } });
  });
