import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { refusals } from "./labels";
import { holdPair } from "./pair-service";
import { distinctionsVisibleTo, may } from "./policy";
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

/** Takes such a decision back: the pair is suspected again. */
export const reconsider = (actor: Actor, id: string): Promise<void> =>
  transact(async () => {
    const person = { select: { name: true } } as const;
    const found = isId(id) ? await db().personDistinction.findFirst({ where: { AND: [distinctionsVisibleTo(actor), { id }] }, select: { committeeId: true, low: person, high: person } }) : null;
    if (!found) throw new NotFound({ type: "PersonDistinction", id });
    if (!may(actor, "reconsider", found)) throw new Forbidden("merge.reconsider", { type: "PersonDistinction", id }, refusals.reconsider);
    const { count } = await db().personDistinction.deleteMany({ where: { id } });
    if (count === 0) throw new NotFound({ type: "PersonDistinction", id });
    await audit(actor, { verb: "merge.reconsider", target: { type: "PersonDistinction", id, name: `${found.low.name}、${found.high.name}` } });
  });
