import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { attach, detach, readFile } from "@/lib/letters/file-service";
import { getDraft, getLetter, listDrafts, listReceipts, listSent } from "@/lib/letters/queries";
import { listReaders, previewReach, resolve } from "@/lib/letters/reach-queries";
import { draftInput, receiptFilters, type Draft } from "@/lib/letters/schema";
import * as letters from "@/lib/letters/service";
import { countUnread, listMessages } from "@/lib/messages/queries";
import { spread } from "@/lib/messages/relay-service";
import { messageFilters } from "@/lib/messages/schema";
import * as messages from "@/lib/messages/service";
import type { AccountActor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { ownerQuery } from "../support/database";
import { inboxes, seated } from "../support/inboxes";
import { enter, filled, newHouse } from "../support/roster";

afterEach(() => setClock(null));

const PDF = { name: "方案.pdf", bytes: new Uint8Array(Buffer.from("%PDF-1.4\n1 0 obj\n%%EOF\n")) };
const words = (more: Partial<Record<keyof Draft, unknown>> = {}): Draft => draftInput.parse({ must: "know", title: "开会通知", text: "请于周五到会。", ...more });

/** One delegate in each of two units, the first with an account, a liaison of each, a handling unit and a head. */
async function newPlace() {
  const house = await newHouse();
  const { units, delegations } = house;
  const [with_, without] = await enter(house, [{ values: filled({ name: "丁岚", delegationId: delegations.cloud }), unitId: units.wanghu }, { values: filled({ name: "郑浩", birthMonth: "1980.02", delegationId: delegations.north }), unitId: units.beigu }]);
  const personOf = async (id = "") => (await ownerQuery<{ personId: string }>(`SELECT "personId" FROM "Delegate" WHERE id = $1`, [id]))[0]?.personId ?? "";
  const seat = (role: Parameters<typeof seated>[1]["role"], name: string, unitsOf: string[] = []) => seated(house.id, { role, name, units: unitsOf });
  return {
    ...house, with_, without, delegate: await seated(house.id, { role: "DELEGATE", name: "丁岚", personId: await personOf(with_) }),
    clerk: await seat("OFFICE", "沈文清"), chief: await seat("OFFICE_HEAD", "罗岩"), yunfan: await seat("UNIT_LIAISON", "孟帆", [units.yunfan, units.wanghu]), beigu: await seat("UNIT_LIAISON", "唐欣", [units.beigu]),
    handler: await seat("HANDLING_UNIT", "陶静", [units.beigu]),
  };
}

type Place = Awaited<ReturnType<typeof newPlace>>;

async function sendNow(actor: AccountActor, draft: Draft): Promise<string> {
  const id = await letters.draft(actor, draft);
  const { version, reach } = await getDraft(actor, id);
  await letters.send(actor, { id, version, seal: (await resolve(actor, reach)).seal });
  await spread(10);
  return id;
}

const ticked = (...ids: (string | undefined)[]) => `pick=${ids.join("%2C")}`;
const receiptsOf = async (actor: AccountActor, id: string, show = "all") => listReceipts(actor, await getLetter(actor, id), receiptFilters.parse({ show }));

describe("whom a letter reaches", () => {
  it("is told before it goes: how many, who, and who has no account", async () => {
    const { clerk, units, handler } = await newPlace();
    const reached = await resolve(clerk, words({ list: "scope=register", liaisons: [units.yunfan], handling: ["all"], colleagues: [handler.accountId].slice(1) }));
    expect(reached).toMatchObject({ heads: 3, names: ["丁岚", "孟帆", "陶静"], missed: ["郑浩"], delegates: 2, liaisons: 1, handling: 1, colleagues: 0 });
  });

  it("is what the office may choose from, and for a liaison the delegates of the own units alone", async () => {
    const { clerk, chief, yunfan, units, with_, without } = await newPlace();
    const readers = await listReaders(clerk);
    expect(readers.liaisons.map(({ note }) => note)).toEqual(["孟帆", "唐欣"]);
    expect(readers.colleagues.map(({ label }) => label)).toEqual(["罗岩"]);
    expect(await listReaders(yunfan)).toEqual({ liaisons: [], handling: [], colleagues: [] });
    expect(await resolve(yunfan, words({ list: ticked(with_, without) }))).toMatchObject({ heads: 1, names: ["丁岚"], delegates: 1, missed: [] });
    await expect(letters.draft(yunfan, words({ liaisons: [units.beigu] }))).rejects.toThrow("联络员只能发给本单位的代表");
    await expect(letters.draft(yunfan, words({ colleagues: [chief.accountId] }))).rejects.toThrow(Refusal);
    await expect(letters.draft(yunfan, words({ list: ticked(without) }))).rejects.toThrow("没有保存");
  });

  it("is nobody who is gone, and never nobody at all", async () => {
    const { clerk, units, delegate } = await newPlace();
    await expect(letters.draft(clerk, words())).rejects.toMatchObject({ fields: { list: ["请至少选择一类收件人"] } });
    await expect(letters.draft(clerk, words({ liaisons: [units.root] }))).rejects.toMatchObject({ fields: { liaisons: [expect.stringContaining("有变动")] } });
    await expect(letters.draft(clerk, words({ colleagues: [delegate.accountId] }))).rejects.toThrow(Refusal);
    await expect(letters.draft(delegate, words({ list: "scope=register" }))).rejects.toThrow(Forbidden);
  });
});

describe("a draft", () => {
  it("is its writer's own until it is sent", async () => {
    const { clerk, chief, units } = await newPlace();
    const id = await letters.draft(clerk, words({ liaisons: [units.yunfan] }));
    await expect(getLetter(chief, id)).rejects.toThrow(NotFound);
    await expect(letters.discard(chief, id, 1)).rejects.toThrow(NotFound);
    await expect(attach(chief, id, PDF)).rejects.toThrow(NotFound);
    expect(await letters.draft(clerk, words({ id, version: 1, title: "改期通知", must: "must", liaisons: ["all"] }))).toBe(id);
    await expect(letters.draft(clerk, words({ id, version: 1, liaisons: ["all"] }))).rejects.toThrow("已经发出或被修改");
    expect(await listDrafts(clerk)).toMatchObject([{ id, title: "改期通知", must: true, version: 2 }]);
    await letters.discard(clerk, id, 2);
    await expect(getLetter(clerk, id)).rejects.toThrow(NotFound);
  });

  it("is one of twenty at most", async () => {
    const { clerk, units } = await newPlace();
    for (let n = 0; n < 20; n += 1) await letters.draft(clerk, words({ liaisons: [units.yunfan] }));
    await expect(letters.draft(clerk, words({ liaisons: [units.yunfan] }))).rejects.toThrow("20 份没有发出的草稿");
    const [first] = await listDrafts(clerk);
    await letters.discard(clerk, first?.id ?? "", 1);
    await letters.draft(clerk, words({ liaisons: [units.yunfan] }));
    expect(await listDrafts(clerk)).toHaveLength(20);
  });

  it("is sent once, to those it was shown to reach", async () => {
    const { id: committeeId, clerk, with_, without, delegate, units } = await newPlace();
    const id = await letters.draft(clerk, words({ list: ticked(with_, without) }));
    const { reach } = await getDraft(clerk, id);
    const { seal } = await resolve(clerk, reach);
    await expect(letters.send(clerk, { id, version: 1, seal: "other" })).rejects.toThrow("收件人有增减");
    const twice = await Promise.allSettled([letters.send(clerk, { id, version: 1, seal }), letters.send(clerk, { id, version: 1, seal })]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await spread(10);
    expect(await inboxes(committeeId)).toEqual(new Map([[delegate.accountId, 1]]));
    expect(await getLetter(clerk, id)).toMatchObject({ missed: ["郑浩"] });
    await expect(letters.discard(clerk, id, 2)).rejects.toThrow(NotFound);
    await expect(attach(clerk, id, PDF)).rejects.toThrow(NotFound);
    await expect(letters.draft(clerk, words({ id, version: 2, liaisons: [units.yunfan] }))).rejects.toThrow(NotFound);
  });

  it("is not sent when nobody would get it", async () => {
    const { clerk, without } = await newPlace();
    const id = await letters.draft(clerk, words({ list: ticked(without) }));
    const { seal } = await resolve(clerk, (await getDraft(clerk, id)).reach);
    await expect(letters.send(clerk, { id, version: 1, seal })).rejects.toThrow("没有人能收到");
  });

  it("tells on its page what stands against it, instead of breaking", async () => {
    const { clerk, units, yunfan } = await newPlace();
    const id = await letters.draft(clerk, words({ liaisons: [units.yunfan] }));
    await ownerQuery(`DELETE FROM "Grant" WHERE "accountId" = $1`, [yunfan.accountId]);
    expect(await previewReach(clerk, (await getDraft(clerk, id)).reach)).toEqual({ refused: expect.stringContaining("有变动") });
  });
});

describe("attachments", () => {
  it("are for the readers and those who may read the letter, and for nobody else", async () => {
    const { clerk, chief, delegate, yunfan, with_ } = await newPlace();
    const id = await letters.draft(clerk, words({ list: ticked(with_) }));
    await attach(clerk, id, PDF);
    await attach(clerk, id, { name: "名册.pdf", bytes: new Uint8Array(readFileSync("tests/fixtures/roster_small.xlsx")) });
    const files = (await getDraft(clerk, id)).files;
    expect(files.map((file) => file.fileName)).toEqual(["方案.pdf", "名册.xlsx"]);
    const file = files[0]?.id ?? "";
    for (const actor of [chief, delegate]) await expect(readFile(actor, file)).rejects.toThrow(NotFound);
    await expect(detach(chief, file)).rejects.toThrow(NotFound);
    const { version, reach } = await getDraft(clerk, id);
    await letters.send(clerk, { id, version, seal: (await resolve(clerk, reach)).seal });
    await spread(10);
    for (const actor of [clerk, chief, delegate]) expect(Buffer.from((await readFile(actor, file)).bytes)).toEqual(Buffer.from(PDF.bytes));
    await expect(readFile(yunfan, file)).rejects.toThrow(NotFound);
    await expect(detach(clerk, file)).rejects.toThrow(NotFound);
    expect((await listMessages(delegate, messageFilters.parse({}))).rows).toHaveLength(1);
  });

  it("are five at most, also of two at once, and only of kinds people can open", async () => {
    const { clerk, units } = await newPlace();
    const id = await letters.draft(clerk, words({ liaisons: [units.yunfan] }));
    await expect(attach(clerk, id, { name: "程序.pdf", bytes: new Uint8Array(Buffer.from("MZ\u0000")) })).rejects.toThrow("没有上传");
    for (let n = 0; n < 4; n += 1) await attach(clerk, id, PDF);
    const last = await Promise.allSettled([attach(clerk, id, PDF), attach(clerk, id, PDF)]);
    expect(last.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await detach(clerk, (await getDraft(clerk, id)).files[0]?.id ?? "");
    expect((await getDraft(clerk, id)).files).toHaveLength(4);
  });
});

describe("receipts", () => {
  const both = ({ units }: Place): Partial<Record<keyof Draft, unknown>> => ({ liaisons: [units.yunfan, units.beigu] });
  const firstOf = async (actor: AccountActor) => (await listMessages(actor, messageFilters.parse({}))).rows[0]?.id ?? "";

  it("tell who read it and when, and stand when a reader puts it back among the unread", async () => {
    const place = await newPlace();
    const { clerk, yunfan } = place;
    setClock(() => new Date("2026-11-25T09:00:00+08:00"));
    const id = await sendNow(clerk, words(both(place)));
    expect((await receiptsOf(clerk, id)).totals).toEqual({ all: 2, read: 0, unread: 2 });
    const message = await firstOf(yunfan);
    await messages.open(yunfan, message);
    await messages.unread(yunfan, message);
    expect((await receiptsOf(clerk, id, "read")).rows).toMatchObject([{ name: "孟帆", when: "2026-11-25 09:00" }]);
    expect((await receiptsOf(clerk, id, "unread")).rows).toMatchObject([{ name: "唐欣", when: null }]);
    expect((await listSent(clerk, 1)).rows).toMatchObject([{ id, heads: 2, read: 1 }]);
  });

  it("are for its writer and, where the office wrote, for the office", async () => {
    const place = await newPlace();
    const { clerk, chief, yunfan, beigu, delegate, with_ } = place;
    const [byOffice, byLiaison] = [await sendNow(clerk, words(both(place))), await sendNow(yunfan, words({ list: ticked(with_) }))];
    expect((await listSent(chief, 1)).rows.map((row) => row.id)).toEqual([byOffice]);
    expect((await listSent(yunfan, 1)).rows.map((row) => row.id)).toEqual([byLiaison]);
    for (const actor of [beigu, delegate]) await expect(getLetter(actor, byLiaison)).rejects.toThrow(NotFound);
    await expect(letters.remind(chief, byLiaison)).rejects.toThrow(NotFound);
    await expect(letters.remind(beigu, byOffice)).rejects.toThrow(NotFound);
  });

  it("let the unread be reminded once in 24 hours, on top of their list, and nobody who read it", async () => {
    const place = await newPlace();
    const { clerk, chief, yunfan, beigu } = place;
    let at = Date.parse("2026-11-25T09:00:00+08:00");
    setClock(() => new Date(at));
    const id = await sendNow(clerk, words(both(place)));
    await messages.open(yunfan, await firstOf(yunfan));
    at += 3_600_000;
    const later = await sendNow(clerk, words({ ...both(place), title: "另一件" }));
    at += 3_600_000;
    const twice = await Promise.allSettled([letters.remind(clerk, id), letters.remind(chief, id)]);
    expect(twice.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const [top] = (await listMessages(beigu, messageFilters.parse({}))).rows;
    expect(top).toMatchObject({ title: "开会通知", reminders: 1, when: "2026-11-25 11:00", unread: true });
    expect(await countUnread(yunfan)).toBe(1);
    at += 24 * 3_600_000 - 1000;
    await expect(letters.remind(clerk, id)).rejects.toThrow("24 小时内只提醒一次");
    at += 1000;
    expect(await letters.remind(clerk, id)).toBe(1);
    await messages.readAll(beigu, new Date(at));
    at += 25 * 3_600_000;
    await expect(letters.remind(clerk, id)).rejects.toThrow("都已读过");
    expect((await receiptsOf(clerk, later)).totals.all).toBe(2);
  });
});
