import "server-only";
import { v7 as newId } from "uuid";
import { dispatch } from "@/lib/messages/dispatch-service";
import { remind as remindReaders } from "@/lib/messages/remind-service";
import type { AccountActor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { formatInstant, now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { MOST_DRAFTS, REMIND_HOURS, refusals } from "./labels";
import { may } from "./policy";
import { getDraft, getLetter, type LetterRecord } from "./queries";
import { resolve } from "./reach-queries";
import type { Draft } from "./schema";

const SECONDS = 60;

const targetOf = (letter: Pick<LetterRecord, "id" | "title">) => ({ type: "Letter", id: letter.id, name: letter.title });
const mustName = (must: boolean) => (must ? "须办" : "知悉");

const demand = (actor: AccountActor): void => {
  if (!may(actor, "write", { committeeId: actor.committeeId })) throw new Forbidden("letter.draft", { type: "Letter" }, refusals.write);
};

/** Whose name the letter goes out under: the unit of a liaison, else the office. */
async function fromOf(actor: AccountActor): Promise<string> {
  const unit = actor.unitId ? await db().unit.findFirst({ where: { id: actor.unitId, committeeId: actor.committeeId }, select: { name: true } }) : null;
  return unit?.name ?? (await db().committee.findUniqueOrThrow({ where: { id: actor.committeeId }, select: { officeName: true } })).officeName;
}

/** Keeps a draft, new or revised; nobody else sees it. Refuses who writes no notices, a twenty-first draft, readers not the actor's, and one that moved on. Returns its id. */
export const draft = (actor: AccountActor, { id, version, must: kind, title, text, ...reach }: Draft): Promise<string> =>
  transact(async () => {
    demand(actor);
    await resolve(actor, reach);
    const columns = { must: kind === "must", title, text, reach };
    if (id === undefined) {
      if ((await db().letter.count({ where: { accountId: actor.accountId, sentAt: null } })) >= MOST_DRAFTS) throw new Refusal(refusals.manyDrafts);
      const made = { id: newId(), title };
      await db().letter.create({ data: { ...columns, id: made.id, committeeId: actor.committeeId, accountId: actor.accountId, role: actor.role, senderName: actor.name, createdAt: now() }, select: { id: true } });
      await audit(actor, { verb: "letter.draft", target: targetOf(made), changes: { title: [null, title], must: [null, mustName(columns.must)] } });
      return made.id;
    }
    const old = await getDraft(actor, id);
    const { count } = await db().letter.updateMany({ where: { id, sentAt: null, version: version ?? 0 }, data: { ...columns, role: actor.role, version: { increment: 1 } } });
    if (count === 0) throw new Refusal(refusals.taken);
    const changes: Changes = { ...(old.title === title ? {} : { title: [old.title, title] }), ...(old.must === columns.must ? {} : { must: [mustName(old.must), mustName(columns.must)] }) };
    await audit(actor, { verb: "letter.revise", target: targetOf({ id, title }), changes });
    return id;
  }, SECONDS);

/** Gives a draft up, with its files. */
export const discard = (actor: AccountActor, id: string, version: number): Promise<void> =>
  transact(async () => {
    const letter = await getDraft(actor, id);
    const { count } = await db().letter.deleteMany({ where: { id, sentAt: null, version } });
    if (count === 0) throw new Refusal(refusals.taken);
    await audit(actor, { verb: "letter.discard", target: targetOf(letter) });
  });

/**
 * Sends a draft to those it was shown to reach. `seal` is that showing. Refuses one sent or revised since, readers that
 * came or went, and one that nobody would get. Files go along; who has no account is kept by name.
 */
export const send = (actor: AccountActor, { id, version, seal }: { id: string; version: number; seal: string }): Promise<void> =>
  transact(async () => {
    demand(actor);
    const letter = await getDraft(actor, id);
    const reached = await resolve(actor, letter.reach);
    if (reached.seal !== seal) throw new Refusal(refusals.moved);
    if (reached.heads === 0) throw new Refusal(refusals.empty);
    const key = `letter:${id}`;
    const { count } = await db().letter.updateMany({ where: { id, sentAt: null, version }, data: { sentAt: now(), missed: reached.missed, version: { increment: 1 } } });
    if (count === 0) throw new Refusal(refusals.taken);
    const { title, text, must } = letter;
    await dispatch(actor, { key, kind: "notice", must, to: { persons: reached.persons, accounts: reached.accounts }, variables: { title, text, from: await fromOf(actor) }, subject: { type: "Letter", id } });
    const { id: dispatchId } = await db().dispatch.findUniqueOrThrow({ where: { key }, select: { id: true } });
    await db().letter.update({ where: { id }, data: { dispatchId }, select: { id: true } });
    await db().dispatchFile.updateMany({ where: { letterId: id }, data: { dispatchId } });
    await audit(actor, { verb: "letter.send", target: targetOf(letter), changes: { must: [null, mustName(must)], reached: [null, String(reached.heads)], missed: [null, String(reached.missed.length)] } });
  }, SECONDS);

/** Reminds everybody who has not read a sent letter, at most once in 24 hours. Refuses others than its writer and the office that wrote it. Returns how many. */
export const remind = (actor: AccountActor, id: string): Promise<number> =>
  transact(async () => {
    const letter = await getLetter(actor, id);
    if (!may(actor, "remind", letter)) throw new Forbidden("letter.remind", targetOf(letter), refusals.write);
    if (letter.dispatchId === null) throw new Refusal(refusals.taken);
    const due = new Date(now().getTime() - REMIND_HOURS * 3_600_000);
    const { count } = await db().letter.updateMany({ where: { id, OR: [{ remindedAt: null }, { remindedAt: { lte: due } }] }, data: { remindedAt: now(), reminders: { increment: 1 } } });
    if (count === 0) throw new Refusal(refusals.soon(formatInstant((await db().letter.findUniqueOrThrow({ where: { id }, select: { remindedAt: true } })).remindedAt ?? now())));
    const heads = await remindReaders(actor, letter.dispatchId, letter.reminders + 1);
    if (heads === 0) throw new Refusal(refusals.allRead);
    await audit(actor, { verb: "letter.remind", target: targetOf(letter), changes: { reminded: [null, String(heads)] } });
    return heads;
  }, SECONDS);
