import "server-only";
import { onRegister } from "@/lib/delegates/flow";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { dayOf, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { getDelegation, getGroup, getTerm } from "@/lib/terms/queries";
import type { PlacePostKind } from "@/prisma/client/enums";
import { postNames, refusals } from "./labels";
import { may, type PostAct } from "./policy";
import { listPosts, type Post } from "./queries";
import type { PlaceOf } from "./schema";

/** The place, known to the actor and held against whoever appoints there as well; with the first day a post can begin. */
async function take(actor: Actor, act: PostAct, of: PlaceOf): Promise<{ committeeId: string; name: string; startsOn: string }> {
  const term = await getTerm(actor, of.termId);
  const { name } = of.place === "delegation" ? await getDelegation(actor, of.termId, of.placeId) : await getGroup(actor, of.termId, of.placeId);
  if (!may(actor, act, term)) throw new Forbidden(`post.${act}`, { type: of.place === "delegation" ? "Delegation" : "DelegateGroup", id: of.placeId, name }, refusals.keep);
  await db().$queryRaw`SELECT id FROM "Term" WHERE id = ${of.termId}::uuid FOR NO KEY UPDATE`;
  return { committeeId: term.committeeId, name, startsOn: term.startsOn };
}

function refuseDay(field: string, day: string, earliest: string): void {
  if (day > today()) throw new Refusal("没有保存。", { [field]: [refusals.future] });
  if (day < earliest) throw new Refusal("没有保存。", { [field]: [refusals.early(earliest)] });
}

async function end(actor: Actor, place: string, post: Post, untilOn: string): Promise<void> {
  const { count } = await db().placePost.updateMany({ where: { id: post.id, untilOn: null }, data: { untilOn: dayOf(untilOn) } });
  if (count === 0) throw new Refusal(refusals.ended);
  await audit(actor, { verb: "post.dismiss", target: { type: "Delegate", id: post.delegateId, name: post.name }, changes: { post: [`${place}${post.title}`, null], untilOn: [null, untilOn] } });
}

/**
 * Appoints a delegate of the place from a day on. Refuses who is not in it or left the register, a second head who does not `replace` the first, a second
 * post of one person in one place, and a day to come or before the term.
 */
export const appoint = (actor: Actor, of: PlaceOf, { delegateId, kind, fromOn, replace = false }: { delegateId: string; kind: PlacePostKind; fromOn: string; replace?: boolean }): Promise<void> =>
  transact(async () => {
    const { committeeId, name, startsOn } = await take(actor, "appoint", of);
    const titles = postNames[of.place];
    refuseDay("fromOn", fromOn, startsOn);
    const delegate = await db().delegate.findFirst({
      where: { id: delegateId, committeeId, termId: of.termId, status: { in: onRegister }, ...(of.place === "delegation" ? { delegationId: of.placeId } : { groupId: of.placeId }) },
      select: { person: { select: { name: true } } },
    });
    if (!delegate) throw new Refusal("没有任命。", { delegateId: [refusals.stranger] });
    const { now } = await listPosts(actor, of);
    const [head, own] = [now.find((post) => post.kind === "HEAD"), now.find((post) => post.delegateId === delegateId)];
    if (own) throw new Refusal("没有任命。", { delegateId: [refusals.holds(own.title)] });
    if (kind === "HEAD" && head) {
      if (!replace) throw new Refusal("没有任命。", { replace: [refusals.headed(titles.HEAD, head.name)] });
      refuseDay("fromOn", fromOn, head.fromOn);
      await end(actor, name, head, fromOn);
    }
    await db().placePost.create({ data: { committeeId, termId: of.termId, ...(of.place === "delegation" ? { delegationId: of.placeId } : { groupId: of.placeId }), delegateId, kind, fromOn: dayOf(fromOn) }, select: { id: true } });
    await audit(actor, { verb: "post.appoint", target: { type: "Delegate", id: delegateId, name: delegate.person.name }, changes: { post: [null, `${name}${titles[kind]}`], fromOn: [null, fromOn] } });
  });

/** Ends a post on a day. Refuses one already ended, and a day to come or before it began. */
export const dismiss = (actor: Actor, of: PlaceOf, { id, untilOn }: { id: string; untilOn: string }): Promise<void> =>
  transact(async () => {
    const { name } = await take(actor, "dismiss", of);
    const post = (await listPosts(actor, of)).now.find((one) => one.id === id);
    if (!post) throw new Refusal(refusals.ended);
    refuseDay("untilOn", untilOn, post.fromOn);
    await end(actor, name, post, untilOn);
  });
