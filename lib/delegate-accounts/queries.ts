import "server-only";
import { validate as isId } from "uuid";
import { ofStanding, standingOf } from "@/lib/accounts/standing";
import { onRegister } from "@/lib/delegates/flow";
import { visibleTo as delegatesVisibleTo } from "@/lib/delegates/policy";
import { getRosterFrame, orders, whereOf, type RosterFrame } from "@/lib/delegates/queries";
import type { Actor } from "@/lib/platform/actor";
import { displayName } from "@/lib/platform/chinese/name";
import { formatInstant, today } from "@/lib/platform/clock";
import { openBytes } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { grantInForce } from "@/lib/platform/grant-in-force";
import type { Prisma } from "@/prisma/client/client";
import type { AccountBatchKind } from "@/prisma/client/enums";
import { refusals, type DelegateStanding } from "./labels";
import { accountIn, onlyDelegate, stepFor, type HeldAccount, type Obstacle, type Step } from "./plan";
import { may, visibleTo } from "./policy";
import type { AccountListFilters } from "./schema";

export const heldAccount = {
  id: true, username: true, version: true, disabledAt: true, mustChangePassword: true, passwordExpiresAt: true, grants: { select: { id: true, role: true, endsOn: true } },
} satisfies Prisma.AccountSelect;

/** The accounts of a person, oldest first, as the steps are decided from them. */
export const accountsOf = { select: heldAccount, orderBy: { createdAt: "asc" } } satisfies Prisma.Person$accountsArgs;

const STANDINGS = ["none", "first", "expired", "active", "disabled"] as const satisfies readonly DelegateStanding[];

/** The same order as `accountIn` has: whoever has several accounts counts once. */
const BEFORE = { active: [], first: ["active"], expired: ["active", "first"], disabled: ["active", "first", "expired"] } as const;

const letIn = (): Prisma.GrantListRelationFilter => ({ some: { role: "DELEGATE", ...grantInForce() } });

function ofPerson(standing: DelegateStanding): Prisma.PersonWhereInput {
  if (standing === "none") return { accounts: { none: { grants: letIn() } } };
  const some = (of: Exclude<DelegateStanding, "none">): Prisma.PersonWhereInput => ({ accounts: { some: { AND: [ofStanding(of), { grants: letIn() }] } } });
  return { AND: [some(standing), ...BEFORE[standing].map((of) => ({ NOT: some(of) }))] };
}

/** The rows of a list, as a where: of the present register, with these conditions. */
export const listed = (actor: Actor, filters: AccountListFilters, frame: RosterFrame, standing = filters.account): Prisma.DelegateWhereInput => ({
  AND: [whereOf(actor, filters, frame), { status: { in: onRegister } }, standing ? { person: ofPerson(standing) } : {}],
});

const demand = (actor: Actor) => {
  if (!may(actor, "list", { committeeId: actor.committeeId ?? "" })) throw new Forbidden("delegateAccount.list", { type: "Account" }, refusals.office);
};

/** The present term as its accounts are listed; null while there is none. Refuses who does not keep delegates' accounts. */
export async function getAccountFrame(actor: Actor): Promise<RosterFrame | null> {
  demand(actor);
  return getRosterFrame(actor, {}, today());
}

/** The account of a delegate in words. */
function inWords(accounts: readonly HeldAccount[]) {
  const account = accountIn(accounts, today());
  const standing: DelegateStanding = account ? standingOf(account) : "none";
  const until = account && standing === "first" && account.passwordExpiresAt ? formatInstant(account.passwordExpiresAt) : null;
  return { accountId: account?.id ?? null, username: account?.username ?? null, standing, until, other: !account && accounts.length > 0 };
}

/** The last day each of these accounts signed in. */
async function lastSignIns(actor: Actor, accountIds: string[]): Promise<Map<string, string>> {
  const found = await db().session.groupBy({ by: ["accountId"], where: { accountId: { in: accountIds }, account: { committeeId: actor.committeeId ?? "" } }, _max: { createdAt: true } });
  return new Map(found.flatMap(({ accountId, _max }) => (_max.createdAt ? [[accountId, formatInstant(_max.createdAt).slice(0, 10)] as const] : [])));
}

/** One page of the delegates by their accounts, and how many of the list without its standing are in each standing. */
export async function listDelegateAccounts(actor: Actor, filters: AccountListFilters, frame: RosterFrame) {
  demand(actor);
  const where = listed(actor, filters, frame);
  const select = { id: true, person: { select: { name: true, accounts: accountsOf } }, delegation: { select: { name: true } }, unit: { select: { id: true, name: true } } } satisfies Prisma.DelegateSelect;
  const [rows, total, counts] = await Promise.all([
    db().delegate.findMany({ where, select, orderBy: orders[filters.order], skip: (filters.page - 1) * filters.size, take: filters.size }),
    db().delegate.count({ where }),
    Promise.all(STANDINGS.map(async (standing) => [standing, await db().delegate.count({ where: listed(actor, filters, frame, standing) })] as const)),
  ]);
  const told = rows.map((d) => ({ id: d.id, name: d.person.name, delegation: d.delegation.name, unit: d.unit.id === frame.rootUnitId ? null : d.unit.name, ...inWords(d.person.accounts) }));
  const signedIn = await lastSignIns(actor, told.flatMap(({ accountId }) => accountId ?? []));
  return { rows: told.map((row) => ({ ...row, lastOn: (row.accountId && signedIn.get(row.accountId)) ?? null })), total, counts: Object.fromEntries(counts) as Record<DelegateStanding, number> };
}

