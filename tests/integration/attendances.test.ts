import ExcelJS from "exceljs";
import { beforeEach, describe, expect, it } from "vitest";
import { getFigure } from "@/lib/attendances/figure-queries";
import { close, hold } from "@/lib/attendances/closing-service";
import type { Code } from "@/lib/attendances/labels";
import { exportList } from "@/lib/attendances/list-service";
import { getHeldActivity, listRoll, listRollDelegations } from "@/lib/attendances/queries";
import { enterMarks } from "@/lib/attendances/service";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { now, setClock } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { listTaskGroups } from "@/lib/tasks/queries";
import { plantActivity, plantMark, plantParticipations } from "../support/activities-held";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const TABLES = ["Activity", "Participation", "Attendance", "Duty", "Deadline"];
const MORNING = new Date("2026-04-16T09:00:00+08:00");
const AFTERNOON = new Date("2026-04-16T14:00:00+08:00");

let house: House;
let people: string[];
let activity: { id: string; sessions: string[] };
let listed: string[];

async function opened(more: Partial<Parameters<typeof plantActivity>[1]> = {}): Promise<void> {
  activity = await plantActivity(house, { state: "PUBLISHED", sessions: [{ startsAt: MORNING }, { startsAt: AFTERNOON, hours: 3.5 }], ...more });
  listed = await plantParticipations(house, activity.id, people);
}

beforeEach(async () => {
  setClock(null);
  house = await newHouse();
  people = await enter(house, ["云上客", "北山翁", "望湖生"].map((name, i) => ({ values: filled({ name, delegationId: i === 1 ? house.delegations.north : house.delegations.cloud }), unitId: i === 1 ? house.units.beigu : house.units.wanghu })));
  await opened();
  return () => setClock(null);
});

const at = async (id = activity.id) => ({ id, version: (await getHeldActivity(house.office, id)).version });
const cell = (who: number, session: number, shown: Code, code: Code) => ({ participationId: listed[who] ?? "", sessionId: activity.sessions[session] ?? "", shown, code });
const mark = (marks: ReturnType<typeof cell>[], reason: string | null = "纸质签到表", actor: Actor = house.office) => enterMarks(actor, { id: activity.id, marks, reason });
const signed = (who: number, session: number, as = "PRESENT") => plantMark(house, { activityId: activity.id, sessionId: activity.sessions[session] ?? "", participationId: listed[who] ?? "", delegateId: people[who] ?? "" }, as, "QR");
const hours = async () => (await ownerQuery<{ hours: string | null }>(`SELECT p.hours FROM "Participation" p WHERE p."activityId" = $1 ORDER BY array_position($2::uuid[], p.id)`, [activity.id, listed])).map((r) => r.hours);
const ledger = () => ownerQuery<{ delegateId: string; hours: string; heldOn: Date; state: string; origin: string }>(`SELECT "delegateId", hours, "heldOn", state, origin FROM "Duty" WHERE "activityId" = $1 ORDER BY array_position($2::uuid[], "delegateId")`, [activity.id, people]);
const clocks = async () => (await ownerQuery<{ act: string; state: string; ownerRole: string; startedOn: Date }>(`SELECT act, state, "ownerRole", "startedOn" FROM "Deadline" WHERE "subjectId" = $1`, [activity.id]));

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}

