import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { maskMobile } from "@/lib/platform/chinese/id-number";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { isMust, kindsFor, unchosen } from "./choices";
import { channelNames, holdNames, refusals } from "./labels";
import { may } from "./policy";
import type { Choice, OwnWishes } from "./schema";
import { maskMail, openContact, sealContact } from "./sealed";
import { kindOf } from "./templates";

/** One choice in words, for the audit. */
const inWords = ({ kind, hold, sms, mail }: Choice) => `${kindOf(kind).name}：${[holdNames[hold], ...(sms ? [channelNames.SMS] : []), ...(mail ? [channelNames.MAIL] : [])].join("、")}`;

/** Choices that differ from what held before. */
async function changed(accountId: string, wanted: Choice[]): Promise<Choice[]> {
  const before = new Map((await db().messageChoice.findMany({ where: { accountId }, select: { kind: true, hold: true, sms: true, mail: true }, take: 200 })).map((choice) => [choice.kind, choice]));
  return wanted.filter(({ kind, hold, sms, mail }) => {
    const old = before.get(kind) ?? { hold: "NONE", ...unchosen(isMust(kind)) };
    return old.hold !== hold || old.sms !== sms || old.mail !== mail;
  });
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
    if (wishes.version !== (kept?.version ?? 0)) throw new Conflict({}, String(kept?.version ?? 0));
    if (account.person && (wishes.mobile || wishes.dropMobile)) throw new Refusal("没有保存。", { mobile: [refusals.ofTheRecord] });
    const before = openContact(account, kept);
    const after = { mobile: wishes.dropMobile ? null : (wishes.mobile ?? before.mobile), mail: wishes.dropMail ? null : (wishes.mail ?? before.mail) };
    const sealed = sealContact(accountId, account.person ? { ...after, mobile: null } : after);
    const offered = new Set(kindsFor(actor.role));
    const rows = await changed(accountId, wishes.choices.filter((c) => offered.has(c.kind)).map((c) => (isMust(c.kind) ? { ...c, hold: "NONE" } : c)));
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
