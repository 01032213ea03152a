import { v7 as newId } from "uuid";
import { makeDeliveries } from "@/lib/messages/delivery-service";
import type { KindKey } from "@/lib/messages/kinds";
import { sealContact, type Contact } from "@/lib/messages/sealed";
import { defaultOf, samplesOf } from "@/lib/messages/templates";
import type { SystemActor } from "@/lib/platform/actor";
import { seal } from "@/lib/platform/crypto";
import { ownerQuery } from "./database";

/** An account that is reached so; with `record` the number stands in a person's record instead. */
export async function plantReader(committeeId: string, contact: Partial<Contact> = {}, { record = false, name = "丁岚" } = {}): Promise<string> {
  const [id, personId] = [newId(), newId()];
  const { mobile = null, mail = null } = contact;
  if (record) {
    await ownerQuery(`INSERT INTO "Person" (id, "committeeId", name, pinyin, initials, "birthMonth", "mobileCipher") VALUES ($1, $2, $3, 'dinglan', 'dl', '1975-04', $4)`,
      [personId, committeeId, name, mobile && seal(mobile, `Person.mobile:${personId}`)]);
  }
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId", "personId") VALUES ($1, $2, $3, 'x', $4, $5)`, [id, `u${id}`, name, committeeId, record ? personId : null]);
  const sealed = sealContact(id, { mobile: record ? null : mobile, mail });
  if (sealed.mobileCipher || sealed.mailCipher) await ownerQuery(`INSERT INTO "AccountContact" ("accountId", "committeeId", "mobileCipher", "mailCipher") VALUES ($1, $2, $3, $4)`, [id, committeeId, sealed.mobileCipher, sealed.mailCipher]);
  return id;
}

type Given = { kind?: KindKey; must?: boolean; senderId?: string; variables?: Record<string, string> };

/** One letter, spread to these accounts as the relay does it, with its deliveries laid out. */
export async function plantLetter(system: SystemActor, accountIds: string[], { kind = "deadline.due", must = true, senderId, variables = samplesOf(kind) }: Given = {}) {
  const { committeeId } = system;
  const dispatchId = newId();
  const { title, body } = defaultOf(kind);
  await ownerQuery(`INSERT INTO "Dispatch" (id, "committeeId", key, kind, must, audience, variables, "senderName", "senderId", "spreadAt") VALUES ($1, $2, $3, $4, $5, '{}', $6, '系统', $7, now())`,
    [dispatchId, committeeId, `test:${dispatchId}`, kind, must, JSON.stringify(variables), senderId ?? null]);
  const messages = accountIds.map((accountId) => ({ messageId: newId(), accountId, kind, variables, must }));
  await ownerQuery(
    `INSERT INTO "Message" (id, "committeeId", "accountId", "dispatchId", kind, must, title, body, "senderName") SELECT m.id, $1, m."accountId", $2, $3, $4, $5, $6, '系统' FROM unnest($7::uuid[], $8::uuid[]) AS m(id, "accountId")`,
    [committeeId, dispatchId, kind, must, title, body, messages.map((m) => m.messageId), accountIds]);
  await makeDeliveries(system, messages, 0);
  return { dispatchId, messages };
}

/** How the sending of a letter stands, one line per delivery. */
export const deliveriesOf = (dispatchId: string) => ownerQuery<{ id: string; channel: string; state: string; attempts: number; receipt: string | null; error: string | null; text: string }>(
  `SELECT d.id, d.channel, d.state, d.attempts, d.receipt, d.error, d.text FROM "Delivery" d JOIN "Message" m ON m.id = d."messageId" WHERE m."dispatchId" = $1 ORDER BY d.channel, d.id`, [dispatchId]);
