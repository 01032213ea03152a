import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { visibleTo } from "./policy";
import { getMessage } from "./queries";

/**
 * Marks a message read and returns where one tap leads: its subject, else the message itself. That it was read once
 * stays on the row as the sender's receipt; the audit keeps no second word of it. NotFound for everybody else's.
 */
export const open = (actor: AccountActor, id: string): Promise<string> =>
  transact(async () => {
    const { href } = await read(actor, id);
    return href ?? `/messages/${id}`;
  });

/** Marks a message read; one already read stays as it is. */
export const read = (actor: AccountActor, id: string): Promise<{ href: string | null }> =>
  transact(async () => {
    const { href } = await getMessage(actor, id);
    const where = { AND: [visibleTo(actor), { id, readAt: null }] };
    await db().message.updateMany({ where: { AND: [where, { firstReadAt: null }] }, data: { firstReadAt: now() } });
    await db().message.updateMany({ where, data: { readAt: now() } });
    return { href };
  });

/** Puts a message back among the unread, for its reader alone: the receipt stands. */
export const unread = (actor: AccountActor, id: string): Promise<void> =>
  transact(async () => {
    await getMessage(actor, id);
    await db().message.updateMany({ where: { AND: [visibleTo(actor), { id, readAt: { not: null } }] }, data: { readAt: null } });
  });

/** Marks everything read that is counted as unread and was sent up to an instant. Returns how many. */
export const readAll = (actor: AccountActor, until: Date): Promise<number> =>
  transact(() => db().$executeRaw`
    UPDATE "Message" m SET "readAt" = ${now()}, "firstReadAt" = coalesce(m."firstReadAt", ${now()})
    WHERE m."accountId" = ${actor.accountId}::uuid AND m."readAt" IS NULL AND m.hold = 'NONE' AND m."sentAt" <= ${until}`);
