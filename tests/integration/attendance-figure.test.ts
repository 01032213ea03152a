import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Class } from "@/lib/attendances/labels";
import { figureOf, getFigure, getFigures, listFigureRows, PAGE } from "@/lib/attendances/figure-queries";
import { changeStatus } from "@/lib/delegates/service";
import { getUnit } from "@/lib/units/queries";
import { actorOf } from "../support/committee";
import { plantActivity, plantMark, plantParticipations } from "../support/activities-held";
import { enter, filled, newHouse, type House } from "../support/roster";

const at = (day: string, hour = 9) => new Date(`${day}T${String(hour).padStart(2, "0")}:00:00+08:00`);

let house: House;
let ids: string[];

async function crowd(count: number): Promise<void> {
  house = await newHouse();
  ids = await enter(house, Array.from({ length: count }, (_, i) => ({ values: filled({ name: `代表${"甲乙丙丁戊己"[i]}`, delegationId: i % 2 ? house.delegations.north : house.delegations.cloud }), unitId: i % 2 ? house.units.beigu : house.units.wanghu })));
}

describe("a delegate suspended in March and restored in May", () => {
  beforeAll(() => crowd(2));

  it("is due on the dates in office alone, and the same everywhere", async () => {
    const [mine = "", other = ""] = ids;
    await changeStatus(house.head, mine, 1, "SUSPEND", { effectiveOn: "2026-03-01", basis: "区监委立案通知", cause: "DISCIPLINARY_CASE" });
    await changeStatus(house.head, mine, 2, "RESTORE", { effectiveOn: "2026-05-01", basis: "立案已撤销" });
    for (const day of ["2026-02-28", "2026-03-01", "2026-04-30", "2026-05-01"]) {
      const { id } = await plantActivity(house, { state: "ARCHIVED", sessions: [{ startsAt: at(day) }] });
      await plantParticipations(house, id, ids);
    }
    expect((await getFigure(house.office, { delegateId: mine, year: 2026 })).due).toBe(2);
    expect((await getFigure(house.office, { delegateId: other })).due).toBe(4);
    const { rows, total } = await listFigureRows(house.office, { delegateId: mine }, { show: "due", page: 1 });
    expect([total, rows.map((r) => r.startsAt.toISOString().slice(0, 10))]).toEqual([2, ["2026-05-01", "2026-02-28"]]);
    expect((await getFigures(house.office, {}, "delegate")).get(mine)?.ABSENT).toBe(2);
    expect([(await getFigure(house.liaison, {})).due, (await getFigure(house.leader, {})).due, (await getFigure(actorOf("OFFICE", (await newHouse()).id), {})).due]).toEqual([2, 6, 0]);
    const [wanghu, yunfan] = await Promise.all([house.units.wanghu, house.units.yunfan].map(async (id) => (await getUnit(house.office, id)).path));
    expect((await getFigure(house.office, { unitPath: yunfan ?? "" })).due).toBe(2);
    expect([(await getFigure(house.office, { unitPath: wanghu ?? "" })).due, (await getFigure(house.office, { delegationId: house.delegations.north })).due, (await getFigure(house.office, { year: 2025 })).due]).toEqual([2, 4, 0]);
  });

  it("counts a session just after midnight in Shanghai on its own day and year", async () => {
    const { id } = await plantActivity(house, { sessions: [{ startsAt: new Date("2025-12-31T16:30:00Z") }] });
    await plantParticipations(house, id, [ids[1] ?? ""]);
    expect([(await getFigure(house.office, { activityId: id, year: 2025 })).due, (await getFigure(house.office, { activityId: id, year: 2026 })).due]).toEqual([0, 1]);
  });
});

// What the rules say, told once more in plain code: no SQL, no shared helper.
type Told = { state: string; sessions: { day: string; marks: (string | null)[] }[]; lists: (string | null)[] };
type Spell = { from: string; until: string };

