import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { maskMobile } from "@/lib/platform/chinese/id-number";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { field, isMust, kindsFor, unchosen } from "./choices";
import { channelNames, holdNames, refusals } from "./labels";
import { may } from "./policy";
import type { Choice, OwnWishes } from "./schema";
import { maskMail, openContact, sealContact, type Contact } from "./sealed";
import { kindOf } from "./templates";

/** One choice in words, for the audit. */
const inWords = ({ kind, hold, sms, mail }: Choice) => `${kindOf(kind).name}：${[holdNames[hold], ...(sms ? [channelNames.SMS] : []), ...(mail ? [channelNames.MAIL] : [])].join("、")}`;

const heldOf = async (accountId: string): Promise<Map<string, Omit<Choice, "kind">>> =>
  new Map((await db().messageChoice.findMany({ where: { accountId }, select: { kind: true, hold: true, sms: true, mail: true }, take: 200 })).map(({ kind, ...choice }) => [kind, choice]));

/** Choices that differ from what holds, each with what holds. */
const changed = (held: Map<string, Omit<Choice, "kind">>, wanted: Choice[]): [now: Choice, was: Omit<Choice, "kind">][] =>
  wanted.map((now): [Choice, Omit<Choice, "kind">] => [now, held.get(now.kind) ?? { hold: "NONE", ...unchosen(isMust(now.kind)) }]).filter(([now, was]) => was.hold !== now.hold || was.sms !== now.sms || was.mail !== now.mail);

const yes = (on: boolean) => (on ? "收" : "不收");

/** Both sides of what another window saved in between. */
function differing(rows: [Choice, Omit<Choice, "kind">][], before: Contact, wishes: OwnWishes): Conflict["conflict"] {
  const of = (name: string, theirs: string, yours: string) => (theirs === yours ? [] : [[name, { theirs, yours }] as const]);
  return Object.fromEntries([
    ...(wishes.mobile ? of("mobile", before.mobile ? maskMobile(before.mobile) : "", wishes.mobile) : []),
    ...(wishes.mail ? of("mail", before.mail ? maskMail(before.mail) : "", wishes.mail) : []),
    ...rows.flatMap(([now, was]) => [...of(field("hold", now.kind), holdNames[was.hold], holdNames[now.hold]), ...of(field("sms", now.kind), yes(was.sms), yes(now.sms)), ...of(field("mail", now.kind), yes(was.mail), yes(now.mail))]),
  ]);
}

/**
 * Keeps how the own account wants its messages, for the kinds that reach its role, and how it is reached. What must be
 * done comes as usual whatever was sent. Refuses a number for whoever has a record, and a form read before another save.
 */
export const choose = (actor: AccountActor, wishes: OwnWishes): Promise<void> =>
  transact(async () => {
    const { accountId, committeeId } = actor;
    if (!may(actor, "choose", { committeeId })) throw new Forbidden("message.choose", { type: "Account", id: accountId, name: actor.name }, refusals.choose);
    await db().$queryRaw`SELECT id FROM "Account" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
    const account = await db().account.findUniqueOrThrow({ where: { id: accountId }, select: { id: true, person: { select: { id: true, mobileCipher: true } } } });
    const kept = await db().accountContact.findUnique({ where: { accountId }, select: { mobileCipher: true, mailCipher: true, version: true } });
    if (account.person && (wishes.mobile || wishes.dropMobile)) throw new Refusal("没有保存。", { mobile: [refusals.ofTheRecord] });
    const before = openContact(account, kept);
    const offered = new Set(kindsFor(actor.role));
    const changes = changed(await heldOf(accountId), wishes.choices.filter((c) => offered.has(c.kind)).map((c) => (isMust(c.kind) ? { ...c, hold: "NONE" } : c)));
    if (wishes.version !== (kept?.version ?? 0)) throw new Conflict(differing(changes, before, wishes), String(kept?.version ?? 0));
    const rows = changes.map(([now]) => now);
    const after = { mobile: wishes.dropMobile ? null : (wishes.mobile ?? before.mobile), mail: wishes.dropMail ? null : (wishes.mail ?? before.mail) };
    const sealed = sealContact(accountId, account.person ? { ...after, mobile: null } : after);
    if (kept) await db().accountContact.update({ where: { accountId }, data: { ...sealed, version: { increment: 1 } }, select: { version: true } });
    else await db().accountContact.create({ data: { accountId, committeeId, ...sealed }, select: { version: true } });
    await db().messageChoice.deleteMany({ where: { accountId, kind: { in: rows.map((row) => row.kind) } } });
    await db().messageChoice.createMany({ data: rows.map((row) => ({ ...row, accountId, committeeId })) });
    const contacts = changesOf(before, after, { mobile: maskMobile, mail: maskMail });
    await audit(actor, {
      verb: "message.choose", target: { type: "Account", id: accountId, name: actor.name },
      changes: { ...contacts, ...(rows.length > 0 ? { choices: [null, rows.map(inWords).join("；")] as [null, string] } : {}) },
    });
  });
