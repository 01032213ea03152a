import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { dayOf, formatInstant, now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { OpinionKind } from "@/prisma/client/enums";
import { handedWords, kindNames, refusals, stateNames } from "./labels";
import { cameTo, getOccasion, getOwnOccasion, type Occasion } from "./occasion-queries";
import { getOpinion } from "./queries";
import { visibleTo } from "./policy";
import type { Whither } from "./schema";
import { demand, step, targetOf, type At } from "./step-service";

const ofActivity = ({ id, title }: Pick<Occasion, "id" | "title">) => ({ type: "Activity", id, name: title });

type Fresh = { clientKey: string; content: string; kind: OpinionKind; paper: boolean; by: { id: string; unitId: string; name: string } | null };

async function put(actor: Actor, of: Occasion, { by, ...fresh }: Fresh): Promise<string> {
  const id = newId();
  await db().opinion.create({ data: { id, committeeId: of.committeeId, termId: of.termId, activityId: of.id, delegateId: by?.id ?? null, unitId: by?.unitId ?? null, authorName: actor.name, submittedAt: now(), ...fresh }, select: { id: true } });
  await audit(actor, { verb: fresh.paper ? "opinion.record" : "opinion.give", target: targetOf({ id, name: by?.name ?? null, title: of.title }), changes: { kind: [null, kindNames[fresh.kind]], state: [null, stateNames.SUBMITTED] } });
  return id;
}

/** The opinion this form has brought already. */
const sent = async (actor: Actor, clientKey: string): Promise<string | null> => (await db().opinion.findFirst({ where: { AND: [visibleTo(actor), { clientKey }] }, select: { id: true } }))?.id ?? null;

type Given = { activityId: string; clientKey: string; content: string };

/** Says something after a meeting one was at, within the days of the rule. Refuses who did not come, and what is too late or too much. Returns its id. */
export const give = (actor: Actor, { activityId, clientKey, content }: Given): Promise<string> =>
  transact(async () => {
    const of = await getOccasion(actor, activityId);
    demand(actor, "give", { committeeId: of.committeeId, personId: actor.role === "DELEGATE" ? actor.personId : null, targetId: null }, ofActivity(of));
    if (!of.gathers) throw new Refusal(refusals.notGathered);
    if (!of.held) throw new Refusal(refusals.notHeld);
    // The own mandate is held, so that two at once do not pass the limit together.
    await db().$queryRaw`SELECT id FROM "Delegate" WHERE "committeeId" = ${of.committeeId}::uuid AND "termId" = ${of.termId}::uuid AND "personId" = ${actor.role === "DELEGATE" ? actor.personId : null}::uuid FOR UPDATE`;
    const before = await sent(actor, clientKey);
    if (before) return before;
    const own = await getOwnOccasion(actor, activityId);
    if (!own?.mandate || own.why) throw new Refusal(own?.why ?? refusals.notCame);
    return put(actor, of, { clientKey, content, kind: own.gathers, paper: false, by: { id: own.mandate.id, unitId: own.mandate.unitId, name: actor.name } });
  });

/** The office enters what came on paper, also later than the days of the rule: of somebody who was there, and after an evaluation unsigned. Returns its id. */
export const record = (actor: Actor, { activityId, clientKey, content, delegateId }: Given & { delegateId: string | null }): Promise<string> =>
  transact(async () => {
    const of = await getOccasion(actor, activityId);
    demand(actor, "record", { committeeId: of.committeeId, personId: null, targetId: null }, ofActivity(of));
    if (!of.gathers) throw new Refusal(refusals.notGathered);
    if (!of.held) throw new Refusal(refusals.notHeld);
    const before = await sent(actor, clientKey);
    if (before) return before;
    if (!delegateId && of.gathers === "OPINION") throw new Refusal(refusals.notSaved, { delegateId: [refusals.signedOnly] });
    const by = delegateId ? await db().delegate.findFirst({ where: { AND: [{ id: delegateId, committeeId: of.committeeId }, cameTo(activityId)] }, select: { id: true, unitId: true, person: { select: { name: true } } } }) : null;
    if (delegateId && !by) throw new Refusal(refusals.notSaved, { delegateId: [refusals.notCameThere] });
    return put(actor, of, { clientKey, content, kind: of.gathers, paper: true, by: by && { id: by.id, unitId: by.unitId, name: by.person.name } });
  });

/** Where it goes: a unit of the tree in use, or a body outside it. Refuses neither and both. */
async function whitherOf(actor: Actor, { targetId, body, handNote }: Whither) {
  if (targetId && body) throw new Refusal(refusals.notSaved, { body: [refusals.oneOnly] });
  if (!targetId && !body) throw new Refusal(refusals.notSaved, { targetId: [refusals.whither] });
  const unit = targetId ? await db().unit.findFirst({ where: { id: targetId, committeeId: actor.committeeId ?? "", activeTo: null }, select: { name: true } }) : null;
  if (targetId && !unit) throw new Refusal(refusals.notSaved, { targetId: [refusals.noUnit] });
  return { targetId, handedTo: unit?.name ?? body ?? "", handNote };
}

async function handOne(actor: Actor, { id, version }: At, to: Awaited<ReturnType<typeof whitherOf>>): Promise<void> {
  const found = await getOpinion(actor, id);
  await step(actor, found, version, "hand", { columns: { ...to, handedAt: now(), answer: null, answeredOn: null, answeredBy: null, backReason: null }, now: to, changes: { handedTo: [null, to.handedTo] }, note: to.handNote });
}

/** Hands an opinion on to whoever can answer. */
export const hand = (actor: Actor, at: At, whither: Whither): Promise<void> =>
  transact(async () => {
    const found = await getOpinion(actor, at.id);
    demand(actor, "hand", found.facts, targetOf(found));
    await handOne(actor, at, await whitherOf(actor, whither));
  });

/** Hands several on together; what moved on meanwhile is passed over and counted. Returns what was done in a sentence. */
export const handMany = (actor: Actor, picks: readonly At[], whither: Whither): Promise<string> =>
  transact(async () => {
    demand(actor, "hand", { committeeId: actor.committeeId ?? "", personId: null, targetId: null }, { type: "Opinion", id: null, name: "" });
    const to = await whitherOf(actor, whither);
    const standing = await db().opinion.findMany({ where: { AND: [visibleTo(actor), { state: "SUBMITTED", OR: picks.map(({ id, version }) => ({ id, version })) }] }, select: { id: true, version: true }, orderBy: { id: "asc" } });
    for (const at of standing) await handOne(actor, at, to);
    return handedWords({ done: standing.length, skipped: picks.length - standing.length });
  }, 60);

/** The office answers at once, without handing on; the answer goes to the delegate in the same act. */
export const settle = (actor: Actor, { id, version }: At, answer: string): Promise<void> =>
  transact(async () => {
    const [found, committee] = [await getOpinion(actor, id), await db().committee.findUniqueOrThrow({ where: { id: actor.committeeId ?? "" }, select: { officeName: true } })];
    await step(actor, found, version, "settle", { columns: { answer, answeredBy: actor.name, answeredOn: dayOf(today()), targetId: null, handedTo: committee.officeName, handedAt: now(), releasedAt: now() }, changes: { answer: [null, answer] } });
  });

/** Not handed on, and why; the delegate reads it. */
export const file = (actor: Actor, { id, version }: At, reason: string): Promise<void> =>
  transact(async () => step(actor, await getOpinion(actor, id), version, "file", { columns: { fileReason: reason, closedAt: now() }, note: reason }));

export const withdraw = (actor: Actor, { id, version }: At): Promise<void> =>
  transact(async () => step(actor, await getOpinion(actor, id), version, "withdraw", { columns: { closedAt: now() } }));

type Answered = { answer: string; answeredBy?: string; answeredOn?: string };

/** The unit's liaison answers; the office enters an answer that came otherwise, with who gave it and when. */
export const answer = (actor: Actor, { id, version }: At, { answer: said, answeredBy = actor.name, answeredOn = today() }: Answered): Promise<void> =>
  transact(async () => {
    const found = await getOpinion(actor, id);
    const from = found.handedAt ? formatInstant(found.handedAt).slice(0, 10) : answeredOn;
    if (answeredOn < from) throw new Refusal(refusals.notSaved, { answeredOn: [refusals.beforeHanded(from)] });
    await step(actor, found, version, "answer", { columns: { answer: said, answeredBy, answeredOn: dayOf(answeredOn), backReason: null }, changes: { answer: [found.answer, said], answeredBy: [null, answeredBy], answeredOn: [null, answeredOn] } });
  });

/** Back to the office, which hands it on anew: it is not theirs to answer. */
export const giveBack = (actor: Actor, { id, version }: At, reason: string): Promise<void> =>
  transact(async () => {
    const found = await getOpinion(actor, id);
    await step(actor, found, version, "giveBack", { columns: { targetId: null, handedTo: null, handedAt: null, handNote: null }, changes: { handedTo: [found.handedTo, null] }, note: reason });
  });

/** The answer goes to the delegate. */
export const release = (actor: Actor, { id, version }: At): Promise<void> =>
  transact(async () => step(actor, await getOpinion(actor, id), version, "release", { columns: { releasedAt: now() } }));

/** The answer does not suffice; whoever gave it answers anew. */
export const sendBack = (actor: Actor, { id, version }: At, reason: string): Promise<void> =>
  transact(async () => step(actor, await getOpinion(actor, id), version, "sendBack", { columns: { backReason: reason }, note: reason }));

export const acknowledge = (actor: Actor, { id, version }: At): Promise<void> =>
  transact(async () => step(actor, await getOpinion(actor, id), version, "acknowledge", { columns: { closedAt: now() } }));

/** The delegate asks once more, with what is missing; once. The first answer stays beside the next. */
export const askAgain = (actor: Actor, { id, version }: At, reason: string): Promise<void> =>
  transact(async () => {
    const found = await getOpinion(actor, id);
    demand(actor, "askAgain", found.facts, targetOf(found));
    if (found.askedAgainAt && found.state === "RELEASED") throw new Refusal(refusals.askedAgain);
    await step(actor, found, version, "askAgain", { columns: { askedAgainAt: now(), againReason: reason, earlierAnswer: found.answer, answer: null, answeredBy: null, answeredOn: null, releasedAt: null }, note: reason });
  });
