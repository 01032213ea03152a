import { beforeEach, expect, it } from "vitest";
import { planInput, planOf } from "@/lib/activities/schema";
import { cancel, plan, publish } from "@/lib/activities/service";
import { addDays, setClock, today } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { listPlan } from "@/lib/training-plans/queries";
import { addInput } from "@/lib/training-plans/schema";
import { add, edit, remove } from "@/lib/training-plans/service";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { newHouse, type House } from "../support/roster";

const line = (more: Record<string, unknown> = {}) => addInput.parse({ year: "2026", month: "12", topic: "TENURE", form: "CLASS", title: "任期制专题培训", hours: "7.5", people: "120", organiser: "区委党校", note: "", ...more });
const gathering = (unitId: string, more: Record<string, unknown> = {}) => planOf(planInput.parse({ unitId, kind: "TRAINING", entry: "ENROLMENT", title: "任期制专题培训", place: "区委党校", replyBy: `${addDays(today(), 8)}T18:00`, day1: addDays(today(), 10), from1: "09:00", to1: "11:30", hours1: "4", ...more }));

let house: House;

beforeEach(async () => {
  setClock(null);
  house = await newHouse();
  await add(house.office, line());
});

const plans = async () => (await listPlan(house.office, 2026)).map((l) => [l.title, l.month, l.hours, l.progress]);
const first = async () => (await listPlan(house.office, 2026))[0]!;

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, "TrainingPlanLine", "Activity");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, "TrainingPlanLine", "Activity")).toBe(before);
  return thrown as Refusal;
}

it("is kept by the office, read by liaisons, and tells who else saved in between", async () => {
  await add(house.head, line({ month: "3", title: "党章专题讲座", topic: "CONSTITUTION", form: "LECTURE", hours: "3" }));
  expect(await plans()).toEqual([["党章专题讲座", 3, 3, "open"], ["任期制专题培训", 12, 7.5, "open"]]);
  const { id, version } = await first();
  await edit(house.office, { id, version }, line({ month: "4", title: "党章专题讲座" }));
  await refused(() => edit(house.office, { id, version }, line()), Conflict);
  expect((await listPlan(house.liaison, 2026)).map((l) => l.month)).toEqual([4, 12]);
  await refused(() => add(house.liaison, line()), Forbidden);
  await refused(() => edit(house.liaison, { id, version: version + 1 }, line()), Forbidden);
  await refused(async () => edit(actorOf("OFFICE", (await newHouse()).id), { id, version: version + 1 }, line()), NotFound);
  expect([await listPlan(house.leader, 2026), await listPlan(house.office, 2025)]).toEqual([[], []]);
  expect(addInput.safeParse({ ...line(), hours: "7.3", people: "120" }).success).toBe(false);
});

it("is as far as its activities are: arranged, held, and open again once they are called off", async () => {
  const { id, version } = await first();
  await refused(() => plan(house.liaison, gathering(house.units.yunfan), id), Forbidden);
  expect((await refused(() => plan(house.office, gathering(house.units.root, { kind: "MEETING" }), id))).fields.kind?.join()).toContain("须是培训");
  const activity = await plan(house.office, gathering(house.units.root), id);
  expect(await plans()).toEqual([["任期制专题培训", 12, 7.5, "planned"]]);
  expect((await refused(() => remove(house.office, { id, version }))).message).toContain("已据此拟定活动");
  await publish(house.office, { id: activity, version: 1 }, true);
  await ownerQuery(`UPDATE "Activity" SET state = 'ARCHIVED' WHERE id = $1`, [activity]);
  expect(await plans()).toEqual([["任期制专题培训", 12, 7.5, "held"]]);
  await ownerQuery(`UPDATE "Activity" SET state = 'PUBLISHED' WHERE id = $1`, [activity]);
  await cancel(house.office, { id: activity, version: 2 }, "因防汛工作改期");
  expect(await plans()).toEqual([["任期制专题培训", 12, 7.5, "open"]]);
  expect(await remove(house.office, { id, version })).toBe(2026);
  expect([await plans(), (await ownerQuery<{ n: number }>(`SELECT count(*)::int AS n FROM "Activity" WHERE id = $1`, [activity]))[0]?.n]).toEqual([[], 1]);
});