function recount(activities: Told[], spells: Spell[], delegate: number): Record<Class, number> & { due: number } {
  const sum: Record<string, number> = { PRESENT: 0, LATE: 0, LEAVE: 0, OFFICIAL: 0, ABSENT: 0, OPEN: 0, due: 0 };
  const away = spells[delegate]!;
  for (const activity of activities) {
    const listed = activity.lists[delegate];
    if (activity.state !== "HELD" && activity.state !== "ARCHIVED") continue;
    if (!listed || ["INVITED", "DECLINED", "WITHDRAWN", "CANCELLED", "WAITLISTED"].includes(listed)) continue;
    for (const session of activity.sessions) {
      if (session.day >= away.from && session.day < away.until) continue;
      const mark = session.marks[delegate];
      let kind = "OPEN";
      if (activity.state === "ARCHIVED") kind = "ABSENT";
      if (!mark && listed === "LEAVE_GRANTED") kind = "LEAVE";
      if (mark && mark !== "ABSENT") kind = mark;
      sum[kind]! += 1;
      sum.due! += 1;
    }
  }
  return sum as Record<Class, number> & { due: number };
}

const CROWD = 3;
const day = fc.integer({ min: 0, max: 300 }).map((n) => new Date(Date.UTC(2026, 0, 2 + n)).toISOString().slice(0, 10));
const oneOf = (...of: string[]) => fc.constantFrom(...of);
const told: fc.Arbitrary<Told> = fc.record({
  state: oneOf("DRAFT", "PUBLISHED", "HELD", "HELD", "ARCHIVED", "ARCHIVED"),
  lists: fc.array(fc.option(oneOf("INVITED", "ACCEPTED", "ACCEPTED", "NO_RESPONSE", "LEAVE_REQUESTED", "LEAVE_GRANTED", "DECLINED", "WITHDRAWN", "CANCELLED", "WAITLISTED")), { minLength: CROWD, maxLength: CROWD }),
  sessions: fc.array(fc.record({ day, marks: fc.array(fc.option(oneOf("PRESENT", "LATE", "LEAVE", "OFFICIAL", "ABSENT")), { minLength: CROWD, maxLength: CROWD }) }), { minLength: 1, maxLength: 3 }),
});
const spell = fc.tuple(day, day).map(([a, b]): Spell => (a < b ? { from: a, until: b } : { from: b, until: a }));

describe("the figure against a naive recount", () => {
  it("agrees for any mandates, sessions and marks, and with its own rows", { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 3 }), fc.array(spell, { minLength: CROWD, maxLength: CROWD }), async (activities, spells) => {
      await crowd(CROWD);
      for (const [i, { from, until }] of spells.entries()) {
        // An empty spell is none: whoever is suspended and restored on one day was in office on it.
        if (from === until) continue;
        await changeStatus(house.head, ids[i] ?? "", 1, "SUSPEND", { effectiveOn: from, basis: "区监委立案通知", cause: "DISCIPLINARY_CASE" });
        await changeStatus(house.head, ids[i] ?? "", 2, "RESTORE", { effectiveOn: until, basis: "立案已撤销" });
      }
      for (const { state, lists, sessions } of activities) {
        const planted = await plantActivity(house, { state, sessions: sessions.map((s) => ({ startsAt: at(s.day) })) });
        for (const [i, listed] of lists.entries()) {
          if (!listed) continue;
          const [participationId = ""] = await plantParticipations(house, planted.id, [ids[i] ?? ""], listed);
          for (const [j, { marks }] of sessions.entries()) if (marks[i]) await plantMark(house, { activityId: planted.id, sessionId: planted.sessions[j] ?? "", participationId, delegateId: ids[i] ?? "" }, marks[i]);
        }
      }
      const each = await getFigures(house.office, {}, "delegate");
      for (const [i, id] of ids.entries()) {
        const expected = recount(activities, spells, i);
        const figure = await getFigure(house.office, { delegateId: id });
        expect(figure).toEqual({ ...expected, came: expected.PRESENT + expected.LATE });
        expect(each.get(id) ?? figureOf({})).toEqual(figure);
        const { rows, total } = await listFigureRows(house.office, { delegateId: id }, { show: "ABSENT", page: 1 });
        expect([total, rows.length]).toEqual([figure.ABSENT, Math.min(PAGE, total)]);
      }
    }), { numRuns: 25 });
  });
});
