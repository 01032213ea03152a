import "server-only";
import type { SystemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { openContact, type Contact } from "./sealed";

export type Reached = Contact & { name: string; office: string; disabled: boolean };

/** How these accounts are reached, opened, for the job that sends. */
export async function readContacts(actor: SystemActor, accountIds: readonly string[]): Promise<Map<string, Reached>> {
  const ids = [...new Set(accountIds)];
  const accounts = await db().account.findMany({ where: { committeeId: actor.committeeId, id: { in: ids } }, select: { id: true, displayName: true, disabledAt: true, person: { select: { id: true, mobileCipher: true } } } });
  const contacts = new Map((await db().accountContact.findMany({ where: { accountId: { in: ids } }, select: { accountId: true, mobileCipher: true, mailCipher: true } })).map((row) => [row.accountId, row]));
  const { officeName } = await db().committee.findUniqueOrThrow({ where: { id: actor.committeeId }, select: { officeName: true } });
  return new Map(accounts.map((account) => [account.id, {
    ...openContact(account, contacts.get(account.id) ?? null), name: account.displayName, office: officeName, disabled: account.disabledAt !== null,
  }]));
}
