import { v7 as newId } from "uuid";
import { afterEach, describe, expect, it } from "vitest";
import type { Audience } from "@/lib/messages/audience";
import { makeDigests } from "@/lib/messages/digest-service";
import { dispatch } from "@/lib/messages/dispatch-service";
import { spread } from "@/lib/messages/relay-service";
import { setClock } from "@/lib/platform/clock";
import { transact } from "@/lib/platform/db";
import { actorOf, newCommittee } from "../support/committee";
import { ownerQuery } from "../support/database";
import { choose, inboxes, seated } from "../support/inboxes";
import { newHouse } from "../support/roster";

afterEach(() => setClock(null));

type Sender = Parameters<typeof dispatch>[0];

const notice = (sender: Sender, to: Partial<Audience>, more: { key?: string; must?: boolean } = {}) =>
  dispatch(sender, { key: more.key ?? newId(), kind: "notice", to, variables: { title: "开会通知", text: "请于周五到会。", from: "区委组织部" }, ...(more.must === undefined ? {} : { must: more.must }) });

const standing = async (committeeId: string) =>
  (await ownerQuery<{ attempts: number; spread: boolean; failed: boolean; error: string | null; wait: number }>(
    `SELECT attempts, "spreadAt" IS NOT NULL AS spread, "failedAt" IS NOT NULL AS failed, error, extract(epoch FROM "nextAt")::float8 AS wait FROM "Dispatch" WHERE "committeeId" = $1 ORDER BY id`, [committeeId]));

describe("whom a dispatch reaches", () => {
  it("is the holders of a role on a unit or above it, and nobody beside it", async () => {
    const house = await newHouse();
    const { units } = house;
    const liaison = (unit: string, more: object = {}) => seated(house.id, { role: "UNIT_LIAISON", units: [unit], ...more });
    const [yunfan, wanghu] = [await liaison(units.yunfan), await liaison(units.wanghu)];
    await liaison(units.beigu);
    await liaison(units.wanghu, { disabled: true });
    await liaison(units.wanghu, { endsOn: "2020-01-01" });
    await seated(house.id, { role: "HANDLING_UNIT", units: [units.wanghu] });
    await notice(house.system, { holders: [{ role: "UNIT_LIAISON", unitId: units.wanghu }] });
    await spread(10);
    expect(await inboxes(house.id)).toEqual(new Map([[yunfan.accountId, 1], [wanghu.accountId, 1]]));
  });

  it("is everybody of a role in the committee where no unit is named, and nobody of another committee", async () => {
    const [here, there] = [await newCommittee(), await newCommittee()];
    const [clerk, head] = [await seated(here.id, { role: "OFFICE" }), await seated(here.id, { role: "OFFICE_HEAD" })];
    const stranger = await seated(there.id, { role: "OFFICE" });
    await notice(here.system, { holders: [{ role: "OFFICE", unitId: null }, { role: "OFFICE_HEAD", unitId: null }], accounts: [clerk.accountId, stranger.accountId] });
    await spread(10);
    expect(await inboxes(here.id)).toEqual(new Map([[clerk.accountId, 1], [head.accountId, 1]]));
    expect(await inboxes(there.id)).toEqual(new Map());
  });

  it("is delegates by person, while their right as a delegate lasts", async () => {
    const here = await newCommittee();
    const person = async () => {
      const id = newId();
      await ownerQuery(`INSERT INTO "Person" (id, "committeeId", name, pinyin, initials, "birthMonth") VALUES ($1, $2, '试用名', 's', 's', '1975-04')`, [id, here.id]);
      return id;
    };
    const [one, former, staff, without] = [await person(), await person(), await person(), await person()];
    const delegate = await seated(here.id, { role: "DELEGATE", personId: one });
    await seated(here.id, { role: "DELEGATE", personId: former, endsOn: "2020-01-01" });
    await seated(here.id, { role: "OFFICE", personId: staff });
    await notice(here.system, { persons: [one, former, staff, without] });
    await spread(10);
    expect(await inboxes(here.id)).toEqual(new Map([[delegate.accountId, 1]]));
  });
});

