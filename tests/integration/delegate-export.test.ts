import "../support/request";
import { v7 as newId } from "uuid";
import ExcelJS from "exceljs";
import { beforeEach, describe, expect, it } from "vitest";
import { chosenColumns, exportColumns, usualColumns } from "@/lib/delegates/export-columns";
import { csvStream, xlsxStream, type Sheet } from "@/lib/delegates/export-file";
import { eachDelegateCells } from "@/lib/delegates/export-queries";
import { beginExport } from "@/lib/delegates/export-service";
import { delegateFilters } from "@/lib/delegates/filters";
import { getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { exportInput } from "@/lib/delegates/schema";
import type { AccountActor } from "@/lib/platform/actor";
import { Forbidden, Refusal, TooMany } from "@/lib/platform/errors";
import { runImport } from "@/lib/roster-imports/job-service";
import { getImport } from "@/lib/roster-imports/queries";
import * as imports from "@/lib/roster-imports/service";
import { PASSWORD, actingAs, plantAccount } from "../support/accounts";
import { ownerQuery } from "../support/database";
import { cardOf, enter, filled, newHouse, type House } from "../support/roster";

const ALL = exportColumns.map((c) => c.key);
const CARD = cardOf("19790405", 7);
const ADDRESS = "云帆街道望湖路 12 号";

let house: House;
let office: AccountActor;

beforeEach(async () => {
  house = await newHouse();
  const account = await plantAccount(house.id, "OFFICE");
  office = actingAs(account, "OFFICE", house.id);
  const person = (given: Record<string, unknown>, unitId: string) => ({ values: filled({ delegationId: house.delegations.cloud, ...given }), unitId });
  await enter(house, [
    person({ name: "黄立", sex: "1", idNumber: CARD, mobile: "10012344417", address: ADDRESS, education: "20", degree: "4", primaryCategory: "PROFESSIONAL", flags: ["FRONTLINE", "WORKER"], delegateNo: "0601", electedOn: "2021-09-04", position: "主任", groupId: house.groups.cloud }, house.units.yunfan),
    person({ name: "于海波", sex: "1", birthMonth: "1968.05", remark: "=HYPERLINK(\"http://evil\")", employer: "@单位" }, house.units.wanghu),
    person({ name: "万立", sex: "2", birthMonth: "1985年11月", delegationId: house.delegations.north }, house.units.beigu),
  ]);
});

const frameOf = async () => (await getRosterFrame(house.office))!;

async function sheetOf(actor: AccountActor, keys = ALL, full = false, asked: Record<string, unknown> = {}): Promise<Sheet> {
  const [filters, frame] = [delegateFilters.parse(asked), await frameOf()];
  const columns = chosenColumns(keys);
  return { title: "花名册", office: "青澜区委组织部", date: "2026年11月24日", heads: 3, columns, rows: eachDelegateCells(actor, filters, frame, columns.map((c) => c.key), full) };
}

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer());

async function read(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book.worksheets[0]!;
}

const begin = async (actor: AccountActor, given: Record<string, unknown> = {}, asked: Record<string, unknown> = {}) =>
  beginExport(actor, delegateFilters.parse(asked), await frameOf(), exportInput.parse({ cols: usualColumns, format: "xlsx", ...given }));

describe("the file", () => {
  it("has title, office and date above the header, and the rows of the list in its order", async () => {
    const sheet = await read(await bytesOf(xlsxStream(await sheetOf(office))));
    expect(sheet.getCell("A1").text).toBe("花名册");
    expect(sheet.getCell("A2").text).toContain("填报单位：青澜区委组织部");
    const header = (sheet.getRow(3).values as string[]).slice(1);
    expect(header).toEqual(["序号", "姓名", ...exportColumns.flatMap((c) => (c.key === "name" ? [] : [c.name]))]);
    const names = [4, 5, 6].map((r) => sheet.getRow(r).getCell(header.indexOf("姓名") + 1).text);
    const listed = await listDelegates(house.office, delegateFilters.parse({}), await frameOf());
    expect(names).toEqual(listed.rows.map((r) => r.name));
    expect(names).toEqual(["于海波", "万立", "黄立"]);
  });

  it("holds text and nothing else: no formula, no number that could be cut", async () => {
    const sheet = await read(await bytesOf(xlsxStream(await sheetOf(office, ALL, true))));
    const cells: ExcelJS.Cell[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell)));
    expect(cells.filter((c) => c.value !== null && c.type !== ExcelJS.ValueType.String)).toEqual([]);
    expect(cells.map((c) => c.text)).toContain(CARD);
    expect(cells.map((c) => c.text)).toContain("=HYPERLINK(\"http://evil\")");
  });

  it("masks numbers and address unless they are asked for in full", async () => {
    const text = new TextDecoder().decode(await bytesOf(csvStream(await sheetOf(office))));
    expect([CARD, "10012344417", ADDRESS].filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).toContain("100****4417");
    const full = new TextDecoder().decode(await bytesOf(csvStream(await sheetOf(office, ALL, true))));
    expect([CARD, "10012344417", ADDRESS].filter((secret) => !full.includes(secret))).toEqual([]);
  });

  it("as .csv begins no field like a formula", async () => {
    const text = new TextDecoder().decode(await bytesOf(csvStream(await sheetOf(office))));
    expect(text.split(/[,\r\n]/).filter((field) => /^"?[=+\-@]/.test(field))).toEqual([]);
  });

  it("follows the filter, and shows a liaison the own unit only", async () => {
    const women = new TextDecoder().decode(await bytesOf(csvStream(await sheetOf(office, ["name"], false, { sex: "2" }))));
    expect(women).toContain("万立");
    expect(women).not.toContain("黄立");
    const own = new TextDecoder().decode(await bytesOf(csvStream(await sheetOf(house.liaison, ["name"]))));
    expect([own.includes("黄立"), own.includes("于海波"), own.includes("万立")]).toEqual([true, true, false]);
  });
});

