import { unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { close, hold } from "@/lib/attendances/closing-service";
import type { Code } from "@/lib/attendances/labels";
import { getHeldActivity } from "@/lib/attendances/queries";
import { enterMarks } from "@/lib/attendances/service";
import { certificateBytes } from "@/lib/certificates/paper";
import { findByActivity, getForPrint, listForPrint } from "@/lib/certificates/queries";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { setClock, today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { listRevoked, listStandings } from "@/lib/trainings/certificate-queries";
import { issue, take } from "@/lib/trainings/certificate-service";
import { gapsInWords } from "@/lib/trainings/labels";
import { plantActivity, plantMark, plantParticipations } from "../support/activities-held";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const MORNING = new Date("2026-04-16T09:00:00+08:00");
const AFTERNOON = new Date("2026-04-16T14:00:00+08:00");
const YEAR = today().slice(0, 4);
const no = (n: number) => `培训证〔${YEAR}〕${String(n).padStart(3, "0")}号`;

let house: House;
let people: string[];
let activity: { id: string; sessions: string[] };
let listed: string[];

async function training(marks: readonly (readonly (string | null)[])[], more: Partial<Parameters<typeof plantActivity>[1]> = {}): Promise<void> {
  activity = await plantActivity(house, { state: "PUBLISHED", sessions: [{ startsAt: MORNING }, { startsAt: AFTERNOON, hours: 3.5 }], ...more });
  listed = await plantParticipations(house, activity.id, people);
  for (const [who, of] of marks.entries()) for (const [session, mark] of of.entries()) if (mark) await plantMark(house, { activityId: activity.id, sessionId: activity.sessions[session] ?? "", participationId: listed[who] ?? "", delegateId: people[who] ?? "" }, mark);
  await hold(house.office, { id: activity.id, version: (await getHeldActivity(house.office, activity.id)).version });
  const open = marks.flat().filter((mark) => mark === null || mark === "ABSENT").length;
  await close(house.office, { id: activity.id, version: (await getHeldActivity(house.office, activity.id)).version, open });
}

beforeEach(async () => {
  setClock(null);
  house = await newHouse();
  people = await enter(house, ["云上客", "北山翁", "望湖生", "听潮人"].map((name, i) => ({ values: filled({ name, delegationId: i === 1 ? house.delegations.north : house.delegations.cloud }), unitId: i === 1 ? house.units.beigu : house.units.wanghu })));
  return () => setClock(null);
});

const standings = async (actor: AccountActor = house.office) => (await listStandings(actor, await getHeldActivity(actor, activity.id))).map((r) => [r.name, r.standing, r.no, gapsInWords(r.gaps)]);
const correct = (who: number, session: number, shown: Code, code: Code, reason: string) => enterMarks(house.head, { id: activity.id, marks: [{ participationId: listed[who] ?? "", sessionId: activity.sessions[session] ?? "", shown, code }], reason });

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, "Certificate", "Attendance", "Participation");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, "Certificate", "Attendance", "Participation")).toBe(before);
  return thrown as Refusal;
}

