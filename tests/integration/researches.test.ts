import sharp from "sharp";
import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { addGuest } from "@/lib/activities/guest-service";
import { planInput, planOf } from "@/lib/activities/schema";
import { close, hold } from "@/lib/attendances/closing-service";
import { getHeldActivity } from "@/lib/attendances/queries";
import { mint, type AccountActor, type Actor } from "@/lib/platform/actor";
import { addDays, setClock, today } from "@/lib/platform/clock";
import { lines, paperBytes } from "@/lib/platform/documents/paper";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { addFinding, addPhoto, editFinding, removeFinding, removePhoto } from "@/lib/researches/finding-service";
import { refusals } from "@/lib/researches/labels";
import { countResearches, listOwnResearches, listResearches, listShortGroups } from "@/lib/researches/list-queries";
import { getFindingPhoto, getResearch, listFindings, listMembers, listRemarks } from "@/lib/researches/queries";
import { adopt, enterRemark, file, importText, remark, sendBack, setPublication, submit, write } from "@/lib/researches/report-service";
import { researchFilters, routeInput, shelves, stopsOf } from "@/lib/researches/schema";
import { arrange, plan, setRoute } from "@/lib/researches/service";
import { listTaskGroups } from "@/lib/tasks/queries";
import { plantActivity, plantMark, plantParticipations } from "../support/activities-held";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const TABLES = ["Research", "ResearchStop", "Finding", "FindingPhoto", "ResearchRemark", "Deadline", "Dispatch"];
const MORNING = new Date("2026-04-16T09:00:00+08:00");
const REPORT = { reportTitle: "关于老旧小区加装电梯的调研报告", reportText: "一、基本情况\n走访了两个社区。\n二、建议\n建议统一标准。" };

let house: House;
let people: string[];
let id: string;
let session: string;
let listed: string[];
let lead: AccountActor;
let mate: AccountActor;
let third: AccountActor;

async function asDelegate(delegateId: string, name: string): Promise<AccountActor> {
  const [row] = await ownerQuery<{ personId: string }>(`SELECT "personId" FROM "Delegate" WHERE id = $1`, [delegateId]);
  return mint<AccountActor>({ ...actorOf("DELEGATE", house.id, [], name), personId: row?.personId ?? "" });
}

beforeEach(async () => {
  setClock(() => new Date("2026-04-16T15:00:00+08:00"));
  house = await newHouse();
  people = await enter(house, ["云上客", "北山翁", "望湖生"].map((name, i) => ({ values: filled({ name, delegationId: i === 1 ? house.delegations.north : house.delegations.cloud }), unitId: i === 1 ? house.units.beigu : house.units.wanghu })));
  const activity = await plantActivity(house, { state: "PUBLISHED", kind: "RESEARCH", entry: "INVITATION", title: "加装电梯专题调研", sessions: [{ startsAt: MORNING }] });
  [id, session = ""] = [activity.id, ...activity.sessions];
  listed = await plantParticipations(house, id, people.slice(0, 2));
  [lead, mate, third] = [await asDelegate(people[0] ?? "", "云上客"), await asDelegate(people[1] ?? "", "北山翁"), await asDelegate(people[2] ?? "", "望湖生")];
  return () => setClock(null);
});

const at = async (actor: Actor = house.office) => ({ id, version: (await getResearch(actor, id)).version });
const route = (...names: string[]) => stopsOf(routeInput.strict().parse({ id, version: 1, ...Object.fromEntries(names.flatMap((name, i) => [[`name${i + 1}`, name], [`kind${i + 1}`, name ? "COMMUNITY" : ""]])) }));
const stopIds = async () => (await getResearch(house.office, id)).stops.map((s) => s.id);
const routed = async (...names: string[]) => setRoute(house.office, await at(), route(...names));
const led = async () => arrange(house.office, await at(), { topic: null, groupId: null, leaderId: listed[0] ?? "" });
const see = async (actor = lead, text = "两个单元已加装，群众满意") => addFinding(actor, id, { stopId: (await stopIds())[0] ?? "", kind: "RESULT", text });
const heldNow = async () => hold(house.office, { id, version: (await getHeldActivity(house.office, id)).version });
const clocks = async () => Object.fromEntries((await ownerQuery<{ act: string; state: string }>(`SELECT act, state::text AS state FROM "Deadline" WHERE "subjectId" = $1 AND act LIKE 'research%' ORDER BY "createdAt"`, [id])).map((r) => [r.act, r.state]));
/** What went out, one kind after the other, in the order of its steps. */
const letters = async () => (await ownerQuery<{ kind: string; variables: { result?: string; note?: string }; audience: { persons: string[] } }>(`SELECT kind, variables, audience FROM "Dispatch" WHERE "committeeId" = $1 AND kind LIKE 'research%' ORDER BY kind DESC, key`, [house.id]));
const tasks = async (actor: AccountActor) => (await listTaskGroups(actor)).map(({ kind }) => kind).filter((kind) => kind.startsWith("research."));

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}