describe("taken back into the import", () => {
  it.each([[false, "xlsx"], [true, "xlsx"], [false, "csv"], [true, "csv"]])("changes nothing (full numbers: %s, %s)", async (full, format) => {
    await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId") SELECT $1, $2, 'OFFICE', $3 WHERE NOT EXISTS (SELECT 1 FROM "Grant" WHERE "accountId" = $2)`, [newId(), office.accountId, house.id]);
    // A title that names a delegation is still a title, and no heading of that delegation's rows.
    const sheet = { ...(await sheetOf(office, ALL, full)), title: "青澜区第六次党代会代表花名册（云帆代表团，女）" };
    const id = await imports.upload(office, house.termId, `roster.${format}`, await bytesOf(format === "csv" ? csvStream(sheet) : xlsxStream(sheet)));
    await runImport(id);
    const batch = await getImport(office, id);
    expect(batch.reason).toBeNull();
    expect(batch.counts).toMatchObject({ rows: 3, same: 3, add: 0, update: 0, error: 0, pending: 0 });
  });
});

describe("the record of it", () => {
  const lastAudit = async () => (await ownerQuery<{ changes: Record<string, [null, string]>; reason: string | null; outcome: string }>(`SELECT changes, reason, outcome FROM "AuditEvent" WHERE verb LIKE 'delegate.export%' ORDER BY seq DESC LIMIT 1`))[0];

  it("keeps filter, columns and count, and of a search that there was one", async () => {
    expect(await begin(office, {}, { q: "立", sex: "2" })).toEqual({ heads: 1 });
    const kept = await lastAudit();
    expect(kept?.changes).toMatchObject({ rows: [null, "1"], numbers: [null, "遮盖"] });
    expect(JSON.stringify(kept)).not.toContain("立");
    expect(decodeURIComponent(kept?.changes.filter?.[1] ?? "")).toContain("sex=2");
  });

  it("keeps why full numbers were taken, never the password", async () => {
    await begin(office, { numbers: "full", reason: "上报市委组织部", password: PASSWORD });
    const kept = await lastAudit();
    expect(kept).toMatchObject({ reason: "上报市委组织部", changes: { numbers: [null, "完整号码"] } });
    expect(JSON.stringify(kept)).not.toContain(PASSWORD);
  });
});

describe("refused", () => {
  it("full numbers without a reason or the own password", async () => {
    expect(exportInput.safeParse({ format: "xlsx", numbers: "full" }).error?.issues.map((i) => i.path[0])).toEqual(["reason", "password"]);
    const wrong = await begin(office, { numbers: "full", reason: "上报市委组织部", password: "不是这个口令" }).catch((e: unknown) => e);
    expect(wrong).toBeInstanceOf(Refusal);
    expect((wrong as Refusal).fields.password).toBeDefined();
  });

  it("full numbers to a liaison, and everything to those who may not take a list away", async () => {
    await expect(begin(house.liaison, { numbers: "full", reason: "上报市委组织部", password: PASSWORD })).rejects.toBeInstanceOf(Forbidden);
    await expect(begin(house.leader)).rejects.toBeInstanceOf(Forbidden);
  });

  it("an empty list, and the twenty-first within an hour", async () => {
    await expect(begin(office, {}, { q: "不在册" })).rejects.toThrow("没有符合条件");
    for (let i = 0; i < 19; i += 1) await begin(office);
    await expect(begin(office)).rejects.toBeInstanceOf(TooMany);
  });
});
