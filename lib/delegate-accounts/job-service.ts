import "server-only";
import { v7 as newId } from "uuid";
import { makeFirstPasswords, openMany, renewMany } from "@/lib/accounts/bulk-service";
import { proposeUserNames } from "@/lib/accounts/queries";
import { onRegister } from "@/lib/delegates/flow";
import { giveDelegates } from "@/lib/grants/bulk-service";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now, today } from "@/lib/platform/clock";
import { sealBytes } from "@/lib/platform/crypto";
import { grantInForce, nameUnder } from "@/lib/platform/grant-in-force";
import { db, transact } from "@/lib/platform/db";
import { Conflict } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { jobActor } from "@/lib/platform/program";
import { inParts } from "@/lib/platform/rows";
import type { Prisma } from "@/prisma/client/client";
import type { AccountBatchState } from "@/prisma/client/enums";
import { startFirstPasswords } from "./clock-service";
import { atWork } from "./flow";
import { HOURS, kindNames, refusals, SLIP_DAYS } from "./labels";
import { may } from "./policy";
import { accountsOf, type Skipped } from "./queries";
import { stepFor, type Step } from "./plan";
import { QUEUE, SECONDS } from "./service";
import { slipBytes } from "./slips";

const batchAtWork = { id: true, committeeId: true, termId: true, accountId: true, grantId: true, kind: true, delegateIds: true, state: true, total: true } satisfies Prisma.AccountBatchSelect;
type Batch = Prisma.AccountBatchGetPayload<{ select: typeof batchAtWork }>;

/** Leaves a state only while the batch stands in it: a cancelled one stays cancelled. */
const leave = async (id: string, from: AccountBatchState, data: Prisma.AccountBatchUpdateManyMutationInput): Promise<boolean> =>
  (await db().accountBatch.updateMany({ where: { id, state: from }, data: { ...data, version: { increment: 1 } } })).count === 1;

/** Who asked, with the rights of that grant as they are now; null when these no longer reach. */
async function askerOf({ id, committeeId, accountId, grantId }: Batch): Promise<AccountActor | null> {
  const grant = await db().grant.findFirst({ where: { id: grantId, accountId, committeeId, account: { disabledAt: null }, ...grantInForce() }, select: { role: true, forName: true, account: { select: { displayName: true } } } });
  if (!grant) return null;
  const actor = jobActor({ accountId, name: nameUnder(grant.account.displayName, grant.forName), role: grant.role, committeeId, requestId: id, grantId });
  return may(actor, "request", { committeeId }) ? actor : null;
}

const chosen = {
  id: true, personId: true, unitId: true, status: true, person: { select: { name: true, pinyin: true, accounts: accountsOf } }, delegation: { select: { name: true } },
} satisfies Prisma.DelegateSelect;

type Chosen = Prisma.DelegateGetPayload<{ select: typeof chosen }> & { step: Step };

/** Everybody of a batch with the step that is due now, in the order slips are handed out. */
async function chosenOf(batch: Batch): Promise<Chosen[]> {
  const found = await db().delegate.findMany({ where: { committeeId: batch.committeeId, termId: batch.termId, id: { in: batch.delegateIds } }, select: chosen, orderBy: [{ delegation: { position: "asc" } }, { strokeKey: "asc" }, { id: "asc" }] });
  const at = { day: today(), accountId: batch.accountId };
  return found.map((d) => ({ ...d, step: onRegister.includes(d.status) ? stepFor(batch.kind, d.person.accounts, at) : { do: "skip", why: "left" } }));
}

/** Somebody whose account is made ready: its id and user name, and for a new first password what is shown and what is kept. */
type Ready = { d: Chosen; accountId: string; username: string; fresh: { password: string; passwordHash: string } | null };

const PART = 20;

/** Passwords and hashes for everybody who needs one, nothing written yet; null when the batch was cancelled on the way. */
async function makeReady(batch: Batch, actor: AccountActor, people: Chosen[]): Promise<Ready[] | null> {
  const opening = people.filter(({ step }) => step.do === "open");
  const names = await proposeUserNames(actor, opening.map(({ person }) => person.pinyin));
  const nameOf = new Map(opening.map((d, i) => [d.id, names[i] ?? ""]));
  const ready: Ready[] = [];
  for (const part of inParts(people.filter(({ step }) => step.do !== "skip"), PART)) {
    const named = part.map((d) => ({ d, account: d.step.do === "open" || d.step.do === "skip" ? { id: newId(), username: nameOf.get(d.id) ?? "" } : d.step.account }));
    const due = named.filter(({ d }) => d.step.do !== "reuse");
    const made = await makeFirstPasswords(actor, due.map(({ d, account }) => ({ username: account.username, displayName: d.person.name })));
    for (const { d, account } of named) ready.push({ d, accountId: account.id, username: account.username, fresh: made[due.findIndex((one) => one.d === d)] ?? null });
    if (!(await leave(batch.id, "WRITING", { progress: ready.length }))) return null;
  }
  return ready;
}

/** What a step is about, to be held against the same a moment later. */
const mark = ({ id, step }: Chosen): string => `${id} ${step.do} ${step.do === "skip" ? step.why : step.do === "open" ? "" : `${step.account.id} ${step.account.version}`}`;

