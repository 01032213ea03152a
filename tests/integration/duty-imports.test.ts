import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countsOf } from "@/lib/duty-imports/check";
import { sweepDutyImports } from "@/lib/duty-imports/job-service";
import { markDuties } from "@/lib/duty-imports/marks";
import { findSameDuties, getDutyCheck, getDutyFile, getDutyImport, listDutyImports } from "@/lib/duty-imports/queries";
import { cancel, commit, undo, upload } from "@/lib/duty-imports/service";
import type { AccountActor } from "@/lib/platform/actor";
import { addDays, setClock, today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { runImport } from "@/lib/roster-imports/job-service";
import * as rosterImports from "@/lib/roster-imports/service";
import { makeCurrent, openTerm } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import { actingAs, plantAccount } from "../support/accounts";
import { actorOf, newCommittee, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const LOGS = readFileSync("tests/fixtures/duty_logs.xlsx");
const TABLES = ["Duty", "DutyImport"];
const HEADER = ["代表姓名", "代表团", "履职日期", "活动类型", "活动名称", "地点", "填报日期", "审核状态"];
const GOOD = [
  ["魏青", "云帆代表团", "2026-03-01", "联系党员群众", "走访望湖社区", "望湖社区", "2026-03-02", "已通过"],
  ["魏青", "云帆代表团", "2026-03-08", "志愿服务", "清理河道", "", "2026-03-09", "待审核"],
  ["石磊", "北固代表团", "2026-04-01", "学习培训", "党章专题培训", "区委党校", "", "已通过"],
];
const BROKEN = [["无此人", "云帆代表团", "2026-03-01", "联系党员群众", "走访"], ["魏青", "云帆代表团", "2026-13-01", "开会", "走访"], ["魏青", "云帆代表团", "2024-03-01", "志愿服务", "届前的一笔"]];

async function book(rows: string[][]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("履职记录").addRows([HEADER, ...rows]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const counted = async (actor: AccountActor, id: string) => countsOf((await getDutyCheck(actor, id))!.rows);
const confirm = async (actor: AccountActor, id: string, more: { doubles?: "leave" | "write"; reason?: string } = {}) => commit(actor, { id, expected: (await getDutyCheck(actor, id))!.mark, doubles: more.doubles ?? "leave", reason: more.reason ?? null });
const by = async (committeeId: string, column: string) => Object.fromEntries((await ownerQuery<{ key: string; n: number }>(`SELECT ${column} AS key, count(*)::int AS n FROM "Duty" WHERE "committeeId" = $1 GROUP BY 1`, [committeeId])).map(({ key, n }) => [key, n]));

describe("the two thousand rows of the district", () => {
  const expected = (JSON.parse(readFileSync("tests/fixtures/expected_A.json", "utf8")) as Record<string, { total: number; delegatesWithNoRecord: number; byType: Record<string, number>; byYear: Record<string, number>; lateOver30Days: number; sameDelegateDateActivity: number }>)["duty_logs.xlsx"]!;
  let office: AccountActor;
  let first: string;

  beforeAll(async () => {
    const town = await newCommittee();
    office = actingAs(await plantAccount(town.id, "OFFICE"), "OFFICE", town.id);
    await establish(town.system, { parentId: null, name: "中共青澜区委员会", kind: "PARTY_COMMITTEE", isElecting: true, isHandling: false, activeFrom: "2001-03-01", basis: null });
    const termId = await openTerm(town.system, { level: "DISTRICT", ordinal: 6, name: "青澜区第六次党代会", congressFrom: null, congressTo: null, startsOn: "2021-11-01", endsOn: "2026-11-30", ageReferenceOn: null });
    await makeCurrent(town.system, termId, null);
    const roster = await rosterImports.upload(office, termId, "花名册.xlsx", readFileSync("tests/fixtures/roster_district.xlsx"));
    await runImport(roster);
    await rosterImports.commit(office, roster, { mode: "ADD_ONLY", reviewBasis: "资格审查报告" });
    await runImport(roster);
    first = await upload(office, "履职记录.xlsx", LOGS);
  }, 60_000);

  it("are told in full before anything is written", async () => {
    expect(await by(office.committeeId, "state")).toEqual({});
    expect(await counted(office, first)).toEqual({ rows: expected.total, ADD: expected.total - expected.sameDelegateDateActivity, DOUBLE: expected.sameDelegateDateActivity, SAME: 0, ERROR: 0, late: expected.lateOver30Days, delegates: 420 - expected.delegatesWithNoRecord });
  });

  it("are written in the kinds, years and states of the sheet, and the doubtful ones with a reason", async () => {
    await confirm(office, first, { doubles: "write", reason: "两次走访各有记录" });
    expect(await getDutyImport(office, first)).toMatchObject({ state: "DONE", added: expected.total, same: 0, left: 0 });
    expect(await by(office.committeeId, "to_char(\"heldOn\", 'YYYY')")).toEqual(expected.byYear);
    expect(await by(office.committeeId, "state")).toEqual({ APPROVED: 1725, SUBMITTED: 152, REJECTED: 123 });
    expect(await by(office.committeeId, "kind")).toEqual({ VOLUNTEER: expected.byType["志愿服务"], RESEARCH: expected.byType["调研视察"], MEETING: expected.byType["列席重要会议"], INQUIRY: expected.byType["质询答复"], HARDSHIP_VISIT: expected.byType["慰问帮扶"], CONTACT: expected.byType["联系党员群众"], EVALUATION: expected.byType["参加民主评议"], TRAINING: expected.byType["培训学习"], PROPOSAL: expected.byType["提出提案提议"], ANNUAL_REPORT: expected.byType["述职评议"] });
    const [without] = await ownerQuery<{ n: number }>(`SELECT count(*)::int AS n FROM "Delegate" d WHERE "committeeId" = $1 AND NOT EXISTS (SELECT FROM "Duty" WHERE "delegateId" = d.id)`, [office.committeeId]);
    expect(without?.n).toBe(expected.delegatesWithNoRecord);
  });

  it("change nothing when the same file comes again, and go all when the import is undone", async () => {
    const before = await rowsOf(office.committeeId, "Duty");
    const again = await upload(office, "履职记录.xlsx", LOGS);
    expect([await counted(office, again), (await findSameDuties(office, await getDutyImport(office, again)))?.id]).toEqual([{ rows: expected.total, ADD: 0, DOUBLE: 0, SAME: expected.total, ERROR: 0, late: expected.lateOver30Days, delegates: 320 }, first]);
    await expect(confirm(office, again)).rejects.toThrow("没有可以写入的行");
    expect(await rowsOf(office.committeeId, "Duty")).toBe(before);
    await undo(office, first);
    expect(await by(office.committeeId, "state")).toEqual({});
  });
});

describe("an import of duties", () => {
  let house: House;
  let office: AccountActor;
  beforeEach(async () => {
    house = await newHouse();
    office = actingAs(await plantAccount(house.id, "OFFICE"), "OFFICE", house.id);
    await enter(house, [{ values: filled({ name: "魏青", delegationId: house.delegations.cloud }), unitId: house.units.yunfan }, { values: filled({ name: "石磊", delegationId: house.delegations.north }), unitId: house.units.beigu }]);
  });

  const take = async (rows: string[][]) => upload(office, "履职记录.xlsx", await book(rows));
  const titles = async () => (await ownerQuery<{ title: string }>(`SELECT title FROM "Duty" WHERE "committeeId" = $1 ORDER BY "heldOn", title`, [house.id])).map((r) => r.title);

  /** The act must be refused with this error and leave the ledger and the imports exactly as they were. */
  async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<string> {
    const before = await rowsOf(house.id, ...TABLES);
    const thrown = await act().then(() => null, (e: unknown) => e);
    expect(thrown).toBeInstanceOf(error);
    expect(await rowsOf(house.id, ...TABLES)).toBe(before);
    return (thrown as Refusal).message;
  }

  it("writes who, where and when as the sheet says them, with the unit of the delegate", async () => {
    await confirm(office, await take(GOOD));
    const rows = await ownerQuery(`SELECT title, state, origin, "unitId", place, "authorId", to_char("submittedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS since FROM "Duty" WHERE "committeeId" = $1 ORDER BY "heldOn"`, [house.id]);
    expect(rows).toEqual([
      { title: "走访望湖社区", state: "APPROVED", origin: "IMPORT", unitId: house.units.yunfan, place: "望湖社区", authorId: null, since: "2026-03-02" },
      { title: "清理河道", state: "SUBMITTED", origin: "IMPORT", unitId: house.units.yunfan, place: null, authorId: null, since: "2026-03-09" },
      { title: "党章专题培训", state: "APPROVED", origin: "IMPORT", unitId: house.units.beigu, place: "区委党校", authorId: null, since: "2026-04-01" },
    ]);
  });

  it("writes the good rows beside the broken ones, gives the workbook back in red, and takes the mended rest", async () => {
    const id = await take([...GOOD, ...BROKEN]);
    expect(await counted(office, id)).toMatchObject({ ADD: 3, ERROR: 3 });
    const [{ bytes, fileName }, check] = [await getDutyFile(office, id), (await getDutyCheck(office, id))!];
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await markDuties(bytes, fileName, check.sheet, check.rows)).slice().buffer);
    const note = (at: string) => String(workbook.getWorksheet("履职记录")?.getCell(at).note ?? "");
    expect([note("A5"), note("C6"), note("D6"), note("C7"), note("A2")].map((n) => n.slice(0, 9))).toEqual(["错误：本届花名册里", "错误：“2026-", "错误：没有“开会”", "错误：履职日期不在", ""]);
    await confirm(office, id);
    expect(await getDutyImport(office, id)).toMatchObject({ added: 3, left: 3 });
    const mended = await take([...GOOD, ["魏青", "云帆代表团", addDays(today(), 1), "志愿服务", "还没有发生"], ["石磊", "", "2026-05-01", "宣讲", "宣讲党章"]]);
    expect(await counted(office, mended)).toMatchObject({ SAME: 3, ADD: 1, ERROR: 1 });
    await confirm(office, mended);
    expect(await titles()).toEqual(["走访望湖社区", "清理河道", "党章专题培训", "宣讲党章"]);
  });

  it("leaves what looks like another row until a reason is given", async () => {
    const id = await take([GOOD[0]!, GOOD[0]!]);
    const { mark } = (await getDutyCheck(office, id))!;
    expect(await refused(() => commit(office, { id, expected: mark, doubles: "write", reason: "短" }))).toContain("没有写入");
    await confirm(office, id);
    expect(await getDutyImport(office, id)).toMatchObject({ added: 1, left: 1 });
    const rest = await take([GOOD[0]!, GOOD[0]!]);
    expect(await counted(office, rest)).toMatchObject({ SAME: 1, DOUBLE: 1 });
    await refused(() => confirm(office, rest));
    await confirm(office, rest, { doubles: "write", reason: "上午下午各一次" });
    expect(await titles()).toEqual(["走访望湖社区", "走访望湖社区"]);
  });

  it("is refused when the ledger moved since the preview, and written once however many confirm it", async () => {
    const [one, other] = [await take(GOOD), await take(GOOD.slice(0, 1))];
    const before = (await getDutyCheck(office, one))!.mark;
    await confirm(office, other);
    expect(await refused(() => commit(office, { id: one, expected: before, doubles: "leave", reason: null }))).toContain("有变动");
    const head = actorOf("OFFICE_HEAD", house.id);
    const both = await Promise.allSettled([office, head].map((actor) => confirm(actor, one)));
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await titles()).toHaveLength(3);
  });

  it("writes a row once when two imports of the same sheet are confirmed at the same moment", async () => {
    const ids = [await take(GOOD), await take(GOOD)];
    const marks = await Promise.all(ids.map(async (id) => (await getDutyCheck(office, id))!.mark));
    const both = await Promise.allSettled(ids.map((id, i) => commit(office, { id, expected: marks[i]!, doubles: "leave", reason: null })));
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await titles()).toHaveLength(3);
  });

  it("can be undone within a day, but not when one of its rows was dealt with", async () => {
    const [id, kept] = [await take(GOOD.slice(0, 2)), await take(GOOD.slice(2))];
    await confirm(office, id);
    await confirm(office, kept);
    await ownerQuery(`UPDATE "Duty" SET "openedAt" = now() WHERE title = '清理河道' AND "committeeId" = $1`, [house.id]);
    expect(await refused(() => undo(office, id))).toContain("其中 1 笔");
    setClock(() => new Date(Date.now() + 25 * 3_600_000));
    expect(await refused(() => undo(office, kept))).toContain("超过 24 小时");
    setClock(null);
    await undo(office, kept);
    expect(await titles()).toEqual(["走访望湖社区", "清理河道"]);
    expect(await refused(() => undo(office, kept))).toContain("已撤销");
  });

  it("can be given up, and is forgotten after seven days", async () => {
    const [id, done] = [await take(GOOD), await take(GOOD)];
    await cancel(office, id);
    expect(await getDutyCheck(office, id)).toBeNull();
    expect(await refused(() => commit(office, { id, expected: "0".repeat(64), doubles: "leave", reason: null }))).toContain("已放弃");
    await confirm(office, done);
    setClock(() => new Date(Date.now() + 8 * 24 * 3_600_000));
    await sweepDutyImports();
    setClock(null);
    await expect(getDutyFile(office, done)).rejects.toThrow(NotFound);
    expect((await listDutyImports(office, 1)).rows.map((r) => [r.state, r.by])).toEqual([["DONE", expect.any(String)], ["CANCELLED", expect.any(String)]]);
  });

  it("reads nothing else, and not too much", async () => {
    const text = (t: string) => upload(office, "a.csv", Buffer.from(t));
    expect(await refused(() => text("姓名,出生年月\n张三,1980.05\n"))).toContain("没有找到含“代表姓名”");
    expect(await refused(() => text("代表姓名,履职日期,活动类型,活动名称\n"))).toContain("表头下没有履职记录");
    expect(await refused(() => upload(office, "a.xlsx", Buffer.from("PK")))).toMatch(/不完整|无法识别/);
    expect(await refused(() => upload(office, "a.xlsx", Buffer.from("")))).toContain("没有选择文件");
    expect(await refused(() => text(`代表姓名,履职日期,活动类型,活动名称\n${"魏青,2026-03-01,宣讲,甲\n".repeat(10_001)}`))).toContain("10000 行");
    const bare = await newCommittee();
    await expect(upload(actingAs(await plantAccount(bare.id, "OFFICE"), "OFFICE", bare.id), "a.csv", Buffer.from("代表姓名,履职日期,活动类型,活动名称\n魏青,2026-03-01,宣讲,甲\n"))).rejects.toThrow("还没有现任届次");
  });

  it("is for the office of the committee alone, who learns of no import of another", async () => {
    const id = await take(GOOD);
    const input = { id, expected: (await getDutyCheck(office, id))!.mark, doubles: "leave" as const, reason: null };
    for (const role of ["UNIT_LIAISON", "LEADER", "SUPERVISOR", "DELEGATE", "HANDLING_UNIT", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"] as const) {
      const actor = actorOf(role, house.id, role === "UNIT_LIAISON" ? [house.units.yunfan] : []);
      await refused(() => upload(actor, "a.csv", Buffer.from("代表姓名,履职日期,活动类型,活动名称\n魏青,2026-03-01,宣讲,甲\n")), Forbidden);
      for (const act of [() => commit(actor, input), () => cancel(actor, id), () => undo(actor, id), () => getDutyImport(actor, id), () => getDutyCheck(actor, id), () => getDutyFile(actor, id)]) await refused(act, NotFound);
      expect((await listDutyImports(actor, 1)).total).toBe(0);
    }
    const other = await newHouse();
    await refused(() => commit(other.office, input), NotFound);
  });
});
