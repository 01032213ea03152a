import "server-only";
import { checkRoster, type RosterCheck, type RosterContext } from "@/lib/delegates/roster/check";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { sealJson } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Refusal } from "@/lib/platform/errors";
import { grantInForce, nameUnder, ownFirst } from "@/lib/platform/grant-in-force";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { jobActor } from "@/lib/platform/program";
import { readSpreadsheet } from "@/lib/platform/spreadsheet/read";
import { countsOf, type Checked } from "./checked";
import { commitRows } from "./commit-service";
import { tellStarter } from "./letter-service";
import { refusals } from "./labels";
import { matchRows } from "./matching-queries";
import { getDecisions, getFile } from "./queries";
import { QUEUE } from "./service";
import type { RosterImportState } from "@/prisma/client/enums";

type Batch = { id: string; committeeId: string; termId: string; accountId: string; fileName: string; state: RosterImportState };

/** Leaves a state only if the batch still stands in it: a cancelled one stays cancelled. */
const leave = async (batch: Batch, from: RosterImportState, to: RosterImportState, data: object = {}): Promise<boolean> => {
  const { count } = await db().rosterImport.updateMany({ where: { id: batch.id, state: from }, data: { ...data, state: to, stateAt: new Date(), version: { increment: 1 } } });
  return count === 1;
};

/** Ends a batch with the reason, and tells whoever started it. */
const end = (actor: Actor, batch: Batch, from: RosterImportState, to: "FAILED" | "REFUSED", reason: string): Promise<void> =>
  transact(async () => {
    if (await leave(batch, from, to, { reason })) await tellStarter(actor, batch, `没有导入。${reason}`);
  });

/** The person who started the batch, with the right to import they still have. */
async function starterOf(batch: Batch): Promise<AccountActor | null> {
  const account = await db().account.findFirst({
    where: { id: batch.accountId, disabledAt: null },
    select: { displayName: true, grants: { where: { committeeId: batch.committeeId, role: { in: ["OFFICE", "OFFICE_HEAD"] }, ...grantInForce() }, select: { role: true, forName: true }, orderBy: ownFirst, take: 1 } },
  });
  const grant = account?.grants[0];
  return account && grant ? jobActor({ accountId: batch.accountId, name: nameUnder(account.displayName, grant.forName), role: grant.role, committeeId: batch.committeeId, requestId: batch.id }) : null;
}

/** What the term already has, for reading places by name. */
async function contextOf(batch: Batch): Promise<RosterContext> {
  const { committeeId, termId } = batch;
  const [delegations, units, groups, people] = await Promise.all([
    db().delegation.findMany({ where: { committeeId, termId }, select: { id: true, name: true }, orderBy: { position: "asc" } }),
    db().unit.findMany({ where: { committeeId, activeTo: null, parentId: { not: null } }, select: { id: true, name: true } }),
    db().delegateGroup.findMany({ where: { committeeId, termId }, select: { id: true, name: true, delegationId: true } }),
    db().delegate.count({ where: { committeeId, termId } }),
  ]);
  return { today: today(), delegations: people === 0 && delegations.length === 0 ? [] : delegations, units, groups: groups.map((g) => ({ ...g, delegationId: g.delegationId ?? "" })) };
}

/** The check of the file as it lies there; the book itself, the largest thing in memory, ends here. */
async function checkFile(batch: Batch, actor: AccountActor, context: RosterContext): Promise<RosterCheck | { refused: string }> {
  const { bytes, fileName } = await getFile(actor, batch.id);
  const read = await readSpreadsheet(bytes, fileName);
  return "refused" in read ? read : checkRoster(read.book, context, await getDecisions(actor, batch.id));
}

async function check(batch: Batch, actor: AccountActor): Promise<void> {
  if (batch.state === "UPLOADED" && !(await leave(batch, "UPLOADED", "CHECKING"))) return;
  const context = await contextOf(batch);
  const found = await checkFile(batch, actor, context);
  if ("refused" in found) return end(actor, batch, "CHECKING", "REFUSED", found.refused);
  if (found.rows.length === 0) return end(actor, batch, "CHECKING", "REFUSED", "没有找到含“姓名”的表头，或表头下没有人员。请对照模板核对后再上传。");
  const names = new Map([...context.delegations, ...context.units, ...context.groups].map((p) => [p.id, p.name]));
  const rows = await matchRows(actor, batch.termId, found.rows, names);
  const checked: Checked = { ...found, rows };
  const counts = countsOf(rows);
  await leave(batch, "CHECKING", "CHECKED", { checkCipher: sealJson(checked, `RosterImport.check:${batch.id}`), counts, total: counts.ready, reason: null });
}

async function write(batch: Batch, actor: AccountActor): Promise<void> {
  try {
    await commitRows(actor, batch.id);
  } catch (error) {
    if (error instanceof Conflict) return end(actor, batch, "COMMITTING", "FAILED", refusals.stale);
    if (error instanceof Refusal) return end(actor, batch, "COMMITTING", "FAILED", error.message);
    throw error;
  }
}

/** States in which a job has something to do; a batch that ended is never touched again by a job delivered twice. */
const AT_WORK: RosterImportState[] = ["UPLOADED", "CHECKING", "COMMITTING"];

/** Does what the batch waits for; safe to run again after a kill, for nothing is written until the last statement. */
export async function runImport(id: string): Promise<void> {
  const batch = await db().rosterImport.findUnique({ where: { id }, select: { id: true, committeeId: true, termId: true, accountId: true, fileName: true, state: true } });
  if (!batch || !AT_WORK.includes(batch.state)) return;
  const actor = await starterOf(batch);
  if (!actor) return void (await leave(batch, batch.state, "FAILED", { reason: refusals.import }));
  if (batch.state === "UPLOADED" || batch.state === "CHECKING") await check({ ...batch }, actor);
  if (batch.state === "COMMITTING") await write(batch, actor);
}

const STUCK_MS = 10 * 60_000;
const KEEP_MS = 7 * 24 * 3600_000;

/** Queues again what a killed worker left, gives up what keeps failing, and clears files after seven days. */
export async function sweepImports(waiting: number): Promise<void> {
  await db().rosterImport.updateMany({ where: { state: { in: AT_WORK }, stateAt: { lt: new Date(Date.now() - STUCK_MS) } }, data: { state: "FAILED", stateAt: new Date(), reason: refusals.killed } });
  const left = await db().rosterImport.findMany({ where: { state: { in: AT_WORK }, stateAt: { lt: new Date(Date.now() - waiting) } }, select: { id: true, committeeId: true }, take: 100 });
  for (const { id, committeeId } of left) await enqueue(QUEUE, { id, committeeId }, id);
  const { count } = await db().rosterImport.updateMany({
    where: { createdAt: { lt: new Date(Date.now() - KEEP_MS) }, fileCipher: { not: null } },
    data: { fileCipher: null, checkCipher: null, choicesCipher: null },
  });
  if (left.length + count > 0) log.info({ requeued: left.length, cleared: count }, "imports swept");
}
