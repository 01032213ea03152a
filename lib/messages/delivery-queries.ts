import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { LOGGED } from "@/lib/platform/notify/log-channel";
import type { DeliveryState } from "@/prisma/client/enums";
import { channelNames, deliveryNames, deliveryTones, unsent } from "./labels";
import { may } from "./policy";
import { maskContact, openContact } from "./sealed";

/** Rows shown at most; trouble comes first, the counts are of all. */
const SHOWN = 200;

/** What became of sending one letter, per person and channel, numbers masked: for its sender, the office and the system administrator. NotFound for others. */
export async function listDeliveries(actor: Actor, dispatchId: string) {
  const letter = isId(dispatchId) ? await db().dispatch.findUnique({ where: { id: dispatchId }, select: { committeeId: true, senderId: true } }) : null;
  if (!letter || !may(actor, "readDeliveries", letter)) throw new NotFound({ type: "Dispatch", id: dispatchId });
  const where = { message: { dispatchId } };
  const counted = await db().delivery.groupBy({ by: ["state"], where, _count: { _all: true } });
  const rows = await db().delivery.findMany({ where, orderBy: [{ state: "desc" }, { id: "asc" }], take: SHOWN, select: { id: true, accountId: true, channel: true, state: true, round: true, attempts: true, sentAt: true, notBefore: true, receipt: true, error: true, createdAt: true } });
  const ids = [...new Set(rows.map((row) => row.accountId))];
  const accounts = new Map((await db().account.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true, person: { select: { id: true, mobileCipher: true } } } })).map((account) => [account.id, account]));
  const contacts = new Map((await db().accountContact.findMany({ where: { accountId: { in: ids } }, select: { accountId: true, mobileCipher: true, mailCipher: true } })).map((row) => [row.accountId, row]));
  const count = Object.fromEntries(counted.map(({ state, _count }) => [state, _count._all])) as Partial<Record<DeliveryState, number>>;
  return {
    total: counted.reduce((sum, { _count }) => sum + _count._all, 0), count,
    rows: rows.map((row) => {
      const account = accounts.get(row.accountId);
      const { mobile, mail } = account ? maskContact(openContact(account, contacts.get(row.accountId) ?? null)) : { mobile: null, mail: null };
      const note = row.state === "SENT" && row.receipt === LOGGED ? unsent.logged : row.error;
      return {
        id: row.id, name: account?.displayName ?? "", channel: channelNames[row.channel], to: row.channel === "SMS" ? mobile : mail, state: row.state, stateName: deliveryNames[row.state], tone: deliveryTones[row.state],
        round: row.round, attempts: row.attempts, at: formatInstant(row.sentAt ?? row.createdAt), next: row.state === "WAITING" ? formatInstant(row.notBefore) : null, note,
      };
    }),
  };
}

