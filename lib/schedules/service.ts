import "server-only";
import { v7 as newId } from "uuid";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { randomToken, seal, sha256 } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { grantInForce } from "@/lib/platform/grant-in-force";
import { jobActor } from "@/lib/platform/program";
import { unitsUnder } from "@/lib/platform/session";
import { refusals } from "./labels";
import { feedsVisibleTo, may, type ScheduleAct } from "./policy";
import { sealedAs } from "./queries";

const demand = (actor: AccountActor, act: ScheduleAct) => {
  if (!may(actor, act, { committeeId: actor.committeeId })) throw new Forbidden(`schedule.${act}`, { type: "ScheduleFeed" }, refusals.feed);
};

/** Opens the feed of the own seat, or gives it another address, after which the old one answers nothing. */
export const subscribe = (actor: AccountActor): Promise<void> =>
  transact(async () => {
    demand(actor, "subscribe");
    const { accountId, committeeId, grantId } = actor;
    const [id, token] = [newId(), randomToken()];
    await db().scheduleFeed.deleteMany({ where: feedsVisibleTo(actor) });
    await db().scheduleFeed.create({ data: { id, committeeId, accountId, grantId, tokenHash: sha256(token), tokenCipher: seal(token, sealedAs(id)) }, select: { id: true } });
    await audit(actor, { verb: "schedule.subscribe", target: { type: "ScheduleFeed", id, name: actor.name } });
  });

/** Closes the feed of the own seat. Refuses when there is none. */
export const unsubscribe = (actor: AccountActor): Promise<void> =>
  transact(async () => {
    demand(actor, "unsubscribe");
    const { count } = await db().scheduleFeed.deleteMany({ where: feedsVisibleTo(actor) });
    if (count === 0) throw new Refusal(refusals.noFeed);
    await audit(actor, { verb: "schedule.unsubscribe", target: { type: "ScheduleFeed", name: actor.name } });
  });

/** Whose calendar asks with this token: the account in the seat of the feed, while both are in force; null otherwise. */
export async function readerOf(token: string): Promise<AccountActor | null> {
  const feed = await db().scheduleFeed.findFirst({
    where: { tokenHash: sha256(token), grant: { AND: [grantInForce(), { account: { disabledAt: null } }] } },
    select: { id: true, accountId: true, committeeId: true, grantId: true, readAt: true, grant: { select: { role: true, unitId: true, unit: { select: { path: true } }, account: { select: { displayName: true, personId: true } } } } },
  });
  if (!feed) return null;
  const { grant, accountId, committeeId, grantId } = feed;
  await db().scheduleFeed.updateMany({ where: { id: feed.id, OR: [{ readAt: null }, { readAt: { lt: new Date(now().getTime() - 3_600_000) } }] }, data: { readAt: now() } });
  return jobActor({ accountId, committeeId, grantId, role: grant.role, name: grant.account.displayName, personId: grant.account.personId, requestId: feed.id, unitId: grant.unitId, unitIds: grant.unit ? await unitsUnder(committeeId, grant.unit.path) : [] });
}
