import "server-only";
import { maskMobile } from "@/lib/platform/chinese/id-number";
import { open, seal } from "@/lib/platform/crypto";

export type Contact = { mobile: string | null; mail: string | null };
type Sealed = { mobileCipher: string | null; mailCipher: string | null };

const place = (column: keyof Contact, accountId: string) => `AccountContact.${column}:${accountId}`;

export const sealContact = (accountId: string, { mobile, mail }: Contact): Sealed => ({ mobileCipher: mobile && seal(mobile, place("mobile", accountId)), mailCipher: mail && seal(mail, place("mail", accountId)) });

/** How an account is reached. The number of who has a record stands in that record and is sealed to it. */
export function openContact(account: { id: string; person: { id: string; mobileCipher: string | null } | null }, own: Sealed | null): Contact {
  const { person } = account;
  const mobile = person ? person.mobileCipher && open(person.mobileCipher, `Person.mobile:${person.id}`) : own?.mobileCipher && open(own.mobileCipher, place("mobile", account.id));
  return { mobile: mobile || null, mail: own?.mailCipher ? open(own.mailCipher, place("mail", account.id)) : null };
}

/** The first character and the domain: enough to know the own address again. */
export const maskMail = (mail: string): string => mail.replace(/^(.).*(@.*)$/u, "$1***$2");

export const maskContact = ({ mobile, mail }: Contact): Contact => ({ mobile: mobile && maskMobile(mobile), mail: mail && maskMail(mail) });
