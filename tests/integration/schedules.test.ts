import { beforeEach, describe, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { getFeedFile } from "@/lib/schedules/feed";
import { getFeed, listMonth } from "@/lib/schedules/queries";
import { scheduleFilters } from "@/lib/schedules/schema";
import { subscribe, unsubscribe } from "@/lib/schedules/service";
import { actingAs, plantAccount } from "../support/accounts";
import { plantActivity, plantParticipations } from "../support/activities-held";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let wei: string;
let shi: string;
let delegate: AccountActor;
const at = (day: string, time = "09:00") => new Date(`${day}T${time}:00+08:00`);
const month = (asked: Record<string, string> = {}) => scheduleFilters.parse({ month: "2026-12", ...asked });

beforeEach(async () => {
  house = await newHouse();
  [wei = "", shi = ""] = await enter(house, [{ values: filled({ name: "魏青", delegationId: house.delegations.cloud }), unitId: house.units.yunfan }, { values: filled({ name: "石磊", delegationId: house.delegations.north }), unitId: house.units.beigu }]);
  const account = await plantAccount(house.id, "DELEGATE");
  const [row] = await ownerQuery<{ personId: string }>(`UPDATE "Account" SET "personId" = (SELECT "personId" FROM "Delegate" WHERE id = $1) WHERE id = $2 RETURNING "personId"`, [wei, account.id]);
  delegate = { ...actingAs(account, "DELEGATE", house.id), personId: row?.personId ?? "" };
});

const titles = async (actor: AccountActor, asked: Record<string, string> = {}) => (await listMonth(actor, month(asked))).entries.map(({ on, time, what, title, part }) => [on, time, what ?? part ?? "", title].join(" "));

async function planned() {
  const training = await plantActivity(house, { state: "PUBLISHED", title: "党章专题培训", sessions: [{ startsAt: at("2026-12-01") }, { startsAt: at("2026-12-31", "23:30"), minutes: 20 }, { startsAt: at("2027-01-01", "00:00") }] });
  const meeting = await plantActivity(house, { state: "PUBLISHED", kind: "MEETING", entry: "INVITATION", title: "区委全会", sessions: [{ startsAt: at("2027-01-05") }] });
  await ownerQuery(`UPDATE "Activity" SET "replyBy" = $2 WHERE id = $1`, [meeting.id, at("2026-12-28", "18:00")]);
  const draft = await plantActivity(house, { state: "DRAFT", title: "未发布的活动", sessions: [{ startsAt: at("2026-12-10") }] });
  const off = await plantActivity(house, { state: "PUBLISHED", title: "取消的活动", sessions: [{ startsAt: at("2026-12-11") }] });
  await ownerQuery(`UPDATE "Activity" SET state = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [off.id]);
  await plantParticipations(house, training.id, [wei, shi]);
  await plantParticipations(house, meeting.id, [wei], "INVITED");
  return { training, meeting, draft };
}

describe("a month's schedule", () => {
  it("holds each session by Beijing's midnight, the last moment to reply, and the organiser's drafts", async () => {
    await planned();
    expect(await titles(house.office)).toEqual(["2026-12-01 09:00 第 1 场 党章专题培训", "2026-12-10 09:00  未发布的活动", "2026-12-28 18:00 答复截止 区委全会", "2026-12-31 23:30 第 2 场 党章专题培训"]);
    expect(await titles(house.leader)).toEqual(["2026-12-01 09:00 第 1 场 党章专题培训", "2026-12-28 18:00 答复截止 区委全会", "2026-12-31 23:30 第 2 场 党章专题培训"]);
    expect(await titles(house.office, { kind: "MEETING" })).toEqual(["2026-12-28 18:00 答复截止 区委全会"]);
    expect(await titles(house.office, { month: "2027-01" })).toEqual(["2027-01-01 00:00 第 3 场 党章专题培训", "2027-01-05 09:00  区委全会"]);
  });

  it("tells a delegate what concerns the own person and the own state, and nobody else of another's", async () => {
    const { meeting } = await planned();
    expect((await listMonth(delegate, month())).entries.map((e) => [e.title, e.state])).toEqual([["党章专题培训", "ACCEPTED"], ["区委全会", "INVITED"], ["党章专题培训", "ACCEPTED"]]);
    await ownerQuery(`UPDATE "Participation" SET state = 'DECLINED' WHERE "activityId" = $1`, [meeting.id]);
    expect(await titles(delegate, { mine: "1" })).toEqual(["2026-12-01 09:00 第 1 场 党章专题培训", "2026-12-31 23:30 第 2 场 党章专题培训"]);
    const liaison = actorOf("UNIT_LIAISON", house.id, [house.units.beigu]);
    expect(await titles(liaison)).toEqual(["2026-12-01 09:00 第 1 场 党章专题培训", "2026-12-31 23:30 第 2 场 党章专题培训"]);
    for (const role of ["SUPERVISOR", "HANDLING_UNIT", "SYSTEM_ADMIN", "AUDIT_ADMIN"] as const) expect(await titles(actorOf(role, house.id))).toEqual([]);
    expect(await titles((await newHouse()).office)).toEqual([]);
  });
});

describe("a calendar that reads the schedule", () => {
  const read = async (address: string) => {
    const response = await getFeedFile(new Request(address), { params: Promise.resolve({ token: address.split("/").at(-1) ?? "" }) });
    return { status: response.status, text: await response.text() };
  };
  const soon = () => new Date(now().getTime() + 7 * 86_400_000);

  it("is told titles, times and places of what the seat knows, and no name", async () => {
    const { id } = await plantActivity(house, { state: "PUBLISHED", title: "党章专题培训，第一期；请带材料", sessions: [{ startsAt: soon() }] });
    const other = await plantActivity(house, { state: "PUBLISHED", title: "别人的会", entry: "INVITATION", sessions: [{ startsAt: soon() }] });
    await plantActivity(house, { state: "DRAFT", title: "未发布", sessions: [{ startsAt: soon() }] });
    await plantParticipations(house, id, [wei, shi]);
    await plantParticipations(house, other.id, [shi]);
    await subscribe(delegate);
    const feed = (await getFeed(delegate))!;
    expect(feed.address).toMatch(/\/schedule\/feed\/[\w-]{43}\.ics$/);
    const { status, text } = await read(feed.address);
    const unfolded = text.replaceAll("\r\n ", "");
    expect([status, text.match(/BEGIN:VEVENT/g)?.length, unfolded.includes("SUMMARY:培训：党章专题培训，第一期；请带材料"), unfolded.includes(`/my/activities/${id}`), unfolded.includes("LOCATION:区委党校报告厅")]).toEqual([200, 1, true, true, true]);
    for (const word of ["魏青", "石磊", "别人的会", "未发布"]) expect(text).not.toContain(word);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect((await getFeed(delegate))?.readAt).not.toBeNull();
  });

  it("gets nothing from an address that was replaced, closed, or whose seat or account ended", async () => {
    await subscribe(delegate);
    const first = (await getFeed(delegate))!.address;
    await subscribe(delegate);
    const second = (await getFeed(delegate))!.address;
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [delegate.accountId]);
    expect((await read(second)).status).toBe(404);
    await ownerQuery(`UPDATE "Account" SET "disabledAt" = NULL WHERE id = $1`, [delegate.accountId]);
    await ownerQuery(`UPDATE "Grant" SET "endsOn" = '2026-01-01' WHERE id = $1`, [delegate.grantId]);
    expect((await read(second)).status).toBe(404);
    await ownerQuery(`UPDATE "Grant" SET "endsOn" = NULL WHERE id = $1`, [delegate.grantId]);
    await unsubscribe(delegate);
    expect([(await read(second)).status, (await read("http://127.0.0.1/schedule/feed/short.ics")).status, await getFeed(delegate)]).toEqual([404, 404, null]);
    await expect(unsubscribe(delegate)).rejects.toThrow(Refusal);
  });

  it("is not offered to who has no schedule, and one seat never shows another's address", async () => {
    const supervisor = await plantAccount(house.id, "SUPERVISOR");
    await expect(subscribe(actingAs(supervisor, "SUPERVISOR", house.id))).rejects.toThrow(Forbidden);
    await subscribe(delegate);
    const office = actingAs(await plantAccount(house.id, "OFFICE"), "OFFICE", house.id);
    expect(await getFeed(office)).toBeNull();
    await subscribe(office);
    expect((await getFeed(delegate))?.address).not.toBe((await getFeed(office))?.address);
  });

  it("keeps one address however many ask for it at once", async () => {
    await Promise.allSettled([1, 2, 3].map(() => subscribe(delegate)));
    const [row] = await ownerQuery<{ n: number }>(`SELECT count(*)::int AS n FROM "ScheduleFeed" WHERE "accountId" = $1`, [delegate.accountId]);
    expect(row?.n).toBe(1);
  });
});
