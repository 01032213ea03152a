import { beforeEach, expect, it } from "vitest";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { MOST_VIEWS } from "@/lib/saved-views/labels";
import { listViews } from "@/lib/saved-views/queries";
import { saveInput } from "@/lib/saved-views/schema";
import { remove, save } from "@/lib/saved-views/service";
import { actorOf, newCommittee, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";

let committee: string;
let office: AccountActor;
let head: AccountActor;

const seat = async (role: Role, name: string, of = committee) => {
  const actor = actorOf(role, of, [], name);
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId") VALUES ($1, $2, $3, 'x', $4)`, [actor.accountId, `u${actor.accountId}`, name, of]);
  return actor;
};

beforeEach(async () => {
  committee = (await newCommittee()).id;
  [office, head] = [await seat("OFFICE", "沈文清"), await seat("OFFICE_HEAD", "罗岩")];
});

const keep = (actor: AccountActor, name: string, query = "sex=2", shared = false) => save(actor, { list: "delegates", name, query, shared });
const seen = async (actor: AccountActor) => (await listViews(actor, "delegates")).map((view) => [view.name, view.query, view.own, view.removable]);

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal) {
  const before = await rowsOf(committee, "SavedView");
  await expect(act()).rejects.toBeInstanceOf(error);
  expect(await rowsOf(committee, "SavedView")).toBe(before);
}

it("keeps the conditions under a name, sealed, and replaces the own view of that name", async () => {
  await keep(office, "女代表", "q=%E7%8E%8B&sex=2");
  await keep(office, "女代表", "q=%E6%9D%8E&sex=2");
  expect(await seen(office)).toEqual([["女代表", "q=%E6%9D%8E&sex=2", true, true]]);
  expect(JSON.stringify(await ownerQuery(`SELECT * FROM "SavedView" WHERE "committeeId" = $1`, [committee]))).not.toContain("%E6%9D%8E");
});

it("shares within the office, and no further", async () => {
  const liaison = await seat("UNIT_LIAISON", "孟帆");
  await keep(office, "共用的", "sex=2", true);
  await keep(office, "自己的", "sex=1");
  await keep(liaison, "本单位");
  expect(await seen(head)).toEqual([["共用的", "sex=2", false, true]]);
  expect(await seen(liaison)).toEqual([["本单位", "sex=2", true, true]]);
  expect(await seen(await seat("OFFICE", "外区", (await newCommittee()).id))).toEqual([]);
  await refused(() => keep(liaison, "想共用", "sex=2", true));
});

it("is deleted by its owner, a shared one also by the head of the office, and by nobody else", async () => {
  const second = await seat("OFFICE", "丁岚");
  await keep(office, "共用的", "sex=2", true);
  await keep(office, "自己的");
  const ids = new Map((await listViews(office, "delegates")).map((view) => [view.name, view.id]));
  await refused(() => remove(office, ids.get("自己的")!, 7), Conflict);
  await refused(() => remove(second, ids.get("共用的")!, 1), Forbidden);
  await refused(() => remove(head, ids.get("自己的")!, 1), NotFound);
  await remove(head, ids.get("共用的")!, 1);
  await remove(office, ids.get("自己的")!, 1);
  expect(await seen(office)).toEqual([]);
});

it("refuses who works with no staff list, and more than thirty", async () => {
  for (const role of ["LEADER", "DELEGATE", "SYSTEM_ADMIN"] as const) await refused(async () => keep(actorOf(role, committee), "视图"), Forbidden);
  for (let i = 0; i < MOST_VIEWS; i += 1) await keep(office, `第${i}个`);
  await refused(() => keep(office, "多一个"));
  await keep(office, "第0个", "sex=1");
});

it.each(["sex=2\n", "<script>", "sex=2#x", "//evil.example"])("takes no query that is none: %j", (query) => expect(saveInput.safeParse({ list: "delegates", name: "视图", query }).success).toBe(false));
