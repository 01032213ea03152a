import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listDeliveries } from "@/lib/messages/delivery-queries";
import { makeDeliveries, pauseAfter, sendWaiting, sweepLeases, TRIES } from "@/lib/messages/delivery-service";
import { setClock } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { actorOf, newCommittee } from "../support/committee";
import { ownerQuery } from "../support/database";
import { says, SMS_SECRET, startGateway, startMailServer, takes, takesAndFails } from "../support/gateways";
import { deliveriesOf, plantLetter, plantReader } from "../support/letters";

const gateway = await startGateway();
const mail = await startMailServer();
Object.assign(process.env, { SMS_CHANNEL: "http", SMS_URL: gateway.url, SMS_SECRET, MAIL_CHANNEL: "smtp", SMTP_URL: mail.url, MAIL_FROM: "notice@qinglan.example" });

const MOBILE = "13800001234";
const MORNING = "2026-03-10T10:00:00+08:00";
let committee: Awaited<ReturnType<typeof newCommittee>>;
let at: number;
const setTo = (instant: string) => { at = Date.parse(instant); };
const pass = (ms: number) => { at += ms; };

beforeEach(async () => {
  await ownerQuery(`DELETE FROM "Delivery"`);
  setTo(MORNING);
  setClock(() => new Date(at));
  Object.assign(gateway, { calls: 0, way: takes });
  gateway.taken.clear();
  mail.mails.length = 0;
  committee = await newCommittee();
});
afterEach(() => setClock(null));
afterAll(() => Promise.all([gateway.close(), mail.close()]));

async function letterTo(...contacts: Parameters<typeof plantReader>[1][]) {
  const readers: string[] = [];
  for (const contact of contacts) readers.push(await plantReader(committee.id, contact));
  return plantLetter(committee.system, readers);
}
const states = async (dispatchId: string) => (await deliveriesOf(dispatchId)).map(({ state }) => state);

