import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { ConsentField } from "@/prisma/client/enums";
import { consentNames } from "./labels";
import { may, visibleTo } from "./policy";
import { record, type DelegateRecord } from "./queries";

export const thisYear = (): number => Number(today().slice(0, 4));

/** What a delegate said about the own record: the year's confirmation, and what may stand in the public directory. Null for who may not read it. */
export async function getOwnWord(actor: Actor, d: DelegateRecord) {
  if (!may(actor, "readOwnWord", d)) return null;
  const [confirmations, consents] = await Promise.all([
    db().ownConfirmation.findMany({ where: { delegateId: d.id }, select: { year: true, confirmedAt: true }, orderBy: { year: "desc" }, take: 10 }),
    db().publicConsent.findMany({ where: { delegateId: d.id }, select: { field: true, givenAt: true, withdrawnAt: true } }),
  ]);
  const told = confirmations.map(({ year, confirmedAt }) => ({ year, at: formatInstant(confirmedAt) }));
  const wish = (field: ConsentField) => {
    const found = consents.find((c) => c.field === field);
    return { field, name: consentNames[field], given: found !== undefined && found.withdrawnAt === null, since: found ? formatInstant(found.withdrawnAt ?? found.givenAt) : null };
  };
  return { year: thisYear(), confirmed: told.find((c) => c.year === thisYear())?.at ?? null, confirmations: told, consents: Object.values(ConsentField).map(wish) };
}

export type OwnWord = NonNullable<Awaited<ReturnType<typeof getOwnWord>>>;

/** Every mandate of the account's holder, the latest first. */
export const listOwnDelegates = (actor: Actor): Promise<DelegateRecord[]> =>
  db().delegate.findMany({ where: { AND: [visibleTo(actor), { personId: actor.role === "DELEGATE" ? (actor.personId ?? "") : "" }] }, select: record, orderBy: { term: { ordinal: "desc" } }, take: 20, relationLoadStrategy: "join" });