describe("from the marks to the confirmed list", () => {
  it("makes nobody absent before the list is confirmed, then writes hours and the ledger", async () => {
    await mark([cell(0, 0, "NONE", "PRESENT"), cell(0, 1, "NONE", "LATE_EARLY"), cell(1, 0, "NONE", "PRESENT"), cell(2, 0, "NONE", "LEAVE")]);
    await hold(house.office, await at());
    expect(await getFigure(house.office, { activityId: activity.id })).toMatchObject({ due: 6, PRESENT: 2, LATE: 1, LEAVE: 1, OPEN: 2, ABSENT: 0, came: 3 });
    expect((await clocks()).map((c) => [c.act, c.state, c.ownerRole])).toEqual([["training.absentList", "RUNNING", "OFFICE"]]);
    await close(house.office, { ...(await at()), open: 2 });
    expect(await getFigure(house.office, { activityId: activity.id })).toMatchObject({ due: 6, OPEN: 0, ABSENT: 2 });
    expect(await hours()).toEqual(["7.5", "4.0", "0.0"]);
    expect((await ledger()).map((d) => [d.delegateId, d.hours, d.state, d.origin])).toEqual([[people[0], "7.5", "APPROVED", "ACTIVITY"], [people[1], "4.0", "APPROVED", "ACTIVITY"]]);
    expect((await clocks()).map((c) => c.state)).toEqual(["MET"]);
    const verbs = await ownerQuery<{ verb: string }>(`SELECT DISTINCT verb FROM "AuditEvent" WHERE "committeeId" = $1 AND verb ~ '^(activity|attendance|duty)' ORDER BY verb`, [house.id]);
    expect(verbs.map((v) => v.verb)).toEqual(["activity.close", "activity.hold", "attendance.mark", "duty.record"]);
  });

  it("lets the head alone correct it, with a reason; hours and ledger follow", async () => {
    await mark([cell(0, 0, "NONE", "PRESENT")]);
    await hold(house.office, await at());
    await close(house.office, { ...(await at()), open: 5 });
    await refused(() => mark([cell(0, 0, "PRESENT", "NONE")], "误记"), Forbidden);
    expect((await refused(() => mark([cell(1, 1, "NONE", "PRESENT")], null, house.head))).fields.reason?.join()).toContain("理由");
    await mark([cell(1, 1, "NONE", "PRESENT")], "漏记，现场照片为证", house.head);
    expect([await hours(), (await ledger()).map((d) => d.delegateId)]).toEqual([["4.0", "3.5", "0.0"], [people[0], people[1]]]);
    await mark([cell(0, 0, "PRESENT", "NONE")], "误记", house.head);
    expect([await hours(), (await ledger()).map((d) => d.delegateId)]).toEqual([["0.0", "3.5", "0.0"], [people[1]]]);
    expect((await getFigure(house.office, { activityId: activity.id })).ABSENT).toBe(5);
  });

  it("waits as a task of whoever organises it, first to be held, then with its clock to be confirmed, and who never replied did not reply", async () => {
    const waiting = async (actor: AccountActor) => (await listTaskGroups(actor)).filter((g) => /^(activity|training|meeting)/.test(g.kind)).map((g) => [g.kind, g.tasks[0]?.title, g.tasks[0]?.href, g.tasks[0]?.due === null]);
    const href = `/manage/activities/${activity.id}/attendance`;
    await ownerQuery(`UPDATE "Participation" SET state = 'INVITED' WHERE id = $1`, [listed[2]]);
    expect([await waiting(house.office), await waiting(house.liaison), await waiting(house.leader)]).toEqual([[["activity.hold", "党代表培训班", href, true]], [], []]);
    await hold(house.office, await at());
    expect(await waiting(house.office)).toEqual([["training.absentList", "党代表培训班", href, false]]);
    expect((await ownerQuery<{ state: string }>(`SELECT state FROM "Participation" WHERE id = $1`, [listed[2]]))[0]?.state).toBe("NO_RESPONSE");
    expect((await clocks())[0]?.startedOn.toISOString().slice(0, 10)).toBe("2026-04-16");
    await opened({ kind: "GROUP", unitId: house.units.wanghu });
    expect((await waiting(house.liaison)).map(([kind]) => kind)).toEqual(["activity.hold"]);
    await hold(house.liaison, await at());
    expect([(await waiting(house.liaison)).map(([kind]) => kind), (await waiting(house.office)).map(([kind]) => kind)]).toEqual([["meeting.absentList"], ["training.absentList"]]);
  });

  it("gives the hours of a session to sign out of only to who did, or whom the office vouches for", async () => {
    await opened({ sessions: [{ startsAt: MORNING, signOut: true }] });
    await signed(0, 0);
    await signed(1, 0);
    await ownerQuery(`UPDATE "Attendance" SET "signedOutAt" = now() WHERE "participationId" = $1`, [listed[1]]);
    await mark([cell(2, 0, "NONE", "PRESENT")]);
    await hold(house.office, await at());
    await close(house.office, { ...(await at()), open: 0 });
    expect(await hours()).toEqual(["0.0", "4.0", "4.0"]);
    expect((await ledger()).map((d) => [d.delegateId, d.hours])).toEqual([[people[0], null], [people[1], "4.0"], [people[2], "4.0"]]);
  });

  it("takes coming for an answer of who had not replied", async () => {
    await ownerQuery(`UPDATE "Participation" SET state = 'INVITED' WHERE id = $1`, [listed[0]]);
    await mark([cell(0, 0, "NONE", "PRESENT")]);
    await hold(house.office, await at());
    expect((await getFigure(house.office, { delegateId: people[0] ?? "" })).PRESENT).toBe(1);
  });
});

