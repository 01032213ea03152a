import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { refusals } from "./labels";
import { holdPair } from "./pair-service";
import { inOrder } from "./queries";

/** Records that two records are two people: the pair is suspected no more. Refuses a pair decided before. */
export const distinguish = (actor: Actor, { keepId, dropId, grounds }: { keepId: string; dropId: string; grounds: string }): Promise<void> =>
  transact(async () => {
    const { keep, drop } = await holdPair(actor, "distinguish", keepId, dropId);
    const row = { committeeId: keep.committeeId, ...inOrder(keepId, dropId), grounds, accountId: actor.accountId, accountName: actor.name };
    const [made] = await db().personDistinction.createManyAndReturn({ data: [row], skipDuplicates: true, select: { id: true } });
    if (!made) throw new Refusal(refusals.twice);
    await audit(actor, { verb: "merge.distinguish", target: { type: "PersonDistinction", id: made.id, name: `${keep.name}、${drop.name}` }, reason: grounds });
  });

/** Takes such a decision back: the pair is suspected again. Refuses a pair about which nothing was decided. */
export const reconsider = (actor: Actor, { keepId, dropId }: { keepId: string; dropId: string }): Promise<void> =>
  transact(async () => {
    const { keep, drop } = await holdPair(actor, "reconsider", keepId, dropId);
    const found = await db().personDistinction.findUnique({ where: { lowId_highId: inOrder(keepId, dropId) }, select: { id: true } });
    if (!found) throw new Refusal(refusals.notApart);
    await db().personDistinction.deleteMany({ where: { id: found.id } });
    await audit(actor, { verb: "merge.reconsider", target: { type: "PersonDistinction", id: found.id, name: `${keep.name}、${drop.name}` } });
  });
