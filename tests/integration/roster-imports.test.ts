import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { delegateFilters } from "@/lib/delegates/filters";
import { countDelegates, getDelegate, getRosterFrame } from "@/lib/delegates/queries";
import { listHistory } from "@/lib/histories/queries";
import { historyFilters } from "@/lib/histories/schema";
import { changeStatus } from "@/lib/delegates/service";
import { markErrors } from "@/lib/delegates/roster/error-workbook";
import type { AccountActor } from "@/lib/platform/actor";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { runImport } from "@/lib/roster-imports/job-service";
import { getChecked, getImport, listEntries, listImportsOf, listRemarked } from "@/lib/roster-imports/queries";
import * as imports from "@/lib/roster-imports/service";
import { undo } from "@/lib/roster-imports/undo-service";
import { makeCurrent, openTerm } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import { actorOf, newCommittee, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";

const expected = JSON.parse(readFileSync("tests/fixtures/expected_A.json", "utf8")) as Record<string, Record<string, number> & { byCategory: Record<string, number> }>;
const file = (name: string) => readFileSync(`tests/fixtures/${name}`);
const ROSTER = ["Person", "Delegate", "DelegateStatusEvent", "Delegation", "RosterImportEntry"];

let committee: Awaited<ReturnType<typeof newCommittee>>;
let office: AccountActor;
let termId: string;

const term = (ordinal: number) => openTerm(committee.system, { level: "DISTRICT", ordinal, name: `第${ordinal}次`, congressFrom: null, congressTo: null, startsOn: `20${ordinal}-01-01`, endsOn: `20${ordinal + 1}-01-01`, ageReferenceOn: "2025-12-31" });

beforeEach(async () => {
  committee = await newCommittee();
  await establish(committee.system, { parentId: null, name: "中共青澜区委员会", kind: "PARTY_COMMITTEE", isElecting: false, isHandling: false, activeFrom: "2001-03-01", basis: null });
  termId = await term(20);
  await makeCurrent(committee.system, termId, null);
  office = actorOf("OFFICE", committee.id);
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId") VALUES ($1, $2, '沈文清', 'x', $3)`, [office.accountId, `office-${office.accountId}`, committee.id]);
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId") VALUES ($1, $2, 'OFFICE', $3)`, [newId(), office.accountId, committee.id]);
});

/** Uploads and checks, as the page and the worker do. */
async function check(bytes: Uint8Array, name: string, into = termId) {
  const id = await imports.upload(office, into, name, bytes);
  await runImport(id);
  return getImport(office, id);
}

async function bring(bytes: Uint8Array, name: string, into = termId, mode: "ADD_ONLY" | "ADD_AND_UPDATE" = "ADD_ONLY") {
  const { id } = await check(bytes, name, into);
  await imports.commit(office, id, { mode, reviewBasis: "资格审查报告" });
  await runImport(id);
  return getImport(office, id);
}

const count = async (filters: Record<string, string>, into = termId) => {
  const frame = await getRosterFrame(office, { term: into });
  if (!frame) throw new Error("no term");
  return countDelegates(office, delegateFilters.parse(filters), frame);
};

/** The small roster with some cells changed: address -> text. */
async function smallWith(cells: Record<string, string>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(file("roster_small.xlsx")).buffer);
  for (const [address, text] of Object.entries(cells)) book.worksheets[0]!.getCell(address).value = text;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("into an empty term", () => {
  it.each(["roster_small.xlsx", "roster_district.xlsx", "roster_gb18030.csv"])("%s gives every expected count in the list", async (name) => {
    const done = await bring(file(name), name);
    const want = expected[name]!;
    expect(done).toMatchObject({ state: "DONE", added: want.total, updated: 0 });
    expect(await count({})).toBe(want.total);
    expect(await count({ sex: "2" })).toBe(want.female);
    expect(await count({ ethnicity: "minority" })).toBe(want.minority);
    expect(await count({ ageTo: "45" })).toBe(want.age45AndUnder);
    expect(await count({ ageTo: "50" })).toBe(want.age50AndUnder);
    expect(await count({ ageTo: "35" })).toBe(want.age35AndUnder);
    expect(await count({ education: "COLLEGE_UP" })).toBe(want.juniorCollegeAndAbove);
    expect(await count({ category: "LEADING_CADRE" })).toBe(want.byCategory["各级领导干部"]);
    expect(await count({ category: "PROFESSIONAL" })).toBe(want.byCategory["专业技术人员"]);
  });
});

describe("whoever was taken in by a file", () => {
  it("is told with it to the office alone, until the file is taken back", async () => {
    const first = await bring(file("roster_small.xlsx"), "第一次.xlsx");
    const second = await bring(await smallWith({ K2: "区总工会主席" }), "更正.xlsx", termId, "ADD_AND_UPDATE");
    const [touched] = await listEntries(office, second.id, 1);
    const known = [{ id: first.id, fileName: "第一次.xlsx", added: true }, { id: second.id, fileName: "更正.xlsx", added: false }];
    expect(await listImportsOf(office, touched!.delegateId)).toEqual(known);
    for (const role of ["LEADER", "UNIT_LIAISON", "DELEGATE"] as const) expect(await listImportsOf(actorOf(role, office.committeeId), touched!.delegateId)).toEqual([]);
    expect(await listImportsOf(actorOf("OFFICE", (await newCommittee()).id), touched!.delegateId)).toEqual([]);
    const { rows } = await listHistory(office, await getDelegate(office, touched!.delegateId), historyFilters.parse({}));
    expect(rows.map(({ act, requestId }) => [act, requestId])).toEqual([["导入花名册", second.id], ["导入花名册", first.id]]);
    await undo(office, second.id);
    expect(await listImportsOf(office, touched!.delegateId)).toEqual(known.slice(0, 1));
  });
});

describe("a remark that tells of a change of the mandate", () => {
  it("changes no status, and is listed until somebody has dealt with it", async () => {
    const done = await bring(file("roster_district.xlsx"), "roster_district.xlsx");
    const told = await listRemarked(office, done);
    expect(told).toHaveLength(expected["roster_district.xlsx"]!.suspended!);
    expect(await count({ status: "ACTIVE" })).toBe(420);
    await changeStatus(office, told[0]!.id, 1, "TRANSFER_OUT", { effectiveOn: "2023-11-01", basis: told[0]!.remark });
    expect(await listRemarked(office, done)).toEqual([]);
    expect([await count({}), await count({ status: "CEASED" })]).toEqual([419, 1]);
  });
});

describe("errors", () => {
  it("are all told at once, written never, marked in the workbook, and mended by the next upload", async () => {
    const broken = await smallWith({ D2: "1968.13", G3: "大普", C4: "维族", Q5: "990101198407023150", P6: "123", E7: "1930.01" });
    const checked = await check(broken, "small.xlsx");
    expect(checked.counts).toMatchObject({ rows: 60, error: 6, ready: 54 });
    const marked = new ExcelJS.Workbook();
    await marked.xlsx.load(new Uint8Array(await markErrors(broken, "small.xlsx", (await getChecked(office, checked.id))!)).buffer);
    const notes = ["D2", "G3", "C4", "Q5", "P6", "E7"].map((a) => JSON.stringify(marked.worksheets[0]!.getCell(a).note ?? ""));
    expect(notes.every((n) => n.includes("错误"))).toBe(true);
    await imports.commit(office, checked.id, { mode: "ADD_ONLY", reviewBasis: null });
    await runImport(checked.id);
    expect(await count({})).toBe(54);
    expect(await bring(file("roster_small.xlsx"), "small.xlsx")).toMatchObject({ state: "DONE", added: 6 });
    expect(await count({})).toBe(60);
  });

  it("of a file that cannot be read end in one sentence", async () => {
    const refused = await check(Buffer.from("<html>not a sheet</html>"), "花名册.xlsx");
    expect(refused.state).toBe("REFUSED");
    expect(refused.reason).toMatch(/。$/);
  });
});

describe("the same people again", () => {
  it("changes nothing when the file is the same", async () => {
    await bring(file("roster_small.xlsx"), "a.xlsx");
    const before = await rowsOf(committee.id, ...ROSTER);
    const again = await check(file("roster_small.xlsx"), "a.xlsx");
    expect(again.counts).toMatchObject({ same: 60, add: 0, update: 0 });
    await expect(imports.commit(office, again.id, { mode: "ADD_AND_UPDATE", reviewBasis: null })).rejects.toThrow(Refusal);
    expect(await rowsOf(committee.id, ...ROSTER)).toBe(before);
  });

  it("shows old and new of an update, writes it, and undo puts the old back", async () => {
    await bring(file("roster_small.xlsx"), "a.xlsx");
    const columns = `SELECT p.name, p."mobileIndex", d.position, d."searchKeys" FROM "Delegate" d JOIN "Person" p ON p.id = d."personId" WHERE d."committeeId" = $1 ORDER BY d.id`;
    const before = await ownerQuery(columns, [committee.id]);
    const changed = await bring(await smallWith({ K2: "区总工会主席", P2: "10099998888" }), "b.xlsx", termId, "ADD_AND_UPDATE");
    expect(changed).toMatchObject({ state: "DONE", added: 0, updated: 1 });
    expect(await ownerQuery(columns, [committee.id])).not.toEqual(before);
    await undo(office, changed.id);
    expect(await ownerQuery(columns, [committee.id])).toEqual(before);
  });

  it("in another term keeps one person, and undo puts the person's old facts back", async () => {
    await bring(file("roster_small.xlsx"), "a.xlsx");
    const facts = `SELECT name, "mobileIndex", "nativePlace" FROM "Person" WHERE "committeeId" = $1 ORDER BY id`;
    const before = await ownerQuery(facts, [committee.id]);
    const next = await term(21);
    const done = await bring(await smallWith({ P2: "10099998888" }), "b.xlsx", next);
    expect(done).toMatchObject({ state: "DONE", added: 60 });
    expect(await ownerQuery(facts, [committee.id])).toHaveLength(60);
    await undo(office, done.id);
    expect(await count({}, next)).toBe(0);
    expect(await ownerQuery(facts, [committee.id])).toEqual(before);
  });
});

describe("undo and cancel", () => {
  it("undo leaves no row, and is refused once a record was touched or a day has passed", async () => {
    const done = await bring(file("roster_small.xlsx"), "a.xlsx");
    await ownerQuery(`UPDATE "RosterImport" SET "committedAt" = now() - interval '25 hours' WHERE id = $1`, [done.id]);
    await expect(undo(office, done.id)).rejects.toThrow("24 小时");
    await ownerQuery(`UPDATE "RosterImport" SET "committedAt" = now() WHERE id = $1`, [done.id]);
    await ownerQuery(`UPDATE "Delegate" SET version = 2 WHERE id = (SELECT "delegateId" FROM "RosterImportEntry" WHERE "importId" = $1 LIMIT 1)`, [done.id]);
    await expect(undo(office, done.id)).rejects.toThrow("已有 1 人");
    await ownerQuery(`UPDATE "Delegate" SET version = 1 WHERE "committeeId" = $1`, [committee.id]);
    await ownerQuery(`INSERT INTO "CorrectionRequest" (id, "committeeId", "delegateId", reason) SELECT id, "committeeId", "delegateId", '职务调整' FROM (SELECT e.id, d."committeeId", d.id AS "delegateId" FROM "RosterImportEntry" e JOIN "Delegate" d ON d.id = e."delegateId" WHERE e."importId" = $1 LIMIT 1) one`, [done.id]);
    await expect(undo(office, done.id)).rejects.toThrow("更正申请");
    await ownerQuery(`DELETE FROM "CorrectionRequest" WHERE "committeeId" = $1`, [committee.id]);
    await undo(office, done.id);
    const [left] = await ownerQuery<{ n: string }>(`SELECT (SELECT count(*) FROM "Person" WHERE "committeeId" = $1) + (SELECT count(*) FROM "Delegate" WHERE "committeeId" = $1) + (SELECT count(*) FROM "Delegation" WHERE "committeeId" = $1) AS n`, [committee.id]);
    expect(Number(left?.n)).toBe(0);
  });

  it("a cancel that comes before the end rolls the whole writing back", async () => {
    const { id } = await check(file("roster_district.xlsx"), "d.xlsx");
    await imports.commit(office, id, { mode: "ADD_ONLY", reviewBasis: null });
    const writing = runImport(id);
    await expect.poll(async () => (await getImport(office, id)).progress, { interval: 5, timeout: 20_000 }).toBeGreaterThan(0);
    await imports.cancel(office, id);
    await writing;
    expect((await getImport(office, id)).state).toBe("CANCELLED");
    expect(await count({})).toBe(0);
  });

  it("the writing done twice at once happens once", async () => {
    const { id } = await check(file("roster_small.xlsx"), "a.xlsx");
    await imports.commit(office, id, { mode: "ADD_ONLY", reviewBasis: null });
    await Promise.allSettled([runImport(id), runImport(id)]);
    await runImport(id);
    expect(await count({})).toBe(60);
    expect((await getImport(office, id)).state).toBe("DONE");
  });
});

it("a job delivered again leaves a finished batch as it is, also when its starter has left", async () => {
  const done = await bring(file("roster_small.xlsx"), "a.xlsx");
  await ownerQuery(`DELETE FROM "Grant" WHERE "accountId" = $1`, [office.accountId]);
  await runImport(done.id);
  expect(await getImport(office, done.id)).toMatchObject({ state: "DONE", version: done.version });
});

describe("others", () => {
  it.each(["UNIT_LIAISON", "DELEGATE", "LEADER", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"] as const)("%s cannot upload, and finds no batch", async (role) => {
    const { id } = await check(file("roster_small.xlsx"), "a.xlsx");
    const before = await rowsOf(committee.id, "RosterImport");
    const other = actorOf(role, committee.id);
    await expect(imports.upload(other, termId, "x.xlsx", file("roster_small.xlsx"))).rejects.toThrow(Forbidden);
    await expect(getImport(other, id)).rejects.toThrow(NotFound);
    await expect(imports.cancel(other, id)).rejects.toThrow(NotFound);
    expect(await rowsOf(committee.id, "RosterImport")).toBe(before);
  });

  it("the office of another committee finds no batch", async () => {
    const { id } = await check(file("roster_small.xlsx"), "a.xlsx");
    const elsewhere = await newCommittee("白石区");
    await expect(getImport(actorOf("OFFICE", elsewhere.id), id)).rejects.toThrow(NotFound);
  });

  it("nothing personal lies open while the batch waits", async () => {
    const { id } = await check(file("roster_small.xlsx"), "a.xlsx");
    const [row] = await ownerQuery<{ t: string }>(`SELECT row_to_json(r)::text AS t FROM "RosterImport" r WHERE id = $1`, [id]);
    for (const secret of ["990101198010243055", "10065473679", "梁柏东"]) expect(row?.t.includes(secret)).toBe(false);
  });
});