describe("the relay", () => {
  it("spreads once what is dispatched twice under one key, and only what was committed", async () => {
    const here = await newCommittee();
    const clerk = await seated(here.id, { role: "OFFICE" });
    const key = newId();
    expect([await notice(here.system, { accounts: [clerk.accountId] }, { key }), await notice(here.system, { accounts: [clerk.accountId] }, { key })]).toEqual([true, false]);
    await expect(transact(async () => {
      await notice(here.system, { accounts: [clerk.accountId] });
      throw new Error("taken back");
    })).rejects.toThrow("taken back");
    await spread(10);
    await spread(10);
    expect(await inboxes(here.id)).toEqual(new Map([[clerk.accountId, 1]]));
  });

  it("gives everybody one of each with four workers at once", async () => {
    const here = await newCommittee();
    const people = [];
    for (let i = 0; i < 12; i += 1) people.push(await seated(here.id, { role: "OFFICE" }));
    for (let i = 0; i < 40; i += 1) await notice(here.system, { holders: [{ role: "OFFICE", unitId: null }] });
    const taken = await Promise.all([spread(50), spread(50), spread(50), spread(50)]);
    expect(taken.reduce((sum, n) => sum + n, 0)).toBe(40);
    expect(await inboxes(here.id)).toEqual(new Map(people.map((one) => [one.accountId, 40])));
  });

  it("writes the words of the template, and holds back what is muted or gathered, but nothing that must be done", async () => {
    const here = await newCommittee();
    const [plain, muted, digest] = [await seated(here.id, { role: "OFFICE" }), await seated(here.id, { role: "OFFICE" }), await seated(here.id, { role: "OFFICE" })];
    await choose(muted, "notice", "MUTED");
    await choose(digest, "notice", "DIGEST");
    const all = { accounts: [plain, muted, digest].map((one) => one.accountId) };
    await notice(actorOf("OFFICE", here.id, [], "罗岩"), all);
    await notice(here.system, all, { must: true });
    await spread(10);
    const rows = await ownerQuery<{ accountId: string; must: boolean; hold: string; title: string; body: string; senderName: string }>(`SELECT "accountId", must, hold, title, body, "senderName" FROM "Message" WHERE "committeeId" = $1`, [here.id]);
    const hold = (of: { accountId: string }, must: boolean) => rows.find((row) => row.accountId === of.accountId && row.must === must)?.hold;
    expect([plain, muted, digest].map((one) => [hold(one, false), hold(one, true)])).toEqual([["NONE", "NONE"], ["MUTED", "NONE"], ["DIGEST", "NONE"]]);
    expect(rows.find((row) => !row.must)).toMatchObject({ title: "开会通知", body: "请于周五到会。", senderName: "罗岩" });
  });

  it("puts off what fails, longer each time, gives it up after eight tries, and lets the others through", async () => {
    const here = await newCommittee();
    const clerk = await seated(here.id, { role: "OFFICE" });
    await ownerQuery(`INSERT INTO "Dispatch" (id, "committeeId", key, kind, must, audience, variables, "senderName", "nextAt") VALUES ($1, $2, $3, 'no.such', false, $4, '{}', '系统', '2020-01-01')`, [newId(), here.id, newId(), { accounts: [clerk.accountId] }]);
    let at = Date.now();
    setClock(() => new Date(at));
    const waits: number[] = [];
    for (let tries = 1; tries <= 8; tries += 1) {
      expect(await spread(10)).toBe(1);
      const [row] = await standing(here.id);
      expect([row?.attempts, row?.failed]).toEqual([tries, tries === 8]);
      if (tries < 8) waits.push(Math.round((row?.wait ?? 0) - at / 1000));
      at += 2 * 3_600_000;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920]);
    expect((await standing(here.id))[0]?.error).toBe("Error");
    await notice(here.system, { accounts: [clerk.accountId] });
    expect(await spread(10)).toBe(1);
    expect(await inboxes(here.id)).toEqual(new Map([[clerk.accountId, 1]]));
  });

  it("reaches ten thousand people with one dispatch", async () => {
    const here = await newCommittee();
    await ownerQuery(`WITH made AS (INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId") SELECT gen_random_uuid(), 'k' || $1 || n, '某人', 'x', $1::uuid FROM generate_series(1, 10000) n RETURNING id)
      INSERT INTO "Grant" (id, "accountId", role, "committeeId") SELECT gen_random_uuid(), id, 'LEADER', $1::uuid FROM made`, [here.id]);
    await notice(here.system, { holders: [{ role: "LEADER", unitId: null }] });
    expect(await spread(10)).toBe(1);
    expect((await inboxes(here.id)).size).toBe(10_000);
  }, 60_000);
});

describe("the daily digest", () => {
  const at = (time: string) => setClock(() => new Date(`2026-11-25T${time}:00+08:00`));

  it("gathers after eight what was held before, once a day with two workers, and leaves the rest for tomorrow", async () => {
    const here = await newCommittee();
    const [digest, plain] = [await seated(here.id, { role: "OFFICE" }), await seated(here.id, { role: "OFFICE" })];
    await choose(digest, "notice", "DIGEST");
    const both = { accounts: [digest.accountId, plain.accountId] };
    at("07:00");
    for (let n = 0; n < 2; n += 1) await notice(here.system, both);
    await spread(10);
    expect(await makeDigests()).toBe(0);
    at("08:30");
    await notice(here.system, both);
    await spread(10);
    expect((await Promise.all([makeDigests(), makeDigests()])).sort()).toEqual([0, 1]);
    expect(await makeDigests()).toBe(0);
    const rows = await ownerQuery<{ kind: string; hold: string; title: string; behind: boolean }>(`SELECT kind, hold, title, "digestId" IS NOT NULL AS behind FROM "Message" WHERE "accountId" = $1 ORDER BY "sentAt", id`, [digest.accountId]);
    const [held, later] = [{ kind: "notice", hold: "MUTED", title: "开会通知", behind: true }, { kind: "notice", hold: "DIGEST", title: "开会通知", behind: false }];
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(expect.arrayContaining([held, later, { kind: "digest", hold: "NONE", title: "每日摘要：2 条消息", behind: false }]));
    expect(rows.filter((row) => row.behind)).toHaveLength(2);
    expect((await inboxes(here.id)).get(plain.accountId)).toBe(3);
  });
});