/** Held, led, with one finding and a report handed in by its leader. */
async function handedIn(): Promise<void> {
  await routed("望湖社区", "北固社区");
  await led();
  await see();
  await write(lead, await at(lead), REPORT);
  await heldNow();
  await submit(lead, await at(lead));
}

describe("the outline", () => {
  it("is planned for a group, and its guests make it a joint one", async () => {
    const day = addDays(today(), 20);
    const planned = await plan(house.office, planOf({ ...planInput.parse({ unitId: house.units.root, kind: "RESEARCH", entry: "OBLIGATION", title: "营商环境调研", place: "区政府广场", day1: day, from1: "09:00", to1: "11:00" }) }), house.groups.cloud);
    await addGuest(house.office, planned, { name: "章向阳", kind: "DEPUTY", organization: null });
    await addGuest(house.office, planned, { name: "高远", kind: "EXPERT", organization: null });
    expect(await getResearch(house.office, planned)).toMatchObject({ topic: "营商环境调研", groupName: "第一小组", joint: ["人大代表"], activityState: "DRAFT" });
    const foreign = await newHouse();
    await expect(arrange(house.office, { id: planned, version: 2 }, { topic: null, groupId: foreign.groups.cloud, leaderId: null })).rejects.toMatchObject({ fields: { groupId: [refusals.group] } });
    await expect(getResearch(foreign.office, planned)).rejects.toBeInstanceOf(NotFound);
    await expect(getResearch(lead, planned)).rejects.toBeInstanceOf(NotFound);
  });
  it("keeps the stops that stay, and refuses two of a name, no kind, and taking off one where something was seen", async () => {
    await routed("望湖社区", "北固社区");
    const [first, second] = await stopIds();
    await see();
    const fields = async (rows: ReturnType<typeof route>) => (await refused(async () => setRoute(house.office, await at(), rows))).fields;
    expect(await fields(route("甲", "甲"))).toEqual({ name2: [refusals.stopTwice] });
    expect(await fields([{ row: 1, id: null, name: "甲", kind: null, address: null, note: null }])).toEqual({ kind1: [refusals.stopKind] });
    expect(await fields([{ row: 1, id: first ?? "", name: "", kind: null, address: null, note: null }])).toEqual({ name1: [refusals.stopUsed] });
    await setRoute(house.office, await at(), [{ row: 1, id: second ?? "", name: "北固社区", kind: "COMMUNITY", address: "北固路 1 号", note: null }, { row: 2, id: first ?? "", name: "望湖社区", kind: "COMMUNITY", address: null, note: null }, ...route("", "", "第三中学").slice(2)]);
    expect((await getResearch(house.office, id)).stops.map((s) => [s.id === second, s.name, s.findings])).toEqual([[true, "北固社区", 0], [false, "望湖社区", 1], [false, "第三中学", 0]]);
    await heldNow();
    expect((await refused(async () => setRoute(house.office, await at(), route("甲")))).message).toBe(refusals.routeClosed);
  });
  it("names as leader who comes, tells that person, and is arranged by nobody else", async () => {
    await plantParticipations(house, id, people.slice(2), "DECLINED");
    expect((await listMembers(house.office, id)).map((m) => m.name).sort()).toEqual(["云上客", "北山翁"]);
    await led();
    expect([(await getResearch(house.office, id)).leaderName, (await letters()).map((l) => [l.kind, l.audience.persons])]).toEqual(["云上客", [["research.leader", [lead.personId]]]]);
    await refused(async () => arrange(house.office, await at(), { topic: null, groupId: null, leaderId: newId() }));
    for (const actor of [house.leader, lead, house.liaison]) await refused(async () => arrange(actor, await at(), { topic: "别的", groupId: null, leaderId: null }), Forbidden);
    await refused(async () => arrange(house.office, { id, version: 1 }, { topic: "别的", groupId: null, leaderId: null }), Conflict);
  });
});