export type DelegateAccountRow = Awaited<ReturnType<typeof listDelegateAccounts>>["rows"][number];

export type Planned = { id: string; name: string; personId: string; step: Step };

/** What would be done for everybody of a list, at most `most` of them, in the order slips are handed out; nothing is written. */
export async function planFor(actor: Actor, kind: AccountBatchKind, where: Prisma.DelegateWhereInput, most: number): Promise<Planned[]> {
  const found = await db().delegate.findMany({
    where, select: { id: true, personId: true, person: { select: { name: true, accounts: accountsOf } } }, orderBy: [{ delegation: { position: "asc" } }, { strokeKey: "asc" }, { id: "asc" }], take: most,
  });
  const at = { day: today(), accountId: actor.accountId ?? "" };
  return found.map((d) => ({ id: d.id, personId: d.personId, name: d.person.name, step: stepFor(kind, d.person.accounts, at) }));
}

/** The account of one delegate as the record page tells it; null for who may not know. */
export async function getDelegateAccount(actor: Actor, d: { id: string; committeeId: string; unitId: string; personId: string }) {
  if (!may(actor, "read", d)) return null;
  const accounts = await db().account.findMany({ where: { committeeId: d.committeeId, personId: d.personId }, ...accountsOf });
  const told = inWords(accounts);
  const held = accountIn(accounts, today());
  const signedIn = await lastSignIns(actor, held ? [held.id] : []);
  const step = (kind: AccountBatchKind) => stepFor(kind, accounts, { day: today(), accountId: actor.accountId ?? "", used: true });
  return {
    ...told, version: held?.version ?? 0, lastOn: (held && signedIn.get(held.id)) ?? null, alone: held ? onlyDelegate(held) : false,
    opening: may(actor, "open", d) ? step("OPEN") : null, resetting: may(actor, "reset", d) ? step("RENEW") : null,
  };
}

export type DelegateAccount = NonNullable<Awaited<ReturnType<typeof getDelegateAccount>>>;

const summary = {
  id: true, committeeId: true, termId: true, kind: true, state: true, progress: true, total: true, opened: true, reused: true, renewed: true, skipped: true, reason: true, version: true, createdAt: true, stateAt: true, expiresAt: true,
} satisfies Prisma.AccountBatchSelect;

export type Skipped = { id: string; why: Obstacle };

const shown = ({ skipped, ...batch }: Prisma.AccountBatchGetPayload<{ select: typeof summary }>) => ({
  ...batch, skipped: (skipped ?? []) as Skipped[], slips: batch.opened + batch.reused + batch.renewed, askedAt: formatInstant(batch.createdAt), since: formatInstant(batch.stateAt), until: batch.expiresAt && formatInstant(batch.expiresAt),
});

export type Batch = ReturnType<typeof shown>;

/** One batch of the actor's own; NotFound for everybody else's. */
export async function getBatch(actor: Actor, id: string): Promise<Batch> {
  const batch = isId(id) ? await db().accountBatch.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: summary }) : null;
  if (!batch) throw new NotFound({ type: "AccountBatch", id });
  return shown(batch);
}

/** The actor's own batches, newest first, at most 20. */
export const listBatches = async (actor: Actor): Promise<Batch[]> => (await db().accountBatch.findMany({ where: visibleTo(actor), select: summary, orderBy: { createdAt: "desc" }, take: 20 })).map(shown);

/** The slips of a batch; NotFound for others' and once they are gone. */
export async function getSlips(actor: Actor, id: string): Promise<Buffer> {
  const row = isId(id) ? await db().accountBatch.findFirst({ where: { AND: [visibleTo(actor), { id, state: "DONE" }] }, select: { fileCipher: true } }) : null;
  if (!row?.fileCipher) throw new NotFound({ type: "AccountBatch", id });
  return openBytes(row.fileCipher, `AccountBatch.file:${id}`);
}

/** Who was left out of a batch, with names, as far as the actor may see them; at most 1,000. */
export async function listSkipped(actor: Actor, skipped: readonly Skipped[]): Promise<{ id: string; name: string; why: Skipped["why"] }[]> {
  const people = await db().delegate.findMany({ where: { AND: [delegatesVisibleTo(actor), { id: { in: skipped.map(({ id }) => id) } }] }, select: { id: true, person: { select: { name: true } } }, orderBy: { strokeKey: "asc" }, take: 1000 });
  const whyOf = new Map(skipped.map(({ id, why }) => [id, why]));
  return people.map(({ id, person }) => ({ id, name: displayName(person.name), why: whyOf.get(id) ?? "left" }));
}
