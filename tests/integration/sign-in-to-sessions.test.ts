import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { close, hold } from "@/lib/attendances/closing-service";
import { readCode, screenCode } from "@/lib/attendances/codes";
import { getFigure } from "@/lib/attendances/figure-queries";
import { getHeldActivity } from "@/lib/attendances/queries";
import { countSigned, getOwnSession, listOwnToday, openNow } from "@/lib/attendances/sign-in-queries";
import { signIn, signOut } from "@/lib/attendances/sign-in-service";
import { signInput } from "@/lib/attendances/schema";
import { changeStatus } from "@/lib/delegates/service";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { NotFound, Refusal, TooMany } from "@/lib/platform/errors";
import { plantActivity, plantMark, plantParticipations } from "../support/activities-held";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const MORNING = new Date("2026-04-16T09:00:00+08:00");
const AFTERNOON = new Date("2026-04-16T14:00:00+08:00");
const TABLES = ["Attendance", "Participation"];

let house: House;
let people: string[];
let activity: { id: string; sessions: string[] };
let listed: string[];
let [morning, afternoon] = ["", ""];
let here = MORNING;

async function crowd(count: number): Promise<AccountActor[]> {
  house = await newHouse();
  people = await enter(house, Array.from({ length: count }, (_, i) => ({ values: filled({ name: `代表${String.fromCodePoint(0x4e00 + i)}`, delegationId: house.delegations.cloud }), unitId: house.units.wanghu })));
  activity = await plantActivity(house, { state: "PUBLISHED", sessions: [{ startsAt: MORNING, minutes: 180 }, { startsAt: AFTERNOON, signOut: true }] });
  listed = await plantParticipations(house, activity.id, people);
  [morning = "", afternoon = ""] = activity.sessions;
  const rows = await ownerQuery<{ id: string; personId: string }>(`SELECT id, "personId" FROM "Delegate" WHERE id = ANY($1)`, [people]);
  return people.map((id) => mint<AccountActor>({ ...actorOf("DELEGATE", house.id), accountId: newId(), personId: rows.find((r) => r.id === id)?.personId ?? "" }));
}

let me: AccountActor;
let other: AccountActor;

beforeEach(async () => {
  setClock(() => here);
  here = new Date(MORNING.getTime() - 10 * 60_000);
  [me, other] = (await crowd(2)) as [AccountActor, AccountActor];
  return () => setClock(null);
});

const wait = (from: Date, minutes: number) => { here = new Date(from.getTime() + minutes * 60_000); };
const code = (sessionId: string, at = here) => screenCode(sessionId, at);
const marks = () => ownerQuery<{ mark: string; way: string; signedAt: Date | null; leftEarly: boolean; signedOutAt: Date | null }>(`SELECT mark, way, "signedAt", "leftEarly", "signedOutAt" FROM "Attendance" WHERE "activityId" = $1 ORDER BY "signedAt"`, [activity.id]);
const go = (actor: AccountActor, sessionId = morning, given = code(sessionId).token) => signIn(actor, { sessionId, code: given });

async function refused(act: () => Promise<unknown>): Promise<string> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(Refusal);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return (thrown as Refusal).message;
}

describe("signing in", () => {
  it("by QR or by six digits, in time or late, once", async () => {
    expect(await go(me)).toEqual({});
    expect(await refused(() => go(me))).toContain("08:50 签到");
    wait(MORNING, 16);
    expect(await go(other, morning, code(morning).digits)).toEqual({});
    expect((await marks()).map((m) => [m.mark, m.way])).toEqual([["PRESENT", "QR"], ["LATE", "CODE"]]);
    expect(await countSigned(house.office, { activityId: activity.id, sessionId: morning })).toEqual({ signed: 2, listed: 2 });
    expect(signInput.parse({ sessionId: morning, code: " 123 456 " }).code).toBe("123456");
  });

  it("with an old code, one of another session, or a made up one changes nothing, and tells which", async () => {
    const before = code(morning, new Date(here.getTime() - 60_000));
    expect([await go(me, morning, before.token), await go(me, morning, before.digits), await go(me, morning, code(afternoon).token)]).toEqual([{ wrong: "old" }, { wrong: "old" }, { wrong: "wrong" }]);
    expect(await marks()).toEqual([]);
  });

  it("stops guessing after ten tries a minute, of this account alone", async () => {
    const wrong = code(morning).digits === "000000" ? "000001" : "000000";
    for (let i = 0; i < 10; i += 1) expect(await go(me, morning, wrong)).toEqual({ wrong: "wrong" });
    await expect(go(me)).rejects.toBeInstanceOf(TooMany);
    expect(await go(other)).toEqual({});
  });

  it("is refused outside its time, to who is not on the list, waits, declined, or is not in office that day", async () => {
    wait(MORNING, -31);
    expect(await refused(() => go(me))).toContain("2026-04-16 08:30 起");
    wait(MORNING, 31);
    expect(await refused(() => go(me))).toContain("09:30 结束");
    wait(MORNING, 0);
    for (const [state, words] of [["DECLINED", "已答复不参加"], ["CANCELLED", "已不在"]] as const) {
      await ownerQuery(`UPDATE "Participation" SET state = $2::"ParticipationState" WHERE id = $1`, [listed[0], state]);
      expect(await refused(() => go(me))).toContain(words);
    }
    await ownerQuery(`DELETE FROM "Participation" WHERE id = $1`, [listed[0]]);
    await expect(go(me)).rejects.toBeInstanceOf(NotFound);
    await ownerQuery(`UPDATE "Activity" SET entry = 'ENROLMENT' WHERE id = $1`, [activity.id]);
    expect(await refused(() => go(me))).toContain("不在这项活动的名单上");
    setClock(null);
    await changeStatus(house.head, people[1] ?? "", 1, "SUSPEND", { effectiveOn: "2026-04-01", basis: "区监委立案通知", cause: "DISCIPLINARY_CASE" });
    setClock(() => here);
    expect(await refused(() => go(other))).toContain("不在任");
  });

  it("is the own: nothing in the form names a person, and what the office entered stands", async () => {
    expect(signInput.strict().safeParse({ sessionId: morning, code: "123456", participationId: listed[1] }).success).toBe(false);
    await plantMark(house, { activityId: activity.id, sessionId: morning, participationId: listed[0] ?? "", delegateId: people[0] ?? "" }, "LEAVE");
    expect(await refused(() => go(me))).toContain("请假");
  });

  it("answers an invitation by coming, and ends with the confirmed list", async () => {
    await ownerQuery(`UPDATE "Participation" SET state = 'INVITED' WHERE id = $1`, [listed[0]]);
    await go(me);
    expect((await getOwnSession(me, morning)).participation?.state).toBe("ACCEPTED");
    wait(AFTERNOON, 181);
    const at = async () => ({ id: activity.id, version: (await getHeldActivity(house.office, activity.id)).version });
    await hold(house.office, await at());
    await close(house.office, { ...(await at()), open: (await getFigure(house.office, { activityId: activity.id })).OPEN });
    wait(MORNING, 5);
    expect(await refused(() => go(other))).toContain("已归档");
  });
});