describe("a text message", () => {
  it("goes out once, signed, under the key of its delivery, with the short sentence alone", async () => {
    const { dispatchId } = await letterTo({ mobile: MOBILE });
    expect(await sendWaiting(10)).toBe(1);
    expect(await sendWaiting(10)).toBe(0);
    const [delivery] = await deliveriesOf(dispatchId);
    expect(delivery).toMatchObject({ state: "SENT", attempts: 1, error: null, receipt: `r-${delivery?.id.slice(-6)}` });
    expect([...gateway.taken.values()]).toEqual([{ id: delivery?.id, to: MOBILE, text: "您有一件“报上一级党委备案”今天到期，请登录平台办理。" }]);
    expect(gateway.calls).toBe(1);
  });

  it("is taken by the gateway once when it answers 500 after taking it", async () => {
    gateway.way = takesAndFails;
    const { dispatchId } = await letterTo({ mobile: MOBILE });
    await sendWaiting(10);
    expect(await deliveriesOf(dispatchId)).toMatchObject([{ state: "WAITING", error: "网关答复异常（500）" }]);
    pass(29_000);
    expect(await sendWaiting(10)).toBe(0);
    pass(1_000);
    expect(await sendWaiting(10)).toBe(1);
    expect(await states(dispatchId)).toEqual(["SENT"]);
    expect([gateway.taken.size, gateway.calls]).toEqual([1, 2]);
  });

  it("survives an hour without a gateway: nothing is lost, nothing comes twice", async () => {
    await gateway.close();
    const { dispatchId } = await letterTo(...Array.from({ length: 12 }, () => ({ mobile: MOBILE })));
    for (let minute = 0; minute < 60; minute += 1) {
      await sendWaiting(100);
      pass(60_000);
    }
    expect(new Set(await states(dispatchId))).toEqual(new Set(["WAITING"]));
    expect((await deliveriesOf(dispatchId))[0]).toMatchObject({ error: "连接不上网关", attempts: 7 });
    await gateway.open();
    pass(3_600_000);
    await sendWaiting(100);
    expect(new Set(await states(dispatchId))).toEqual(new Set(["SENT"]));
    expect([gateway.taken.size, gateway.calls]).toEqual([12, 12]);
  });

  it("is given up after twelve hours of tries, and at once when the gateway refuses the text, each with a sentence", async () => {
    gateway.way = says(503);
    const { dispatchId } = await letterTo({ mobile: MOBILE });
    for (let n = 1; n < TRIES; n += 1) {
      expect(await sendWaiting(10)).toBe(1);
      await ownerQuery(`UPDATE "Delivery" SET "notBefore" = $1`, [new Date(at)]);
    }
    expect(await states(dispatchId)).toEqual(["WAITING"]);
    await sendWaiting(10);
    expect(await deliveriesOf(dispatchId)).toMatchObject([{ state: "FAILED", error: "网关答复异常（503）；多次未成，已停止重试" }]);
    const hours = Array.from({ length: TRIES - 1 }, (_, n) => pauseAfter(n + 1)).reduce((sum, ms) => sum + ms, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(11);
    expect(hours).toBeLessThanOrEqual(12);

    gateway.way = says(400);
    const refused = await letterTo({ mobile: MOBILE });
    await sendWaiting(10);
    pass(86_400_000);
    expect(await sendWaiting(10)).toBe(0);
    expect(await deliveriesOf(refused.dispatchId)).toMatchObject([{ state: "FAILED", attempts: 1, error: "网关不接受这条短信（400）" }]);
  });

  it.each([401, 404, 429, 302])("is tried again after an answer that is about the gateway: %i", async (status) => {
    gateway.way = says(status);
    const { dispatchId } = await letterTo({ mobile: MOBILE });
    await sendWaiting(10);
    expect(await states(dispatchId)).toEqual(["WAITING"]);
  });

  it("waits through the night, also when it must be done, and a pause that ends at night ends in the morning", async () => {
    setTo("2026-03-10T21:59:50+08:00");
    gateway.way = says(503);
    const evening = await letterTo({ mobile: MOBILE });
    expect(await sendWaiting(10)).toBe(1);
    pass(60_000);
    const night = await letterTo({ mobile: MOBILE });
    expect([await sendWaiting(10), await sweepLeases()]).toEqual([0, 0]);
    gateway.way = takes;
    setTo("2026-03-11T06:59:59+08:00");
    expect([await sendWaiting(10), await sweepLeases()]).toEqual([0, 0]);
    setTo("2026-03-11T07:00:00+08:00");
    expect(await sweepLeases()).toBe(2);
    expect(await sendWaiting(10)).toBe(2);
    expect([...(await states(evening.dispatchId)), ...(await states(night.dispatchId))]).toEqual(["SENT", "SENT"]);
  });
});

describe("workers", () => {
  it.each([2, 8])("never send one twice, %i of them over two hundred", async (workers) => {
    const { dispatchId } = await letterTo(...Array.from({ length: 200 }, () => ({ mobile: MOBILE })));
    const shares = await Promise.all(Array.from({ length: workers }, () => sendWaiting(500)));
    expect([gateway.calls, gateway.taken.size, shares.reduce((sum, share) => sum + share, 0)]).toEqual([200, 200, 200]);
    expect(new Set(await states(dispatchId))).toEqual(new Set(["SENT"]));
  });

  it("take over what a killed one held once its minute is over, under the same key", async () => {
    const { dispatchId } = await letterTo({ mobile: MOBILE });
    await ownerQuery(`UPDATE "Delivery" SET state = 'SENDING', attempts = 1, "leasedTo" = $1`, [new Date(at + 60_000)]);
    const [before] = await deliveriesOf(dispatchId);
    expect(await sweepLeases()).toBe(0);
    expect(await sendWaiting(10)).toBe(0);
    pass(60_001);
    expect(await sweepLeases()).toBe(1);
    await sendWaiting(10);
    expect(await deliveriesOf(dispatchId)).toMatchObject([{ id: before?.id, state: "SENT", attempts: 2 }]);
    expect([...gateway.taken.keys()]).toEqual([before?.id]);
  });

  it("leave one that was slow and lost its lease no room to send twice or to write over the next", async () => {
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => { release = resolve; });
    gateway.way = async (call, response, store) => {
      store();
      await held;
      await says(500)(call, response, store);
    };
    const { dispatchId } = await letterTo({ mobile: MOBILE });
    const slow = sendWaiting(1);
    await vi.waitFor(() => expect(gateway.calls).toBe(1));
    gateway.way = takes;
    pass(61_000);
    await sweepLeases();
    await sendWaiting(10);
    expect(await states(dispatchId)).toEqual(["SENT"]);
    release();
    await slow;
    expect(await deliveriesOf(dispatchId)).toMatchObject([{ state: "SENT", attempts: 2, error: null }]);
    expect(gateway.taken.size).toBe(1);
  });

  it("are not held up by a clock that ran ahead and was set back", async () => {
    const { dispatchId } = await letterTo({ mobile: MOBILE }, { mobile: MOBILE });
    const [leased, put] = await deliveriesOf(dispatchId);
    await ownerQuery(`UPDATE "Delivery" SET state = 'SENDING', "leasedTo" = $2 WHERE id = $1`, [leased?.id, new Date(at + 86_400_000)]);
    await ownerQuery(`UPDATE "Delivery" SET "notBefore" = $2 WHERE id = $1`, [put?.id, new Date(at + 86_400_000)]);
    expect(await sweepLeases()).toBe(2);
    await sendWaiting(10);
    expect(await states(dispatchId)).toEqual(["SENT", "SENT"]);
  });
});

