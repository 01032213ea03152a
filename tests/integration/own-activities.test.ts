import { beforeEach, describe, expect, it } from "vitest";
import { getActivity } from "@/lib/activities/queries";
import { getOwnStanding, listOwnActivities, PAGE } from "@/lib/participations/own-queries";
import { ownFilters } from "@/lib/participations/schema";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { plantActivity, plantParticipations } from "../support/activities-held";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let [mine, others] = ["", ""];
let delegate: AccountActor;

beforeEach(async () => {
  house = await newHouse();
  [mine = "", others = ""] = await enter(house, ["丁岚", "马成"].map((name) => ({ values: filled({ name, delegationId: house.delegations.cloud }), unitId: house.units.yunfan })));
  const [row] = await ownerQuery<{ personId: string }>(`SELECT "personId" FROM "Delegate" WHERE id = $1`, [mine]);
  delegate = mint<AccountActor>({ ...actorOf("DELEGATE", house.id), personId: row?.personId ?? "" });
});

const hence = (hours: number) => new Date(now().getTime() + hours * 3_600_000);

type Made = { title: string; hours: number; kind?: string; entry?: string; state?: string; own?: string; of?: string };

/** An activity that begins in so many hours, with one delegate on its list where a state is given. */
async function make({ title, hours, kind = "MEETING", entry = "INVITATION", state = "PUBLISHED", own, of = mine }: Made): Promise<string> {
  const { id } = await plantActivity(house, { title, kind, entry, state, sessions: [{ startsAt: hence(hours) }] });
  if (own) await plantParticipations(house, id, [of], own);
  return id;
}

const shelf = async (show: string, page = 1, actor = delegate) => {
  const { rows, counts } = await listOwnActivities(actor, ownFilters.parse({ show, page: String(page) }));
  return { titles: rows.map((row) => row.title), waits: rows.map((row) => row.waits), counts };
};

const standing = async (id: string) => getOwnStanding(delegate, await getActivity(delegate, id));
const stepsOf = async (id: string) => (await standing(id)).steps;

describe("the own activities of a delegate", () => {
  it("come with what waits for an answer before what is nearer, and without what was declined or is another's", async () => {
    await make({ title: "明天", hours: 24, own: "ACCEPTED" });
    await make({ title: "待答复", hours: 90, own: "INVITED" });
    await make({ title: "逾期", hours: 60, own: "NO_RESPONSE" });
    await make({ title: "已经开始", hours: -1, own: "INVITED" });
    await make({ title: "不参加的", hours: 30, own: "DECLINED" });
    await make({ title: "移出的", hours: 29, own: "CANCELLED" });
    await make({ title: "别人的", hours: 30, own: "INVITED", of: others });
    await make({ title: "拟稿", hours: 30, state: "DRAFT", own: "INVITED" });
    await make({ title: "上周", hours: -170, state: "ARCHIVED", own: "ACCEPTED" });
    expect(await shelf("coming")).toEqual({ titles: ["逾期", "待答复", "已经开始", "明天"], waits: [true, true, false, false], counts: { coming: 4, open: 0, past: 3 } });
    expect((await shelf("past")).titles).toEqual(["不参加的", "移出的", "上周"]);
  });

  it("are turned over page by page across what waits and what follows, each once", async () => {
    for (let i = 0; i < PAGE + 3; i++) await make({ title: `第 ${i}`, hours: 24 + i, own: i < 4 ? "ACCEPTED" : "INVITED" });
    const [first, second] = [await shelf("coming"), await shelf("coming", 2)];
    expect([first.titles.length, second.titles]).toEqual([PAGE, ["第 1", "第 2", "第 3"]]);
    expect(new Set([...first.titles, ...second.titles]).size).toBe(PAGE + 3);
  });

  it("are open to enrol while the last day is not over, for who is in office and not on the list", async () => {
    const [free, over] = [await make({ title: "可报", hours: 90, entry: "ENROLMENT" }), await make({ title: "截止", hours: 90, entry: "ENROLMENT" })];
    await ownerQuery(`UPDATE "Activity" SET "replyBy" = $2 WHERE id = $1`, [over, hence(-1)]);
    await make({ title: "已报", hours: 90, entry: "ENROLMENT", own: "WAITLISTED" });
    await make({ title: "退出过", hours: 91, entry: "ENROLMENT", own: "WITHDRAWN" });
    await make({ title: "须邀请", hours: 90 });
    expect((await shelf("open")).titles).toEqual(["可报", "退出过"]);
    expect([await stepsOf(free), await stepsOf(over)]).toEqual([["enrol"], []]);
    await ownerQuery(`UPDATE "Delegate" SET status = 'SUSPENDED' WHERE id = $1`, [mine]);
    expect([(await shelf("open")).titles, await stepsOf(free)]).toEqual([[], []]);
  });

  it("are nobody's who is no delegate", async () => {
    await make({ title: "待答复", hours: 90, own: "INVITED" });
    expect(await shelf("coming", 1, house.office)).toEqual({ titles: [], waits: [], counts: { coming: 0, open: 0, past: 0 } });
  });
});

describe("what a delegate can do about an activity", () => {
  it.each([
    ["INVITED", "INVITATION", "MEETING", 90, ["reply"]], ["DECLINED", "INVITATION", "MEETING", 90, ["reply"]], ["INVITED", "INVITATION", "MEETING", -1, []], ["ACCEPTED", "OBLIGATION", "TRAINING", 90, ["leave"]], ["ACCEPTED", "OBLIGATION", "TRAINING", -1, []],
    ["LEAVE_REQUESTED", "INVITATION", "MEETING", 90, ["takeBack"]], ["LEAVE_GRANTED", "INVITATION", "MEETING", 90, []], ["ACCEPTED", "ENROLMENT", "TRAINING", 90, ["withdraw"]], ["ACCEPTED", "ENROLMENT", "TRAINING", 10, ["leave"]],
    ["ACCEPTED", "ENROLMENT", "VOLUNTEER", 10, ["withdraw"]], ["WAITLISTED", "ENROLMENT", "TRAINING", 10, ["withdraw"]], ["WITHDRAWN", "ENROLMENT", "TRAINING", 90, ["enrol"]], ["CANCELLED", "ENROLMENT", "TRAINING", 90, []],
  ])("%s of %s, %s in %i hours: %j", async (own, entry, kind, hours, steps) => {
    expect(await stepsOf(await make({ title: "活动", hours, kind, entry, own }))).toEqual(steps);
  });

  it("is told what else was said yes to at the same hours", async () => {
    const called = await make({ title: "会议", hours: 90, own: "INVITED" });
    await make({ title: "同时的培训", hours: 91, own: "ACCEPTED" });
    await make({ title: "同时不参加的", hours: 91, own: "DECLINED" });
    expect((await standing(called)).clashes.map(({ title }) => title)).toEqual(["同时的培训"]);
  });

  it("is nothing where another alone is called: the activity is not known", async () => {
    await expect(standing(await make({ title: "别人的", hours: 90, own: "INVITED", of: others }))).rejects.toThrow(NotFound);
  });
});