describe("findings", () => {
  beforeEach(() => routed("望湖社区", "北固社区"));
  it("are written by who takes part and by the organiser, once it has begun; own ones alone are changed", async () => {
    const own = await see();
    await refused(() => see(), Refusal);
    await see(house.office);
    await refused(() => see(third), NotFound);
    await plantParticipations(house, id, people.slice(2), "INVITED");
    await refused(() => see(third), Forbidden);
    await refused(() => see(house.liaison), Forbidden);
    await refused(() => editFinding(mate, { id: own, version: 1 }, { stopId: "", kind: "ISSUE", text: "改写他人" }), Forbidden);
    await editFinding(lead, { id: own, version: 1 }, { stopId: (await stopIds())[1] ?? "", kind: "ISSUE", text: "消防通道被占" });
    await refused(async () => editFinding(lead, { id: own, version: 1 }, { stopId: (await stopIds())[1] ?? "", kind: "ISSUE", text: "旧页面上的" }), Conflict);
    expect((await listFindings(mate, await getResearch(mate, id))).map((f) => [f.authorName, f.kind, f.mends])).toEqual([["云上客", "ISSUE", false], ["沈文清", "RESULT", false]]);
    await removeFinding(lead, { id: own, version: 2 });
    expect((await getResearch(lead, id)).findings).toBe(1);
    setClock(() => new Date("2026-04-16T08:00:00+08:00"));
    expect((await refused(() => see(lead, "还没有开始就写"))).message).toBe(refusals.notBegun);
  });
  it("are nobody's who was absent, and closed once the report was handed in", async () => {
    await plantMark(house, { activityId: id, sessionId: session, participationId: listed[1] ?? "", delegateId: people[1] ?? "" }, "ABSENT");
    await refused(() => see(mate), Forbidden);
    const own = await see();
    await led();
    await write(lead, await at(lead), REPORT);
    await heldNow();
    await submit(lead, await at(lead));
    expect((await refused(() => see(lead, "提交以后再写"))).message).toBe(refusals.closed("待审阅"));
    await refused(() => removeFinding(lead, { id: own, version: 1 }));
    await refused(async () => write(lead, await at(lead), REPORT));
  });
  it("keep photographs without the place, for the team and the organiser only", async () => {
    const own = await see();
    const picture = async (colour: string) => new Uint8Array(await sharp({ create: { width: 400, height: 300, channels: 3, background: colour } }).jpeg().withExif({ IFD0: { Copyright: "SECRET-PLACE" } }).toBuffer());
    await addPhoto(lead, own, await picture("red"));
    await expect(addPhoto(lead, own, await picture("red"))).rejects.toThrow(refusals.photoTwice);
    await expect(addPhoto(mate, own, await picture("blue"))).rejects.toBeInstanceOf(Forbidden);
    const [finding] = await listFindings(mate, await getResearch(mate, id));
    const photo = finding?.photos[0]?.id ?? "";
    for (const actor of [mate, house.office]) expect((await getFindingPhoto(actor, id, photo, "photo")).includes("SECRET-PLACE")).toBe(false);
    for (const actor of [third, house.liaison, house.leader]) await expect(getFindingPhoto(actor, id, photo, "photo")).rejects.toBeInstanceOf(NotFound);
    await removePhoto(lead, own, photo);
    expect((await listFindings(lead, await getResearch(lead, id)))[0]?.photos).toEqual([]);
  });
});

