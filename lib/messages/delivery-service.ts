import "server-only";
import { v7 as newId } from "uuid";
import type { SystemActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { Rejected } from "@/lib/platform/notify/channel";
import { channels, hasMail, type Channels } from "@/lib/platform/notify/channels";
import { systemActor } from "@/lib/platform/program";
import { inParts, rowsJson } from "@/lib/platform/rows";
import type { Prisma } from "@/prisma/client/client";
import type { DeliveryChannel } from "@/prisma/client/enums";
import { unchosen, type Ways } from "./choices";
import { readContacts, type Reached } from "./contact-queries";
import type { KindKey } from "./kinds";
import { unsent } from "./labels";
import { awake } from "./quiet";
import { briefOf } from "./templates";
import { templatesOf } from "./template-queries";

export type Spread = { messageId: string; accountId: string; kind: KindKey; variables: Record<string, string>; must: boolean };
type Row = Pick<Prisma.DeliveryUncheckedCreateInput, "messageId" | "accountId" | "channel" | "text"> & { state: "WAITING" | "SKIPPED"; error: string | null };

const CHUNK = 1000;

/** What each of these accounts chose for each of these kinds, by "account kind". */
async function choicesOf(of: Spread[]): Promise<Map<string, Ways>> {
  const rows = await db().messageChoice.findMany({ where: { accountId: { in: of.map((one) => one.accountId) }, kind: { in: [...new Set(of.map((one) => one.kind))] } }, select: { accountId: true, kind: true, sms: true, mail: true } });
  return new Map(rows.map(({ accountId, kind, sms, mail }) => [`${accountId} ${kind}`, { sms, mail }]));
}

/** One row per way a message takes. What must be done and cannot be sent by text message says why; a mail nobody can get leaves none. */
function rowsFor({ messageId, accountId, must }: Spread, text: string, ways: Ways, reach: Reached | undefined): Row[] {
  const by = (channel: DeliveryChannel, error: string | null): Row => ({ messageId, accountId, channel, text, state: error ? "SKIPPED" : "WAITING", error });
  const sms = ways.sms ? [by("SMS", reach?.mobile ? null : unsent.noMobile)] : must ? [by("SMS", unsent.notWanted)] : [];
  return [...sms, ...(ways.mail && hasMail() && reach?.mail ? [by("MAIL", null)] : [])];
}

/** A reminder takes the place of what still waits from before: nobody gets both at once when the gateway is back. */
const supersede = (of: Spread[], round: number) => db().delivery.updateMany({ where: { messageId: { in: of.map((one) => one.messageId) }, round: { lt: round }, state: "WAITING" }, data: { state: "SKIPPED", error: unsent.superseded } });

/**
 * Lays out what goes by text message and mail for messages just spread, by each person's choice: what must be done, and
 * what a person asked for. Run again for the same messages and round it adds nothing. `round` counts reminders, first 0.
 */
export async function makeDeliveries(actor: SystemActor, of: Spread[], round: number): Promise<void> {
  const templates = await templatesOf(actor);
  for (const part of inParts(of, CHUNK)) {
    if (round > 0) await supersede(part, round);
    const [choices, reach] = [await choicesOf(part), await readContacts(actor, part.map((one) => one.accountId))];
    const rows = part.flatMap((one) => rowsFor(one, briefOf(one.kind, templates[one.kind], one.variables), choices.get(`${one.accountId} ${one.kind}`) ?? unchosen(one.must), reach.get(one.accountId)));
    await db().$executeRaw`
      INSERT INTO "Delivery" (id, "committeeId", "messageId", "accountId", channel, text, state, error, round, "notBefore", "createdAt")
      SELECT r.id, ${actor.committeeId}::uuid, r."messageId", r."accountId", r.channel, r.text, r.state, r.error, ${round}, ${awake(now())}::timestamptz, ${now()}::timestamptz
      FROM json_populate_recordset(NULL::"Delivery", ${rowsJson(rows.map((row) => ({ id: newId(), ...row })))}::json) r
      ON CONFLICT DO NOTHING`;
  }
}

const LEASE_MS = 60_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** With these pauses the tries of one delivery span twelve hours, the quiet ones not counted. */
export const TRIES = 18;
/** No wait laid out by a right clock is longer: the quiet hours and one pause. */
const LONGEST_WAIT_MS = 11 * 3_600_000;

export const pauseAfter = (attempts: number): number => Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);

const later = (ms: number): Date => new Date(now().getTime() + ms);

type Claimed = { id: string; committeeId: string; messageId: string; accountId: string; channel: DeliveryChannel; text: string; attempts: number };

/** Takes what is due for one minute, so that no other worker takes it; one short statement. */
const claim = (most: number) => db().$queryRaw<Claimed[]>`
  WITH due AS MATERIALIZED (
    SELECT id FROM "Delivery" WHERE state = 'WAITING' AND "notBefore" <= ${now()}::timestamptz ORDER BY "notBefore", id LIMIT ${most} FOR UPDATE SKIP LOCKED
  )
  UPDATE "Delivery" d SET state = 'SENDING', "leasedTo" = ${later(LEASE_MS)}::timestamptz, attempts = d.attempts + 1 FROM due WHERE d.id = due.id
  RETURNING d.id, d."committeeId", d."messageId", d."accountId", d.channel::text AS channel, d.text, d.attempts`;

