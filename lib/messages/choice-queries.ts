import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { hasMail } from "@/lib/platform/notify/channels";
import { isMust, kindsFor, unchosen } from "./choices";
import { kindOf } from "./templates";
import { maskContact, openContact } from "./sealed";

const account = { id: true, person: { select: { id: true, mobileCipher: true } } };
const contact = { mobileCipher: true, mailCipher: true, version: true };

/** How the actor's own account is reached and what it wants: number and address masked, one line per kind of its role. */
export async function getOwnChoices(actor: AccountActor) {
  const { accountId } = actor;
  const [own, kept, chosen] = await Promise.all([
    db().account.findUniqueOrThrow({ where: { id: accountId }, select: account }),
    db().accountContact.findUnique({ where: { accountId }, select: contact }),
    db().messageChoice.findMany({ where: { accountId }, select: { kind: true, hold: true, sms: true, mail: true }, take: 200 }),
  ]);
  const byKind = new Map(chosen.map((choice) => [choice.kind, choice]));
  return {
    ...maskContact(openContact(own, kept)), ofRecord: own.person !== null, mailOn: hasMail(), version: kept?.version ?? 0,
    kinds: kindsFor(actor.role).map((key) => {
      const must = isMust(key);
      const { hold, sms, mail } = byKind.get(key) ?? { hold: "NONE" as const, ...unchosen(must) };
      return { key, name: kindOf(key).name, must, hold: must ? ("NONE" as const) : hold, sms, mail };
    }),
  };
}

export type OwnChoices = Awaited<ReturnType<typeof getOwnChoices>>;