describe("certificates of a training", () => {
  it("go to whoever was at every session, late included, and say of everybody else which session stands in the way", async () => {
    await training([["PRESENT", "LATE"], ["PRESENT", "LEAVE"], ["PRESENT", null], ["PRESENT", "PRESENT"]]);
    expect(await standings()).toEqual([["云上客", "ready", null, ""], ["望湖生", "short", null, "第 2 场缺席"], ["听潮人", "ready", null, ""], ["北山翁", "short", null, "第 2 场请假"]]);
    expect(await issue(house.office, { id: activity.id, ready: 2 })).toBe(2);
    expect((await listForPrint(house.office, activity.id)).map((c) => [c.no, c.name, c.hours])).toEqual([[no(1), "云上客", 7.5], [no(2), "听潮人", 7.5]]);
    expect((await refused(() => issue(house.office, { id: activity.id, ready: 2 }))).message).toContain("没有待发证");
    expect((await ownerQuery<{ n: number }>(`SELECT count(*)::int AS n FROM "AuditEvent" WHERE "committeeId" = $1 AND verb = 'certificate.issue'`, [house.id]))[0]?.n).toBe(2);
  });

  it("are for a list that was confirmed, of a training, issued by the office, as many as were seen", async () => {
    await training([["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"]]);
    await refused(() => issue(house.liaison, { id: activity.id, ready: 4 }), Forbidden);
    await refused(() => issue(house.leader, { id: activity.id, ready: 4 }), Forbidden);
    await refused(async () => issue(actorOf("OFFICE", (await newHouse()).id), { id: activity.id, ready: 4 }), NotFound);
    expect((await refused(() => issue(house.office, { id: activity.id, ready: 3 }))).message).toContain("有变动");
    expect((await refused(() => take(house.office, activity.id))).message).toContain("还没有发放");
    await ownerQuery(`UPDATE "Activity" SET state = 'HELD' WHERE id = $1`, [activity.id]);
    expect((await refused(() => issue(house.office, { id: activity.id, ready: 4 }))).message).toContain("确认出席名单");
    await ownerQuery(`UPDATE "Activity" SET state = 'ARCHIVED', kind = 'MEETING' WHERE id = $1`, [activity.id]);
    expect((await refused(() => issue(house.office, { id: activity.id, ready: 4 }))).message).toContain("只有培训");
  });

  it("ask for signing out where that was asked, and for office on the day of every session", async () => {
    await training([["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"]], { sessions: [{ startsAt: MORNING, signOut: true }, { startsAt: AFTERNOON }] });
    await ownerQuery(`UPDATE "Attendance" SET way = 'QR', "signedAt" = now() WHERE "participationId" = $1`, [listed[0]]);
    await ownerQuery(`UPDATE "DelegateStatusEvent" SET "effectiveOn" = '2026-04-17' WHERE "delegateId" = $1`, [people[1]]);
    expect(await standings()).toEqual([["云上客", "short", null, "第 1 场没有签退"], ["望湖生", "ready", null, ""], ["听潮人", "ready", null, ""]]);
  });

  it("are revoked by the correction that takes away a mark, keep their number, and are renewed by one that gives it back", async () => {
    await training([["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"], ["PRESENT", "LEAVE"], ["ABSENT", "PRESENT"]]);
    await issue(house.office, { id: activity.id, ready: 2 });
    const own = (await listForPrint(house.office, activity.id))[0]?.id ?? "";
    await correct(0, 1, "PRESENT", "LATE", "核对签到表");
    expect((await listForPrint(house.office, activity.id)).map((c) => c.no)).toEqual([no(1), no(2)]);
    await correct(0, 1, "LATE", "ABSENT", "代签，已核实");
    expect((await standings())[0]).toEqual(["云上客", "short", null, "第 2 场缺席"]);
    expect(await listRevoked(house.office, await getHeldActivity(house.office, activity.id))).toMatchObject([{ no: no(1), name: "云上客", reason: "代签，已核实", by: "罗岩" }]);
    expect((await refused(() => getForPrint(house.office, own))).message).toContain("已撤销");
    await correct(0, 1, "ABSENT", "PRESENT", "申诉成立");
    await issue(house.office, { id: activity.id, ready: 1 });
    expect((await listForPrint(house.office, activity.id)).map((c) => [c.no, c.name])).toEqual([[no(2), "北山翁"], [no(3), "云上客"]]);
  });

  it("are numbered by year without a gap and once each, also when issued at the same time", async () => {
    const many = [["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"]];
    await training(many);
    const first = activity.id;
    await training(many);
    const done = await Promise.allSettled([first, activity.id, first, activity.id].map((id) => issue(house.office, { id, ready: 4 })));
    expect(done.filter((d) => d.status === "fulfilled")).toHaveLength(2);
    const rows = await ownerQuery<{ number: number; participationId: string }>(`SELECT number, "participationId" FROM "Certificate" WHERE "committeeId" = $1 ORDER BY number`, [house.id]);
    expect([rows.map((r) => r.number), new Set(rows.map((r) => r.participationId)).size]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8], 8]);
  });

  it("are seen by their holder alone among delegates, and by the liaison for the own unit", async () => {
    await training([["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"], ["PRESENT", "PRESENT"]]);
    await issue(house.office, { id: activity.id, ready: 4 });
    const all = await listForPrint(house.office, activity.id);
    const [row] = await ownerQuery<{ personId: string }>(`SELECT "personId" FROM "Delegate" WHERE id = $1`, [people[0]]);
    const self = mint<AccountActor>({ ...actorOf("DELEGATE", house.id), personId: row?.personId ?? "" });
    expect((await findByActivity(self, [activity.id])).get(activity.id)?.no).toBe(no(1));
    expect((await getForPrint(self, all[0]?.id ?? "")).name).toBe("云上客");
    await refused(() => getForPrint(self, all[3]?.id ?? ""), NotFound);
    expect((await standings(house.liaison)).map(([name]) => name)).toEqual(["云上客", "望湖生", "听潮人"]);
    await refused(() => take(house.liaison, activity.id), Forbidden);
  });

  it("fill one document with a sheet for each of 180 people", async () => {
    const people = Array.from({ length: 180 }, (_, i) => ({ id: String(i), no: no(i + 1), revoked: false, hours: 20, issuedOn: "2026-04-20", name: `学员${i + 1}`, activityId: "a", title: "党代表培训班", from: "2026-04-16", to: "2026-04-18" }));
    const text = new TextDecoder().decode(unzipSync(await certificateBytes(people, "中共青澜区委组织部"))["word/document.xml"]);
    expect([text.match(/<w:pageBreakBefore\/>/g)?.length, text.includes("学员180同志："), text.includes("于2026年4月16日至2026年4月18日参加“党代表培训班”，全程出席，取得 20 学时。")]).toEqual([179, true, true]);
  });
});