/** Leaves SENDING only as the one who holds it: whoever lost the lease writes nothing over the next one's try. */
const settle = (d: Claimed, data: Prisma.DeliveryUpdateManyMutationInput) => db().delivery.updateMany({ where: { id: d.id, state: "SENDING", attempts: d.attempts }, data: { leasedTo: null, ...data } });

/** What went out stays so, also where the lease was lost meanwhile. */
const sent = (d: Claimed, receipt: string | null) => db().delivery.updateMany({ where: { id: d.id, state: { not: "SENT" } }, data: { state: "SENT", sentAt: now(), receipt, error: null, leasedTo: null } });

const failed = (d: Claimed, error: unknown) => {
  const why = error instanceof Error ? error.message.slice(0, 200) : "";
  if (error instanceof Rejected) return settle(d, { state: "FAILED", error: why });
  if (d.attempts >= TRIES) return settle(d, { state: "FAILED", error: unsent.gaveUp(why) });
  return settle(d, { state: "WAITING", error: why, notBefore: awake(later(pauseAfter(d.attempts))) });
};

/** Why it is no longer sent at all; null when it is. */
function inTheWay(d: Claimed, reach: Reached | undefined, isRead: boolean, ways: Channels): string | null {
  if (!reach || reach.disabled) return unsent.disabled;
  if (isRead) return unsent.read;
  if (d.channel === "SMS") return reach.mobile ? null : unsent.noMobile;
  if (!ways.mail) return unsent.mailOff;
  return reach.mail ? null : unsent.noMail;
}

async function send(d: Claimed, reach: Reached | undefined, isRead: boolean, ways: Channels): Promise<void> {
  const why = inTheWay(d, reach, isRead, ways);
  if (why || !reach) return void (await settle(d, { state: "SKIPPED", error: why }));
  try {
    const { receipt } = d.channel === "MAIL" && ways.mail && reach.mail
      ? await ways.mail.send({ id: d.id, to: reach.mail, subject: `【${reach.office}】${d.text}`, text: `${reach.name}：\n\n${d.text}\n\n${reach.office}\n` })
      : await ways.sms.send({ id: d.id, to: reach.mobile ?? "", text: d.text });
    await sent(d, receipt);
  } catch (error) {
    await failed(d, error);
  }
}

/** Those of the messages that were read on the platform by now. */
async function readOf(taken: Claimed[]): Promise<Set<string>> {
  const read = await db().message.findMany({ where: { id: { in: taken.map((d) => d.messageId) }, readAt: { not: null } }, select: { id: true } });
  return new Set(read.map((message) => message.id));
}

async function reachOf(taken: Claimed[]): Promise<Map<string, Reached>> {
  const committees = [...new Set(taken.map((d) => d.committeeId))];
  const found = await Promise.all(committees.map((id) => readContacts(systemActor(id, "deliveries"), taken.filter((d) => d.committeeId === id).map((d) => d.accountId))));
  return new Map(found.flatMap((reach) => [...reach]));
}

const AT_ONCE = 8;
const MOST_COUNTED = 1000;

/** Sends what is due, at most `limit`, and tells how many were taken on; none in the quiet hours. Any number of workers may do so at once. */
export async function sendWaiting(limit: number, ways?: Channels): Promise<number> {
  const open = ways ?? (await channels());
  let handled = 0;
  while (handled < limit && awake(now()) <= now()) {
    const taken = await claim(Math.min(AT_ONCE, limit - handled));
    if (taken.length === 0) break;
    const [read, reach] = [await readOf(taken), await reachOf(taken)];
    await Promise.all(taken.map((d) => send(d, reach.get(d.accountId), read.has(d.messageId), open)));
    handled += taken.length;
  }
  return handled;
}

/**
 * Gives back what a killed worker held, and what a clock that had run ahead put off too far; tells how many wait to be
 * sent now, as far as a thousand. A lease beyond the length of one was given by such a clock and is none.
 */
export async function sweepLeases(): Promise<number> {
  const at = now();
  // The states are written out: only so does the planner see that the partial indexes answer.
  await db().$executeRaw`
    UPDATE "Delivery" SET state = 'WAITING', "leasedTo" = NULL, "notBefore" = ${at}::timestamptz
    WHERE state = 'SENDING' AND ("leasedTo" IS NULL OR "leasedTo" < ${at}::timestamptz OR "leasedTo" > ${later(LEASE_MS)}::timestamptz)`;
  await db().$executeRaw`UPDATE "Delivery" SET "notBefore" = ${awake(at)}::timestamptz WHERE state = 'WAITING' AND "notBefore" > ${later(LONGEST_WAIT_MS)}::timestamptz`;
  if (awake(at) > at) return 0;
  const [due] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM "Delivery" WHERE state = 'WAITING' AND "notBefore" <= ${at}::timestamptz LIMIT ${MOST_COUNTED}) d`;
  return due?.count ?? 0;
}
