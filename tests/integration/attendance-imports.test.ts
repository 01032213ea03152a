import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { close, hold } from "@/lib/attendances/closing-service";
import { getFigure } from "@/lib/attendances/figure-queries";
import { checkAgainst, findUpload } from "@/lib/attendances/import-queries";
import { commit, upload } from "@/lib/attendances/import-service";
import { sweepAttendanceImports } from "@/lib/attendances/job-service";
import { getHeldActivity } from "@/lib/attendances/queries";
import { importInput } from "@/lib/attendances/schema";
import type { AccountActor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { runImport } from "@/lib/roster-imports/job-service";
import * as rosterImports from "@/lib/roster-imports/service";
import { makeCurrent, openTerm } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import { actingAs, plantAccount } from "../support/accounts";
import { plantActivity, plantMark, plantParticipations } from "../support/activities-held";
import { actorOf, newCommittee, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const BOOK = readFileSync("tests/fixtures/training_attendance.xlsx");
const TABLES = ["Activity", "Participation", "Attendance", "Duty", "AttendanceImport"];
const at = (day: string, hour: number) => new Date(`${day}T${String(hour).padStart(2, "0")}:30:00+08:00`);

async function look(actor: AccountActor, activityId: string, batch: string) {
  const activity = await getHeldActivity(actor, activityId);
  const found = await findUpload(actor, activity, batch);
  if (!found) throw new Error("nothing uploaded");
  return { ...(await checkAgainst(actor, activity, found.sheet)), sheet: found.sheet };
}

type Choice = { names?: string[]; marks?: string[]; over?: string; add?: string; reason?: string };
const confirm = async (actor: AccountActor, activityId: string, batch: string, choice: Choice = {}) => commit(actor, importInput.parse({ id: activityId, batch, expected: (await look(actor, activityId, batch)).mark, ...choice }));

describe("the three trainings of the district", () => {
  type Told = { sheet: string; people: number; sessions: number; marks: Record<string, number> };
  const expected = (JSON.parse(readFileSync("tests/fixtures/expected_A.json", "utf8")) as Record<string, unknown>)["training_attendance.xlsx"] as Told[];
  const days = [
    [at("2024-04-16", 9), at("2024-04-16", 14), at("2024-04-17", 8), at("2024-04-17", 14), at("2024-04-18", 9)],
    [at("2024-10-22", 9), at("2024-10-22", 14), at("2024-10-23", 9), at("2024-10-23", 14), at("2024-10-24", 9)],
    [at("2025-06-11", 9), at("2025-06-11", 14), at("2025-06-12", 9)],
  ];
  let office: AccountActor;
  const activities: string[] = [];

  beforeAll(async () => {
    const town = await newCommittee();
    office = actingAs(await plantAccount(town.id, "OFFICE"), "OFFICE", town.id);
    const root = await establish(town.system, { parentId: null, name: "中共青澜区委员会", kind: "PARTY_COMMITTEE", isElecting: true, isHandling: false, activeFrom: "2001-03-01", basis: null });
    const termId = await openTerm(town.system, { level: "DISTRICT", ordinal: 6, name: "青澜区第六次党代会", congressFrom: null, congressTo: null, startsOn: "2021-11-01", endsOn: "2026-11-30", ageReferenceOn: null });
    await makeCurrent(town.system, termId, null);
    const roster = await rosterImports.upload(office, termId, "花名册.xlsx", readFileSync("tests/fixtures/roster_district.xlsx"));
    await runImport(roster);
    await rosterImports.commit(office, roster, { mode: "ADD_ONLY", reviewBasis: "资格审查报告" });
    await runImport(roster);
    for (const sessions of days) activities.push((await plantActivity({ id: town.id, termId, units: { root } } as unknown as House, { sessions: sessions.map((startsAt) => ({ startsAt, minutes: 150 })) })).id);
  }, 60_000);

  it.each([0, 1, 2])("give exactly the marks of sheet %i, its people put on the list, and nothing the second time", async (i) => {
    const [activityId, told] = [activities[i] ?? "", expected[i]!];
    const batch = await upload(office, activityId, "签到表.xlsx", BOOK);
    const { check, sheet } = await look(office, activityId, batch);
    expect([sheet.sheet, check.rows, sheet.sessions.length, sheet.unread, sheet.missing, check.names, check.marks, check.add.length, check.blank]).toEqual([told.sheet, told.people, told.sessions, [], [], [], [], told.people, told.marks.blank]);
    const signs = { "√": "PRESENT", "○": "LEAVE", "△": "OFFICIAL", "×": "ABSENT", 迟: "LATE" } as const;
    const written = await confirm(office, activityId, batch, { add: "on" });
    expect(written).toBe(told.people * told.sessions - (told.marks.blank ?? 0));
    const rows = await ownerQuery<{ mark: string; way: string; n: number }>(`SELECT mark, way, count(*)::int AS n FROM "Attendance" WHERE "activityId" = $1 GROUP BY 1, 2`, [activityId]);
    expect(Object.fromEntries(rows.map((r) => [r.mark, r.n]))).toEqual(Object.fromEntries(Object.entries(signs).map(([sign, mark]) => [mark, told.marks[sign]])));
    expect(new Set(rows.map((r) => r.way))).toEqual(new Set(["IMPORT"]));
    const figure = await getFigure(office, { activityId });
    expect([figure.due, figure.came, figure.OPEN]).toEqual([told.people * told.sessions, (told.marks["√"] ?? 0) + (told.marks["迟"] ?? 0), (told.marks["×"] ?? 0) + (told.marks.blank ?? 0)]);
    const before = await rowsOf(office.committeeId, "Attendance", "Participation");
    const again = await upload(office, activityId, "签到表.xlsx", BOOK);
    expect((await look(office, activityId, again)).check).toMatchObject({ add: [], fresh: [], differs: [], same: written });
    await expect(confirm(office, activityId, again)).rejects.toThrow("没有要写入的登记");
    expect(await rowsOf(office.committeeId, "Attendance", "Participation")).toBe(before);
  }, 60_000);
});

describe("a sheet that needs the office", () => {
  const HEAD = ["序号", "代表团", "姓名", "4月16日\n上午", "4月16日\n下午", "4月17日\n上午"];
  let house: House;
  let people: string[];
  let activity: { id: string; sessions: string[] };
  let listed: string[];

  async function book(rows: (string | number)[][], head = HEAD, title = "时间：2026年4月16日"): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("签到表").addRows([["党代表培训班签到表"], [title], head, ...rows, ["说明：√到会"]]);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }
  const send = async (rows: (string | number)[][], ...more: [string[]?, string?]) => upload(house.office, activity.id, "签到表.xlsx", await book(rows, ...more));
  const marks = async () => (await ownerQuery<{ n: string }>(`SELECT concat(n.name, x.position, a.mark) AS n FROM "Attendance" a JOIN "ActivitySession" x ON x.id = a."sessionId" JOIN "Delegate" d ON d.id = a."delegateId" JOIN "Person" n ON n.id = d."personId" WHERE a."activityId" = $1 ORDER BY n.name, x.position`, [activity.id])).map((r) => r.n).sort();

  async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
    const before = await rowsOf(house.id, ...TABLES);
    const thrown = await act().then(() => null, (e: unknown) => e);
    expect(thrown).toBeInstanceOf(error);
    expect(await rowsOf(house.id, ...TABLES)).toBe(before);
    return thrown as Refusal;
  }

  beforeEach(async () => {
    house = await newHouse();
    people = await enter(house, [["魏青", "cloud"], ["石磊", "north"], ["苏云", "cloud"], ["苏云", "north"], ["白羽", "cloud"]].map(([name, at]) => ({ values: filled({ name: name ?? "", delegationId: at === "north" ? house.delegations.north : house.delegations.cloud }), unitId: at === "north" ? house.units.beigu : house.units.wanghu })));
    activity = await plantActivity(house, { sessions: [{ startsAt: at("2026-04-16", 9) }, { startsAt: at("2026-04-16", 14) }] });
    listed = await plantParticipations(house, activity.id, people.slice(0, 4));
    return () => setClock(null);
  });

  it("asks for every name and mark it does not know, by its cell, and guesses none", async () => {
    const batch = await send([[1, "云帆代表团", "魏　青", "√", "早退", "√"], [2, "云帆代表团", "石磊", "√", "○"], [3, "", "苏云", "√", ""], [4, "云帆代表团", "未名", "×", "V"], [5, "云帆代表团", "魏青", "√", "√"]]);
    const { check, free, sheet } = await look(house.office, activity.id, batch);
    expect(check.names.map((n) => [n.cell, n.name, n.why])).toEqual([["C5", "石磊", "elsewhere"], ["C6", "苏云", "several"], ["C7", "未名", "none"], ["C8", "魏青", "twice"]]);
    expect([check.marks, sheet.unread, free.map((p) => p.name)]).toEqual([[{ text: "早退", cells: ["E4"] }, { text: "V", cells: ["E7"] }], ["4月17日上午"], ["苏云", "石磊", "苏云"]]);
    expect((await refused(() => confirm(house.office, activity.id, batch))).message).toContain("C5、C6、C7、C8、E4、E7");
    const names = [`5~${listed[1]}`, `6~${listed[2]}`, "7~skip", "8~skip"];
    expect((await refused(() => confirm(house.office, activity.id, batch, { names, marks: ["0~PRESENT_EARLY", "1~"] }))).message).toContain("E7");
    expect((await refused(() => confirm(house.office, activity.id, batch, { names: [`5~${listed[1]}`, `6~${listed[1]}`, "7~skip", "8~skip"], marks: ["0~PRESENT_EARLY", "1~NONE"] }))).message).toContain("石磊");
    expect(importInput.safeParse({ id: activity.id, batch, expected: "0".repeat(64), names: ["5~everybody"] }).success).toBe(false);
    expect(await confirm(house.office, activity.id, batch, { names, marks: ["0~PRESENT_EARLY", "1~PRESENT"] })).toBe(5);
    expect(await marks()).toEqual(["石磊1PRESENT", "石磊2LEAVE", "苏云1PRESENT", "魏青1PRESENT", "魏青2PRESENT"]);
    expect((await refused(() => commit(house.office, importInput.parse({ id: activity.id, batch, expected: "0".repeat(64) })))).message).toContain("重新上传");
  });

  it("keeps what was entered before unless it is told with a reason to take the sheet's", async () => {
    await plantMark(house, { activityId: activity.id, sessionId: activity.sessions[0] ?? "", participationId: listed[0] ?? "", delegateId: people[0] ?? "" }, "PRESENT", "QR");
    const batch = await send([[1, "云帆代表团", "魏青", "×", "√"]]);
    expect((await look(house.office, activity.id, batch)).check).toMatchObject({ differs: [{ cell: "D4", shown: "PRESENT", code: "ABSENT" }], same: 0 });
    expect((await refused(() => confirm(house.office, activity.id, batch, { over: "take" }))).fields.reason?.join()).toContain("理由");
    await confirm(house.office, activity.id, batch);
    expect(await marks()).toEqual(["魏青1PRESENT", "魏青2PRESENT"]);
    const again = await send([[1, "云帆代表团", "魏青", "×", "√"]]);
    await confirm(house.office, activity.id, again, { over: "take", reason: "代签，已核实" });
    expect(await marks()).toEqual(["魏青1ABSENT", "魏青2PRESENT"]);
  });

  it("puts nobody on the list unasked, and nobody who declined at all", async () => {
    await ownerQuery(`UPDATE "Participation" SET state = 'DECLINED' WHERE id = $1`, [listed[1]]);
    const batch = await send([[1, "云帆代表团", "白羽", "√", "√"], [2, "云帆代表团", "魏青", "√", "√"], [3, "北固代表团", "石磊", "√", "√"]]);
    const { check } = await look(house.office, activity.id, batch);
    expect([check.add.map((d) => d.name), check.names.map((n) => [n.cell, n.why])]).toEqual([["白羽"], [["C6", "out"]]]);
    expect(await confirm(house.office, activity.id, batch, { names: ["6~skip"] })).toBe(2);
    expect(await marks()).toEqual(["魏青1PRESENT", "魏青2PRESENT"]);
    const again = await send([[1, "云帆代表团", "白羽", "√", "√"]]);
    expect(await confirm(house.office, activity.id, again, { add: "on" })).toBe(2);
    expect((await getFigure(house.office, { delegateId: people[4] ?? "" })).PRESENT).toBe(2);
  });

  it("is refused when it is of other days, of another year, of nobody known, or no sheet at all", async () => {
    const rows = [[1, "云帆代表团", "魏青", "√", "√", "√"]];
    expect((await refused(() => send(rows, ["序号", "代表团", "姓名", "5月6日上午", "5月6日下午"]))).message).toContain("5月6日上午起");
    expect((await refused(() => send(rows, HEAD, "时间：2025年4月16日"))).message).toContain("2025年");
    expect((await refused(() => send(rows, ["序号", "代表团", "姓名", "签到"]))).message).toContain("没有找到签到表");
    expect((await refused(() => send([]))).message).toContain("没有代表的行");
    expect((await refused(() => send(Array.from({ length: 51 }, (_, i) => [i, "云帆代表团", `无名${String.fromCodePoint(0x4e00 + i)}`, "√"])))).message).toContain("51 行");
    await refused(() => upload(house.office, activity.id, "签到表.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])));
    expect((await refused(() => send(rows, ["序号", "代表团", "姓名", "4月16日上午", "4月16日上午"]))).message).toContain("两栏");
  });

  it("is for whoever organises, of the own committee, and once the list is confirmed for the head with a reason", async () => {
    const bytes = await book([[1, "云帆代表团", "魏青", "√", "√"]]);
    await refused(() => upload(house.liaison, activity.id, "签到表.xlsx", bytes), Forbidden);
    await refused(async () => upload(actorOf("OFFICE", (await newHouse()).id), activity.id, "签到表.xlsx", bytes), NotFound);
    const batch = await upload(house.office, activity.id, "签到表.xlsx", bytes);
    await ownerQuery(`UPDATE "Activity" SET state = 'PUBLISHED' WHERE id = $1`, [activity.id]);
    const version = async () => (await getHeldActivity(house.office, activity.id)).version;
    await hold(house.office, { id: activity.id, version: await version() });
    await close(house.office, { id: activity.id, version: await version(), open: 8 });
    await refused(() => confirm(house.office, activity.id, batch), Forbidden);
    expect((await refused(() => confirm(house.head, activity.id, batch))).fields.reason?.join()).toContain("更正");
    await confirm(house.head, activity.id, batch, { reason: "签到表后到" });
    expect((await ownerQuery<{ hours: string }>(`SELECT hours FROM "Duty" WHERE "activityId" = $1`, [activity.id])).map((d) => d.hours)).toEqual(["8.0"]);
  });

  it("is refused when list or marks moved since the look, ahead of its session, and after seven days", async () => {
    const batch = await send([[1, "云帆代表团", "魏青", "√", "√"]]);
    const { mark } = await look(house.office, activity.id, batch);
    await plantMark(house, { activityId: activity.id, sessionId: activity.sessions[0] ?? "", participationId: listed[2] ?? "", delegateId: people[2] ?? "" }, "LEAVE");
    expect((await refused(() => commit(house.office, importInput.parse({ id: activity.id, batch, expected: mark })))).message).toContain("重新核对");
    setClock(() => at("2026-04-16", 10));
    expect((await refused(() => confirm(house.office, activity.id, batch))).message).toContain("还没有开始");
    setClock(() => new Date(Date.now() + 8 * 24 * 3_600_000));
    await sweepAttendanceImports();
    expect(await findUpload(house.office, await getHeldActivity(house.office, activity.id), batch)).toBeNull();
  });
});