describe("a mail", () => {
  it("comes once, in words, with the name and nothing else of the person", async () => {
    const { dispatchId } = await letterTo({ mail: "ding@office.example" });
    await sendWaiting(10);
    await sendWaiting(10);
    const [delivery] = (await deliveriesOf(dispatchId)).filter(({ channel }) => channel === "MAIL");
    expect(delivery).toMatchObject({ state: "SENT", error: null });
    expect(mail.mails.map(({ to }) => to)).toEqual([["ding@office.example"]]);
    const { source = "" } = mail.mails[0] ?? {};
    const [head = "", body = ""] = source.split("\r\n\r\n");
    expect(head).toContain(`Message-ID: <${delivery?.id}@qinglan.example>`);
    expect(Buffer.from(body, "base64").toString()).toBe("丁岚：\n\n您有一件“报上一级党委备案”今天到期，请登录平台办理。\n\n青澜区委组织部\n");
    expect(source).not.toContain(MOBILE);
  });

  it("to an address the server does not know fails with a sentence and is not tried again", async () => {
    const { dispatchId } = await letterTo({ mail: "nobody@office.example" });
    await sendWaiting(10);
    pass(86_400_000);
    expect(await sendWaiting(10)).toBe(0);
    expect((await deliveriesOf(dispatchId)).find(({ channel }) => channel === "MAIL")).toMatchObject({ state: "FAILED", attempts: 1, error: "邮件服务器不接受这个地址或这封邮件（550）" });
  });
});