describe("the report", () => {
  it("is due from the day it was held, handed in once, reviewed by another, and mended when it comes back", async () => {
    await routed("望湖社区");
    await led();
    await refused(async () => write(mate, await at(mate), REPORT), Forbidden);
    await write(lead, await at(lead), REPORT);
    expect((await refused(async () => submit(lead, await at(lead)))).message).toBe(refusals.notHeld);
    await heldNow();
    expect([await clocks(), await tasks(house.office), await tasks(lead), await tasks(mate)]).toEqual([{ "research.report": "RUNNING" }, ["research.report"], ["research.report"], []]);
    expect((await refused(async () => submit(lead, await at(lead)))).message).toBe(refusals.noFinding);
    await see();
    const now = await at(lead);
    const both = await Promise.allSettled([submit(lead, now), submit(house.office, now)]);
    expect(both.map((b) => b.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((both.find((b) => b.status === "rejected") as PromiseRejectedResult).reason).toMatchObject({ message: refusals.submitted });
    await ownerQuery(`UPDATE "Research" SET "submitterId" = $2 WHERE "activityId" = $1`, [id, house.office.accountId]);
    await refused(async () => sendBack(house.office, await at(), "自己的不审阅"), Forbidden);
    expect(await tasks(house.office)).toEqual([]);
    await ownerQuery(`UPDATE "Research" SET "submitterId" = $2 WHERE "activityId" = $1`, [id, lead.accountId]);
    expect([await clocks(), await tasks(house.office)]).toEqual([{ "research.report": "MET", "research.review": "RUNNING" }, ["research.review"]]);
    await sendBack(house.office, await at(), "请补充数据");
    expect(await getResearch(lead, id)).toMatchObject({ state: "RETURNED", reviewReason: "请补充数据", can: { write: true, submit: true, find: true } });
    expect((await letters()).at(-1)).toMatchObject({ variables: { result: "退回修改", note: "理由：请补充数据。" } });
    expect([await clocks(), await tasks(lead)]).toEqual([{ "research.report": "RUNNING", "research.review": "MET" }, ["research.report"]]);
    await submit(lead, await at(lead));
    await adopt(house.office, await at(), { adoptedBy: "区政府", adoptionPaper: "青政办〔2026〕12号" });
    expect([await clocks(), (await letters()).at(-1)?.audience.persons.sort()]).toEqual([{ "research.report": "MET", "research.review": "MET" }, [lead.personId, mate.personId].sort()]);
    const adopted = await at();
    for (const act of [() => adopt(house.head, adopted, { adoptedBy: "又一次", adoptionPaper: "又一次号" }), () => file(house.head, adopted, "又一次归档"), () => sendBack(house.head, adopted, "又一次退回")]) expect((await refused(act)).message).toBe(refusals.notOpen("已采纳"));
  });
  it("keeps what two wrote at once apart, and a draft from the eyes of leaders and liaisons", async () => {
    await led();
    await write(house.office, await at(), REPORT);
    const conflict = await refused(async () => write(lead, { id, version: 1 }, { ...REPORT, reportText: "旧页面上写下的另一份" }), Conflict);
    expect(Object.keys((conflict as Conflict).conflict)).toEqual(["reportText"]);
    for (const actor of [house.leader, house.liaison]) expect(await getResearch(actor, id).catch(() => null)).toMatchObject({ reportText: null, inside: false });
    expect((await getResearch(mate, id)).reportText).toBe(REPORT.reportText);
  });
  it("takes the words of a Word file in, replacing a text only when told to", async () => {
    await led();
    const bytes = await paperBytes({ title: "报告", office: "组织部", margins: [20, 20, 20, 20], children: lines("关于加装电梯的调研报告\n一、基本情况\n走访了两个社区。") });
    await importText(lead, id, { name: "报告.docx", bytes }, false);
    expect(await getResearch(lead, id)).toMatchObject({ reportTitle: "关于加装电梯的调研报告", reportText: "一、基本情况\n走访了两个社区。" });
    expect((await refused(() => importText(lead, id, { name: "报告.docx", bytes }, false))).message).toBe(refusals.hasText);
    await importText(lead, id, { name: "报告.docx", bytes }, true);
    expect((await refused(() => importText(lead, id, { name: "报告.docx", bytes: new Uint8Array(Buffer.from("文字")) }, true))).message).toBe(refusals.wrongKind);
    await refused(() => importText(mate, id, { name: "报告.docx", bytes }, true), Forbidden);
  });
});

describe("remarks and publication", () => {
  it("leave a remark as it was written, by a leader under the own name or from paper with its day", async () => {
    await refused(() => remark(house.leader, id, "还没有报告"));
    await handedIn();
    await remark(house.leader, id, "请住建局研究落实");
    expect((await refused(() => remark(house.leader, id, "请住建局研究落实"))).message).toBe(refusals.remarkTwice);
    await refused(() => enterRemark(house.office, id, { byName: "周明", writtenOn: "2026-04-17", remark: "明天的批示" }));
    await refused(() => enterRemark(house.office, id, { byName: "周明", writtenOn: "2026-04-01", remark: "提交以前的" }));
    await enterRemark(house.office, id, { byName: "周明", writtenOn: "2026-04-16", remark: "同意" });
    for (const actor of [lead, house.office]) await refused(() => remark(actor, id, "不是领导"), Forbidden);
    await refused(() => enterRemark(lead, id, { byName: "周明", writtenOn: "2026-04-16", remark: "不是经办" }), Forbidden);
    expect((await listRemarks(mate, await getResearch(mate, id))).map((r) => [r.byName, r.writtenOn, r.text, r.enteredBy])).toEqual([["梁启明", "2026-04-16", "请住建局研究落实", null], ["周明", "2026-04-16", "同意", "沈文清"]]);
  });
  it("opens an adopted report to every delegate of the committee, its remarks only where allowed", async () => {
    await handedIn();
    await remark(house.leader, id, "请住建局研究落实");
    await refused(async () => setPublication(house.office, await at(), { published: true, remarks: true }));
    await adopt(house.office, await at(), { adoptedBy: "区政府", adoptionPaper: "青政办〔2026〕12号" });
    await expect(getResearch(third, id)).rejects.toBeInstanceOf(NotFound);
    await refused(async () => setPublication(lead, await at(), { published: true, remarks: true }), Forbidden);
    await setPublication(house.office, await at(), { published: true, remarks: false });
    const read = await getResearch(third, id);
    expect([read.reportText, read.inside, await listFindings(third, read), await listRemarks(third, read)]).toEqual([REPORT.reportText, false, [], []]);
    expect((await listOwnResearches(third, { show: "open", page: 1 }))).toMatchObject({ total: 1, counts: { own: 0, open: 1 }, rows: [{ id, adoptedBy: "区政府" }] });
    await setPublication(house.office, await at(), { published: true, remarks: true });
    expect((await listRemarks(third, await getResearch(third, id))).length).toBe(1);
    await expect(getResearch(await newHouse().then((h) => actorOf("DELEGATE", h.id)), id)).rejects.toBeInstanceOf(NotFound);
    await setPublication(house.office, await at(), { published: false, remarks: true });
    await expect(getResearch(third, id)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("lists and gaps", () => {
  it("count on every shelf what they list, for everyone the own share", async () => {
    await handedIn();
    await plantActivity(house, { state: "HELD", kind: "RESEARCH", title: "第二次", unitId: house.units.beigu, sessions: [{ startsAt: MORNING }] });
    await plantActivity(house, { state: "DRAFT", kind: "RESEARCH", title: "第三次", sessions: [{ startsAt: new Date("2027-03-01T09:00:00+08:00") }] });
    await plantActivity(house, { state: "HELD", kind: "TRAINING", sessions: [{ startsAt: MORNING }] });
    const figures = async (actor: Actor, more: object = {}) => Object.fromEntries(await Promise.all(shelves.map(async (show) => {
      const filters = researchFilters.parse({ show, ...more });
      const { rows, total } = await listResearches(actor, filters);
      expect([rows.length, await countResearches(actor, filters)]).toEqual([total, total]);
      return [show, total] as const;
    })));
    expect(await figures(house.office)).toEqual({ all: 3, coming: 1, writing: 1, submitted: 1, adopted: 0, filed: 0 });
    expect(await figures(house.office, { year: "2026" })).toMatchObject({ all: 2, coming: 0 });
    expect(await figures(house.liaison)).toMatchObject({ all: 1, submitted: 1 });
    expect(await figures(house.leader)).toMatchObject({ all: 2 });
    expect(await figures(actorOf("SUPERVISOR", house.id))).toMatchObject({ all: 0 });
  });
  it("show the groups that held fewer than the rule asks in a year", async () => {
    await arrange(house.office, await at(), { topic: null, groupId: house.groups.cloud, leaderId: null });
    expect((await listShortGroups(house.office, "2026")).rows.map((r) => r.held)).toEqual([0, 0]);
    await heldNow();
    expect(await listShortGroups(house.office, "2026")).toMatchObject({ least: 2, groups: 2, rows: [{ id: house.groups.cloud, held: 1 }, { id: house.groups.north, held: 0 }] });
    const again = await plantActivity(house, { state: "ARCHIVED", kind: "RESEARCH", sessions: [{ startsAt: MORNING }] });
    await arrange(house.office, { id: again.id, version: 1 }, { topic: null, groupId: house.groups.cloud, leaderId: null });
    expect((await listShortGroups(house.office, "2026")).rows.map((r) => r.id)).toEqual([house.groups.north]);
    expect((await listShortGroups(house.office, "2027")).rows.length).toBe(2);
  });
  it("writes who came into the ledger when the list is confirmed", async () => {
    await plantMark(house, { activityId: id, sessionId: session, participationId: listed[0] ?? "", delegateId: people[0] ?? "" }, "PRESENT");
    await heldNow();
    await close(house.office, { id, version: (await getHeldActivity(house.office, id)).version, open: 1 });
    expect(await ownerQuery(`SELECT kind::text AS kind, "delegateId" FROM "Duty" WHERE "activityId" = $1`, [id])).toEqual([{ kind: "RESEARCH", delegateId: people[0] }]);
  });
});
