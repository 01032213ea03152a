import { v7 as newId } from "uuid";
import { afterEach, describe, expect, it } from "vitest";
import { dispatch } from "@/lib/messages/dispatch-service";
import { countUnread, getMessage, getUnread, listMessages, PAGE } from "@/lib/messages/queries";
import { spread } from "@/lib/messages/relay-service";
import { messageFilters } from "@/lib/messages/schema";
import * as messages from "@/lib/messages/service";
import type { AccountActor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { newCommittee } from "../support/committee";
import { ownerQuery } from "../support/database";
import { choose, seated } from "../support/inboxes";

afterEach(() => setClock(null));

type Given = { title?: string; must?: boolean; href?: string; minutes?: number };

/** One notice to each of these readers, so many minutes after eight. */
async function give(system: Parameters<typeof dispatch>[0], to: AccountActor[], { title = "开会通知", must = false, href, minutes = 0 }: Given = {}): Promise<void> {
  setClock(() => new Date(Date.parse("2026-11-25T08:00:00+08:00") + minutes * 60_000));
  await dispatch(system, { key: newId(), kind: "notice", to: { accounts: to.map((one) => one.accountId) }, variables: { title, text: "第一行\n第二行", from: "区委组织部" }, must, ...(href ? { href } : {}) });
  await spread(10);
}

const list = (actor: AccountActor, params: Record<string, string> = {}) => listMessages(actor, messageFilters.parse(params));
const titles = async (actor: AccountActor, params: Record<string, string> = {}) => (await list(actor, params)).rows.map((row) => row.title);

async function newReader() {
  const here = await newCommittee();
  return { ...here, reader: await seated(here.id, { role: "DELEGATE" }), other: await seated(here.id, { role: "OFFICE" }) };
}

/** What the list of unread holds, all its pages. */
async function unreadRows(actor: AccountActor): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = ""; after !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list(actor, { show: "unread", ...(after ? { after } : {}) });
    ids.push(...page.rows.map((row) => row.id));
    after = page.next;
  }
  return ids;
}

describe("the list", () => {
  it("has the unread first and each part the latest first", async () => {
    const { system, reader } = await newReader();
    for (const [minutes, title] of [[1, "甲"], [2, "乙"], [3, "丙"], [4, "丁"]] as const) await give(system, [reader], { title, minutes });
    const { rows } = await list(reader);
    await messages.read(reader, rows[0]?.id ?? "");
    expect(await titles(reader)).toEqual(["丙", "乙", "甲", "丁"]);
    expect((await list(reader)).rows[0]).toMatchObject({ line: "第一行 第二行", senderName: "系统", unread: true, when: "2026-11-25 08:03" });
  });

  it("goes on page by page without losing or doubling any, across the unread and the read", async () => {
    const { system, reader } = await newReader();
    for (let n = 0; n < 45; n += 1) await give(system, [reader], { title: `第${n}件`, minutes: Math.floor(n / 3) });
    for (const { id } of (await list(reader)).rows) await messages.read(reader, id);
    const seen: string[] = [];
    let page = await list(reader);
    for (;;) {
      expect(page.rows.length).toBeLessThanOrEqual(PAGE);
      seen.push(...page.rows.map((row) => row.title));
      if (!page.next) break;
      page = await list(reader, { after: page.next });
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  it("is cut by what must be done, by kind and by a word of the title, which is no pattern", async () => {
    const { system, reader } = await newReader();
    await give(system, [reader], { title: "请报送 100% 的名册", must: true });
    await give(system, [reader], { title: "请报送 100 份名册" });
    expect(await titles(reader, { show: "must" })).toEqual(["请报送 100% 的名册"]);
    expect(await titles(reader, { show: "know" })).toEqual(["请报送 100 份名册"]);
    expect(await titles(reader, { q: "100%" })).toEqual(["请报送 100% 的名册"]);
    expect(await titles(reader, { kind: "digest" })).toEqual([]);
    expect(await titles(reader, { kind: "nonsense", show: "nonsense", after: "u-1-2" })).toHaveLength(2);
  });
});

describe("the number of unread", () => {
  it("is the list of unread after each step: given, muted, read, put back, all read", async () => {
    const { id, system, reader, other } = await newReader();
    const holds = async (want: number) => {
      expect([await countUnread(reader), (await unreadRows(reader)).length, (await getUnread(reader)).rows.length]).toEqual([want, want, Math.min(want, 5)]);
    };
    await holds(0);
    for (let n = 0; n < 23; n += 1) await give(system, [reader, other], { minutes: n });
    await holds(23);
    await choose(reader, "notice", "MUTED");
    await give(system, [reader], { minutes: 30 });
    await give(system, [reader], { minutes: 31, must: true });
    await holds(24);
    expect((await list(reader, { show: "muted" })).rows).toHaveLength(1);
    const first = (await list(reader)).rows[0]?.id ?? "";
    await messages.read(reader, first);
    await messages.read(reader, first);
    await holds(23);
    await messages.unread(reader, first);
    await holds(24);
    expect(await messages.readAll(reader, new Date("2026-11-25T08:10:00+08:00"))).toBe(11);
    await holds(13);
    await messages.readAll(reader, new Date("2026-11-25T09:00:00+08:00"));
    await holds(0);
    expect(await countUnread(other)).toBe(23);
    const [first_] = await ownerQuery<{ n: string }>(`SELECT count(*) AS n FROM "Message" WHERE "committeeId" = $1 AND "firstReadAt" IS NOT NULL`, [id]);
    expect(first_?.n).toBe("24");
  });
});

describe("one message", () => {
  it("leads to its subject in one tap, else to itself, and keeps when it was read first", async () => {
    const { system, reader } = await newReader();
    await give(system, [reader], { href: "/my/profile" });
    const { id } = (await list(reader)).rows[0] ?? { id: "" };
    setClock(() => new Date("2026-11-25T10:00:00+08:00"));
    expect(await messages.open(reader, id)).toBe("/my/profile");
    await messages.unread(reader, id);
    setClock(() => new Date("2026-11-25T11:00:00+08:00"));
    await messages.open(reader, id);
    const [row] = await ownerQuery<{ readAt: Date; firstReadAt: Date }>(`SELECT "readAt", "firstReadAt" FROM "Message" WHERE id = $1`, [id]);
    expect([row?.firstReadAt.toISOString(), row?.readAt.toISOString()]).toEqual(["2026-11-25T02:00:00.000Z", "2026-11-25T03:00:00.000Z"]);
    await give(system, [reader]);
    const plain = (await list(reader, { show: "unread" })).rows[0]?.id ?? "";
    expect(await messages.open(reader, plain)).toBe(`/messages/${plain}`);
  });

  it("is nobody else's: not to read, not to mark, whatever their role", async () => {
    const { id: committeeId, system, reader, other } = await newReader();
    await give(system, [reader]);
    const { id } = (await list(reader)).rows[0] ?? { id: "" };
    const head = await seated(committeeId, { role: "OFFICE_HEAD" });
    for (const actor of [other, head, await seated(committeeId, { role: "SYSTEM_ADMIN" })]) {
      await expect(getMessage(actor, id)).rejects.toThrow(NotFound);
      await expect(messages.open(actor, id)).rejects.toThrow(NotFound);
      await expect(messages.unread(actor, id)).rejects.toThrow(NotFound);
      expect((await list(actor)).rows).toEqual([]);
      await messages.readAll(actor, new Date("2030-01-01T00:00:00Z"));
    }
    await expect(getMessage(reader, "not-an-id")).rejects.toThrow(NotFound);
    expect(await countUnread(reader)).toBe(1);
  });
});