describe("signing out", () => {
  it("where it is asked for, early when long before the end, once", async () => {
    wait(AFTERNOON, 0);
    expect(await refused(() => signOut(me, { sessionId: afternoon, code: code(afternoon).token }))).toContain("还没有签到");
    await Promise.all([go(me, afternoon), go(other, afternoon)]);
    expect((await listOwnToday(me)).map((of) => [of.session.id === afternoon, openNow(of)])).toEqual([[false, null], [true, "out"]]);
    wait(AFTERNOON, 60);
    await signOut(me, { sessionId: afternoon, code: code(afternoon).digits });
    wait(AFTERNOON, 180);
    await signOut(other, { sessionId: afternoon, code: code(afternoon).token });
    expect((await marks()).map((m) => m.leftEarly).sort()).toEqual([false, true]);
    expect(await refused(() => signOut(other, { sessionId: afternoon, code: code(afternoon).token }))).toContain("17:00 签退");
    expect(await refused(() => signOut(me, { sessionId: morning, code: code(morning).token }))).toContain("不需要签退");
  });
});

describe("three hundred within a minute over sixteen connections", () => {
  it("loses none and doubles none, though everybody taps twice", { timeout: 60_000 }, async () => {
    const all = await crowd(300);
    const queue = all.flatMap((actor) => [actor, actor]);
    const outcomes: string[] = [];
    const from = performance.now();
    const line = async () => {
      for (let actor = queue.shift(); actor; actor = queue.shift()) outcomes.push(await go(actor).then(() => "signed", (e: unknown) => (e instanceof Refusal ? "twice" : String(e))));
    };
    await Promise.all(Array.from({ length: 16 }, line));
    expect(performance.now() - from).toBeLessThan(60_000);
    expect([outcomes.filter((o) => o === "signed").length, outcomes.filter((o) => o === "twice").length]).toEqual([300, 300]);
    expect((await ownerQuery<{ n: number; people: number }>(`SELECT count(*)::int AS n, count(DISTINCT "delegateId")::int AS people FROM "Attendance" WHERE "activityId" = $1`, [activity.id]))[0]).toEqual({ n: 300, people: 300 });
    expect(await countSigned(house.office, { activityId: activity.id, sessionId: morning })).toEqual({ signed: 300, listed: 300 });
  });
});

describe("the code of a session", () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 3, 16, 1, 0, seconds));

  it("is good for its own thirty seconds and the thirty after, as QR and as six digits", () => {
    const { token, digits, left } = screenCode(morning, at(12));
    expect([left, digits]).toEqual([18, expect.stringMatching(/^\d{6}$/)]);
    for (const second of [12, 29, 30, 59]) expect([readCode(morning, token, at(second)), readCode(morning, digits, at(second))]).toEqual([{ way: "QR" }, { way: "CODE" }]);
    for (const second of [60, 500]) expect([readCode(morning, token, at(second)), readCode(morning, digits, at(second))]).toEqual([{ wrong: "old" }, { wrong: "old" }]);
    expect(screenCode(morning, at(30)).token).not.toBe(token);
  });

  it("opens no other session, and is not known before its time", () => {
    const { token, digits } = screenCode(morning, at(0));
    expect([readCode(afternoon, token, at(0)), readCode(afternoon, digits, at(0)), readCode(morning, token, at(-1))]).toEqual([{ wrong: "wrong" }, { wrong: "wrong" }, { wrong: "wrong" }]);
  });
});