describe("what is laid out", () => {
  const notice = async (contact: Parameters<typeof plantReader>[1], must: boolean, chosen?: { sms: boolean; mail: boolean }) => {
    const reader = await plantReader(committee.id, contact);
    if (chosen) await ownerQuery(`INSERT INTO "MessageChoice" ("accountId", kind, "committeeId", sms, mail) VALUES ($1, 'notice', $2, $3, $4)`, [reader, committee.id, chosen.sms, chosen.mail]);
    return (await deliveriesOf((await plantLetter(committee.system, [reader], { kind: "notice", must })).dispatchId)).map(({ channel, state, error }) => [channel, state, error]);
  };
  const both = { mobile: MOBILE, mail: "ding@office.example" };

  it("is what must be done, and of the rest what a person asked for", async () => {
    expect(await notice(both, true)).toEqual([["SMS", "WAITING", null], ["MAIL", "WAITING", null]]);
    expect(await notice(both, false)).toEqual([]);
    expect(await notice(both, false, { sms: true, mail: false })).toEqual([["SMS", "WAITING", null]]);
    expect(await notice(both, true, { sms: false, mail: true })).toEqual([["SMS", "SKIPPED", "本人不接收"], ["MAIL", "WAITING", null]]);
    expect(await notice({}, true)).toEqual([["SMS", "SKIPPED", "没有登记手机号码"]]);
  });

  it("reaches a delegate by the number of the record, and does so once however often it is laid out", async () => {
    const reader = await plantReader(committee.id, { mobile: "13911112222" }, { record: true });
    const { dispatchId, messages } = await plantLetter(committee.system, [reader]);
    await makeDeliveries(committee.system, messages, 0);
    await sendWaiting(10);
    expect([...gateway.taken.values()].map(({ to }) => to)).toEqual(["13911112222"]);
    expect(await states(dispatchId)).toEqual(["SENT"]);
    await makeDeliveries(committee.system, messages, 1);
    expect(await states(dispatchId)).toEqual(["SENT", "WAITING"]);
  });

  it("takes, when somebody is reminded, the place of what still waits", async () => {
    gateway.way = says(503);
    const { dispatchId, messages } = await letterTo({ mobile: MOBILE });
    await sendWaiting(10);
    await makeDeliveries(committee.system, messages, 1);
    expect((await deliveriesOf(dispatchId)).map(({ state, error }) => [state, error])).toEqual([["SKIPPED", "已由再次提醒代替"], ["WAITING", null]]);
    gateway.way = takes;
    pass(3_600_000);
    await sendWaiting(10);
    expect(gateway.taken.size).toBe(1);
  });

  it("is in the words of the committee, without what may not leave the platform", async () => {
    await ownerQuery(`INSERT INTO "MessageTemplate" (id, "committeeId", kind, title, body, brief, "accountName") VALUES (gen_random_uuid(), $1, 'deadline.due', 't', 'b', '{act}{subject}到期', 'x')`, [committee.id]);
    const { dispatchId } = await letterTo({ mobile: MOBILE });
    expect((await deliveriesOf(dispatchId)).map(({ text }) => text)).toEqual(["报上一级党委备案到期"]);
  });

  it("is not sent any more to whoever has read it or may not sign in", async () => {
    const [reader, gone] = [await plantReader(committee.id, { mobile: MOBILE }), await plantReader(committee.id, { mobile: MOBILE })];
    const { dispatchId, messages } = await plantLetter(committee.system, [reader, gone]);
    await ownerQuery(`UPDATE "Message" SET "readAt" = now() WHERE id = $1`, [messages[0]?.messageId]);
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [gone]);
    await sendWaiting(10);
    expect((await deliveriesOf(dispatchId)).map(({ state, error }) => `${state} ${error}`).sort()).toEqual(["SKIPPED 本人已在平台上阅读", "SKIPPED 账号已停用"]);
    expect(gateway.calls).toBe(0);
  });
});

describe("the log of sending", () => {
  it("tells its sender, the office and the system administrator, numbers masked, and nobody else that it is there", async () => {
    gateway.way = says(400);
    const sender = actorOf("UNIT_LIAISON", committee.id, [], "孟帆");
    const readers = [await plantReader(committee.id, { mobile: MOBILE, mail: "ding@office.example" }, { name: "丁岚" }), await plantReader(committee.id, {}, { name: "罗岩" })];
    const { dispatchId } = await plantLetter(committee.system, readers, { senderId: sender.accountId });
    await sendWaiting(10);
    const told = await listDeliveries(sender, dispatchId);
    expect(told).toMatchObject({ total: 3, count: { SENT: 1, FAILED: 1, SKIPPED: 1 } });
    expect(told.rows.map(({ name, channel, to, stateName, note }) => [name, channel, to, stateName, note])).toEqual([
      ["罗岩", "短信", null, "未发", "没有登记手机号码"],
      ["丁岚", "短信", "138****1234", "未成", "网关不接受这条短信（400）"],
      ["丁岚", "邮件", "d***@office.example", "已发出", null],
    ]);
    for (const role of ["OFFICE", "OFFICE_HEAD", "SYSTEM_ADMIN"] as const) expect((await listDeliveries(actorOf(role, committee.id), dispatchId)).total).toBe(3);
    const strangers = [actorOf("UNIT_LIAISON", committee.id), actorOf("DELEGATE", committee.id), actorOf("AUDIT_ADMIN", committee.id), actorOf("OFFICE", (await newCommittee()).id)];
    for (const stranger of strangers) await expect(listDeliveries(stranger, dispatchId)).rejects.toBeInstanceOf(NotFound);
    await expect(listDeliveries(sender, "x")).rejects.toBeInstanceOf(NotFound);
  });
});
