import { beforeEach, describe, expect, it } from "vitest";
import { getOwnChoices } from "@/lib/messages/choice-queries";
import { choose } from "@/lib/messages/choice-service";
import { chooseInput, wishesOf } from "@/lib/messages/schema";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { Conflict, Refusal } from "@/lib/platform/errors";
import { actorOf, newCommittee } from "../support/committee";
import { ownerQuery } from "../support/database";
import { plantReader } from "../support/letters";

let committee: Awaited<ReturnType<typeof newCommittee>>;
beforeEach(async () => { committee = await newCommittee(); });

const seat = async (role: Role, contact: Parameters<typeof plantReader>[1] = {}, record = false): Promise<AccountActor> => ({ ...actorOf(role, committee.id), accountId: await plantReader(committee.id, contact, { record }) });
/** What the form sends: only what is ticked, chosen or typed. */
const post = (actor: AccountActor, given: Record<string, string>) => choose(actor, wishesOf(chooseInput.strict().parse({ version: "0", ...given })));
const kindsOf = async (actor: AccountActor) => Object.fromEntries((await getOwnChoices(actor)).kinds.map(({ key, hold, sms, mail }) => [key, [hold, sms, mail]]));
const stored = (actor: AccountActor) => ownerQuery(`SELECT kind, hold, sms, mail FROM "MessageChoice" WHERE "accountId" = $1 ORDER BY kind`, [actor.accountId]);
const contactOf = (actor: AccountActor) => ownerQuery<{ mobileCipher: string | null; mailCipher: string | null; version: number }>(`SELECT "mobileCipher", "mailCipher", version FROM "AccountContact" WHERE "accountId" = $1`, [actor.accountId]);

async function refused(act: () => Promise<unknown>, actor: AccountActor, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const rows = async () => JSON.stringify([await stored(actor), await contactOf(actor)]);
  const before = await rows();
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rows()).toBe(before);
  return thrown as Refusal;
}

describe("how messages come", () => {
  it("is as usual, with what must be done by text message and mail, until somebody chooses", async () => {
    const kinds = await kindsOf(await seat("OFFICE"));
    expect(kinds).toMatchObject({ "deadline.due": ["NONE", true, true], notice: ["NONE", false, false], "import.done": ["NONE", false, false] });
    expect(Object.keys(await kindsOf(await seat("DELEGATE")))).toEqual(["deadline.before", "deadline.due", "deadline.urge", "deadline.change", "correction.decided", "duty.decided", "duty.written", "activity.invited", "activity.changed", "activity.cancelled", "activity.placed", "activity.leave", "activity.struck", "activity.remind", "opinion.told", "research.leader", "research.decided", "notice", "digest"]);
  });

  it("is kept as chosen; what must be done stays as usual whatever was sent", async () => {
    const actor = await seat("DELEGATE");
    await post(actor, { "hold.notice": "DIGEST", "sms.notice": "on", "hold.correction.decided": "MUTED", "mail.deadline.due": "on" });
    expect(await kindsOf(actor)).toMatchObject({ notice: ["DIGEST", true, false], "correction.decided": ["MUTED", false, false], "deadline.due": ["NONE", false, true], "deadline.urge": ["NONE", false, false] });
    expect(() => chooseInput.strict().parse({ version: "0", "hold.deadline.due": "MUTED" })).toThrow(/hold\.deadline\.due/);
    await choose(actor, { version: 1, mobile: null, mail: null, dropMobile: false, dropMail: false, choices: [{ kind: "deadline.due", hold: "MUTED", sms: true, mail: true }] });
    expect((await kindsOf(actor))["deadline.due"]).toEqual(["NONE", true, true]);
    await post(actor, { version: "2", "sms.deadline.toOffice": "on" });
    expect((await stored(actor)).map(({ kind }) => kind)).not.toContain("deadline.toOffice");
  });

  it("is recorded, numbers masked, and only what changed", async () => {
    const actor = await seat("OFFICE");
    const ticked = { "sms.deadline.before": "on", "sms.deadline.due": "on", "sms.deadline.urge": "on", "sms.deadline.change": "on", "mail.deadline.before": "on", "mail.deadline.due": "on", "mail.deadline.urge": "on", "mail.deadline.change": "on" };
    await post(actor, { ...ticked, mobile: "138 0000 1234", mail: "ding@office.example", "hold.notice": "MUTED" });
    const [event] = await ownerQuery<{ verb: string; changes: unknown; targetId: string }>(`SELECT verb, changes, "targetId" FROM "AuditEvent" WHERE "committeeId" = $1`, [committee.id]);
    expect(event).toEqual({ verb: "message.choose", targetId: actor.accountId, changes: { mobile: [null, "138****1234"], mail: [null, "d***@office.example"], choices: [null, "通知：静音"] } });
  });
});

describe("how somebody is reached", () => {
  it("is kept sealed, shown masked, kept when left empty, and deleted when asked", async () => {
    const actor = await seat("OFFICE");
    await post(actor, { mobile: "13800001234", mail: "ding@office.example" });
    expect(JSON.stringify(await contactOf(actor))).not.toMatch(/13800001234|ding@/);
    expect(await getOwnChoices(actor)).toMatchObject({ mobile: "138****1234", mail: "d***@office.example", version: 1, ofRecord: false });
    await post(actor, { version: "1", mobile: "", mail: "" });
    expect(await getOwnChoices(actor)).toMatchObject({ mobile: "138****1234", mail: "d***@office.example" });
    await post(actor, { version: "2", dropMobile: "on", dropMail: "on" });
    expect(await contactOf(actor)).toEqual([{ mobileCipher: null, mailCipher: null, version: 3 }]);
  });

  it("is, for who has a record, the number that stands there and no other", async () => {
    const actor = await seat("DELEGATE", { mobile: "13911112222" }, true);
    expect(await getOwnChoices(actor)).toMatchObject({ mobile: "139****2222", ofRecord: true });
    expect((await refused(() => post(actor, { mobile: "13800001234" }), actor)).fields.mobile?.join()).toContain("请提出更正申请");
    await post(actor, { mail: "ding@office.example" });
    expect(await getOwnChoices(actor)).toMatchObject({ mobile: "139****2222", mail: "d***@office.example" });
    expect((await contactOf(actor))[0]?.mobileCipher).toBeNull();
  });

  it.each([
    ["mobile", "1380000", /11 位，现为 7 位/], ["mobile", "0512-6543210", /不是手机号码/], ["mobile", "138****1234", /星号/], ["mail", "ding", /name@example/], ["mail", "a@b.cn\nBcc: c@d.cn", /name@example/], ["version", "x", /版本/], ["personId", "1", /Unrecognized|personId/],
  ])("is refused as %s = %s", (field, value, fault) => {
    const { error } = chooseInput.strict().safeParse({ version: "0", [field]: value });
    expect(error?.message).toMatch(fault);
  });

  it("is not written over a save in another window, from the first one on", async () => {
    const actor = await seat("OFFICE");
    await post(actor, { mail: "a@b.cn", "hold.notice": "MUTED" });
    expect(await refused(() => post(actor, { mail: "c@d.cn", "sms.notice": "on" }), actor, Conflict)).toMatchObject({
      currentVersion: "1", conflict: { mail: { theirs: "a***@b.cn", yours: "c@d.cn" }, "hold.notice": { theirs: "静音", yours: "照常" }, "sms.notice": { theirs: "不收", yours: "收" } },
    });
    const both = await Promise.allSettled(["c@d.cn", "e@f.cn"].map((mail) => post(actor, { version: "1", mail })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