describe("what does not fit changes nothing", () => {
  it("holding before the last session has ended, twice, at once, or from a page read before", async () => {
    setClock(() => new Date(AFTERNOON.getTime() + 179 * 60_000));
    expect((await refused(async () => hold(house.office, await at()))).message).toContain("2026-04-16 17:00 结束");
    setClock(null);
    const seen = await at();
    const both = await Promise.allSettled([hold(house.office, seen), hold(house.head, seen)]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    await refused(() => hold(house.office, seen));
    await refused(async () => close(house.office, { ...(await at()), version: 99, open: 6 }), Conflict);
  });

  it("confirming a list that moved since it was shown, and closing before it was held", async () => {
    await refused(async () => close(house.office, { ...(await at()), open: 6 }));
    await hold(house.office, await at());
    const seen = await at();
    await mark([cell(0, 0, "NONE", "PRESENT")]);
    expect((await refused(() => close(house.office, { ...seen, open: 6 }))).message).toContain("重新核对");
  });

  it("a mark over another's, over a signature without a reason, ahead of its session, or for somebody not due", async () => {
    await signed(0, 0);
    expect((await refused(() => mark([cell(0, 0, "NONE", "ABSENT")]))).message).toContain("云上客");
    expect((await refused(() => mark([cell(0, 0, "PRESENT", "ABSENT")], null))).fields.reason?.join()).toContain("云上客");
    await mark([cell(0, 0, "PRESENT", "ABSENT")], "签到后即离开");
    setClock(() => new Date(AFTERNOON.getTime() - 60_000));
    expect((await refused(() => mark([cell(1, 1, "NONE", "PRESENT")]))).message).toContain("还没有开始");
    expect((await refused(() => mark([cell(1, 0, "NONE", "LATE")], null))).fields.reason?.join()).toContain("依据");
    await mark([cell(1, 1, "NONE", "OFFICIAL")], null);
    setClock(null);
    await ownerQuery(`UPDATE "Participation" SET state = 'DECLINED' WHERE id = $1`, [listed[2]]);
    await refused(() => mark([cell(2, 0, "NONE", "PRESENT")]));
    await refused(() => mark([cell(1, 0, "NONE", "NONE")]));
    const other = await plantActivity(house, { sessions: [{ startsAt: MORNING }] });
    await refused(() => mark([{ ...cell(1, 0, "NONE", "PRESENT"), sessionId: other.sessions[0] ?? "" }]));
  });

  it("an act of another unit, of another committee, of a leader, and on a cancelled activity", async () => {
    const marks = [cell(0, 0, "NONE", "PRESENT" as const)];
    await refused(() => mark(marks, null, house.liaison), Forbidden);
    await refused(() => mark(marks, null, house.leader), Forbidden);
    await refused(async () => mark(marks, null, actorOf("OFFICE", (await newHouse()).id)), NotFound);
    await ownerQuery(`UPDATE "Activity" SET state = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [activity.id]);
    await refused(() => mark(marks));
    await refused(async () => hold(house.office, await at()));
  });
});

describe("the roll", () => {
  it("stands by delegation, with what is due and no more, and the liaison sees the own people alone", async () => {
    expect((await listRollDelegations(house.office, activity.id)).map((d) => [d.name, d.people, d.open])).toEqual([["云帆代表团", 2, 4], ["北固代表团", 1, 2]]);
    expect((await listRollDelegations(house.liaison, activity.id)).map((d) => d.name)).toEqual(["云帆代表团"]);
    await signed(0, 0, "LATE");
    const [row] = await listRoll(house.office, activity.id, house.delegations.cloud);
    expect([row?.name, row?.cells.get(activity.sessions[0] ?? "")?.code, row?.cells.get(activity.sessions[1] ?? "")?.code]).toEqual(["云上客", "LATE", "NONE"]);
    expect(now().getTime()).toBeGreaterThan(AFTERNOON.getTime());
  });
});

describe("the list as a file", () => {
  it("holds reply, marks and hours as text no program takes for a formula, for who organises it, and is recorded", async () => {
    await ownerQuery(`UPDATE "Participation" SET "replyReason" = '=1+1', state = 'DECLINED', "repliedAt" = now() WHERE id = $1`, [listed[1]]);
    await plantMark(house, { activityId: activity.id, sessionId: activity.sessions[0] ?? "", participationId: listed[0] ?? "", delegateId: people[0] ?? "" }, "LATE");
    await ownerQuery(`UPDATE "Participation" SET hours = 4.5 WHERE id = $1`, [listed[0]]);
    const book = new ExcelJS.Workbook();
    const { bytes, name } = await exportList(house.office, activity.id);
    await book.xlsx.load(bytes.buffer);
    const sheet = book.worksheets[0];
    const rows = (sheet?.getSheetValues() ?? []).slice(3).map((row) => (row as unknown[]).slice(1));
    expect(rows[0]).toEqual(["序号", "姓名", "代表团", "选举单位", "状态", "答复时间", "代为答复", "理由", "2026-04-16 09:00", "2026-04-16 14:00", "学时"]);
    expect(rows).toHaveLength(1 + people.length);
    expect(rows.flat().filter((cell) => cell === "=1+1")).toHaveLength(1);
    expect(rows.filter((row) => row[8] === "迟 迟到" && row[10] === 4.5)).toHaveLength(1);
    expect(name).toMatch(/^党代表培训班名单_.*\.xlsx$/);
    expect(await ownerQuery(`SELECT changes FROM "AuditEvent" WHERE "targetId" = $1 AND verb = 'attendance.exportList'`, [activity.id])).toEqual([{ changes: { listed: [null, `${people.length} 人`] } }]);
    await expect(exportList(house.liaison, activity.id)).rejects.toBeInstanceOf(Forbidden);
  });
});
