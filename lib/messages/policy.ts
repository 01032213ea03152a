// A message is its reader's own: whoever wrote it, whatever it is about, and whichever role is at hand, nobody else
// reads it or marks it read (trust 1.1). The sender learns whether it was read from the letter, not from the message.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export const visibleTo = (actor: Actor): Prisma.MessageWhereInput => (actor.accountId === null ? { id: { in: [] } } : { accountId: actor.accountId });