/** Holds the people of a batch until the transaction ends, and refuses with Conflict when anything moved on since their steps were decided. */
async function holdStill(batch: Batch, people: Chosen[]): Promise<void> {
  await db().$queryRaw`SELECT d.id FROM "Delegate" d JOIN "Person" p ON p.id = d."personId" WHERE d.id = ANY(${batch.delegateIds}::uuid[]) ORDER BY p.id FOR UPDATE OF p, d`;
  const then = people.map(mark).join("\n");
  if ((await chosenOf(batch)).map(mark).join("\n") !== then) throw new Conflict({}, "");
}

/** Opens and renews in one go. */
async function writeAll(actor: AccountActor, ready: Ready[], passwordExpiresAt: Date): Promise<void> {
  await openMany(actor, ready.flatMap(({ d, accountId: id, username, fresh }) => (d.step.do === "open" && fresh ? [{ id, username, displayName: d.person.name, personId: d.personId, passwordHash: fresh.passwordHash, passwordExpiresAt }] : [])));
  await renewMany(actor, ready.flatMap(({ d, accountId: id, username, fresh }) => (d.step.do === "renew" && fresh ? [{ id, username, version: d.step.account.version, passwordHash: fresh.passwordHash, passwordExpiresAt }] : [])));
  await giveDelegates(actor, ready.flatMap(({ d, accountId, username }) => (d.step.do === "open" ? [{ accountId, username, grantId: null }] : d.step.do === "reuse" ? [{ accountId, username, grantId: d.step.grantId }] : [])));
}

const countOf = (ready: Ready[], step: Step["do"]) => ready.filter(({ d }) => d.step.do === step).length;

/**
 * One attempt: everything is made first, then accounts, grants, audit and slips are written by one transaction, so
 * that no account is ever opened without its slip. Conflict when somebody of the batch moved on meanwhile.
 */
async function attempt(batch: Batch, actor: AccountActor): Promise<void> {
  const people = await chosenOf(batch);
  const ready = await makeReady(batch, actor, people);
  if (!ready) return;
  const skipped: Skipped[] = people.flatMap(({ id, step }) => (step.do === "skip" ? [{ id, why: step.why }] : []));
  if (ready.length === 0) return void (await leave(batch.id, "WRITING", { state: "FAILED", stateAt: now(), reason: refusals.nobody, skipped }));
  const at = now().getTime();
  const [validTo, expiresAt] = [new Date(at + SLIP_DAYS * 86_400_000), new Date(at + HOURS * 3600_000)];
  const slips = await slipBytes(actor, ready.map(({ d, username, fresh }) => ({ name: d.person.name, delegation: d.delegation.name, username, password: fresh?.password ?? null })), validTo);
  await transact(async () => {
    await holdStill(batch, people);
    const counts = { opened: countOf(ready, "open"), reused: countOf(ready, "reuse"), renewed: countOf(ready, "renew") };
    const done = await leave(batch.id, "WRITING", { ...counts, skipped, state: "DONE", stateAt: now(), expiresAt, progress: ready.length, total: people.length, fileCipher: sealBytes(slips, `AccountBatch.file:${batch.id}`) });
    if (!done) return;
    await writeAll(actor, ready, validTo);
    await startFirstPasswords(actor, ready.flatMap(({ d, accountId, fresh }) => (fresh ? [{ accountId, name: d.person.name, unitId: d.unitId }] : [])));
    const told = { kind: kindNames[batch.kind], ...counts, skipped: skipped.length };
    await audit(actor, { verb: "delegateAccount.finish", target: { type: "AccountBatch", id: batch.id }, changes: Object.fromEntries(Object.entries(told).map(([key, value]) => [key, [null, String(value)]])) });
  }, 120);
}

const ATTEMPTS = 3;

/** A unique key somebody else wrote first, or a row that moved on: the next attempt sees it. */
const isPassing = (error: unknown): boolean => error instanceof Conflict || JSON.stringify((error as { meta?: unknown }).meta ?? null).includes("UniqueConstraintViolation") || (error as { code?: unknown }).code === "P2002";

/** Does what the batch waits for; safe to run again after a kill, for everything is written by one transaction. */
export async function runBatch(id: string): Promise<void> {
  const batch = await db().accountBatch.findUnique({ where: { id }, select: batchAtWork });
  if (!batch || !atWork.includes(batch.state)) return;
  const actor = await askerOf(batch);
  if (!actor) return void (await leave(id, batch.state, { state: "FAILED", stateAt: now(), reason: refusals.right }));
  if (!(await leave(id, batch.state, { state: "WRITING", stateAt: now(), progress: 0 }))) return;
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    try {
      return await attempt(batch, actor);
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }
  await leave(id, "WRITING", { state: "FAILED", stateAt: now(), reason: refusals.changed });
}

const STUCK_MS = 10 * 60_000;

/** Queues again what a killed worker left, gives up what keeps failing, and deletes slips past their time. */
export async function sweepBatches(waiting: number): Promise<void> {
  const at = now().getTime();
  await db().accountBatch.updateMany({ where: { state: { in: atWork }, createdAt: { lt: new Date(at - STUCK_MS) } }, data: { state: "FAILED", stateAt: now(), reason: refusals.killed } });
  const left = await db().accountBatch.findMany({ where: { state: { in: atWork }, stateAt: { lt: new Date(at - waiting) } }, select: { id: true, committeeId: true }, take: 100 });
  for (const { id, committeeId } of left) await enqueue(QUEUE, { id, committeeId }, id, SECONDS);
  const { count } = await db().accountBatch.updateMany({ where: { state: "DONE", expiresAt: { lte: now() } }, data: { state: "EXPIRED", stateAt: now(), fileCipher: null } });
  if (left.length + count > 0) log.info({ requeued: left.length, expired: count }, "delegate accounts swept");
}
