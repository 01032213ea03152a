import ExcelJS from "exceljs";
import { beforeEach, describe, expect, it } from "vitest";
import { delegateFilters } from "@/lib/delegates/filters";
import { ownWorkbook } from "@/lib/delegates/own-file";
import { getOwnWord } from "@/lib/delegates/own-queries";
import { beginOwnFile, confirmOwn, setConsents } from "@/lib/delegates/own-service";
import { consentInput } from "@/lib/delegates/schema";
import { getDelegate, getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { changeStatus } from "@/lib/delegates/service";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { cardOf, enter, filled, newHouse, type House } from "../support/roster";

const CARD = cardOf("19790405", 22);
const MOBILE = "10012344417";
const ADDRESS = "云帆街道望湖路 12 号";

let house: House;
let mine: string;
let me: AccountActor;

beforeEach(async () => {
  setClock(() => new Date("2026-11-24T02:00:00Z"));
  house = await newHouse();
  const person = (name: string, more: object) => ({ values: filled({ name, delegationId: house.delegations.cloud, ...more }), unitId: house.units.wanghu });
  [mine = ""] = await enter(house, [person("云上客", { idNumber: CARD, mobile: MOBILE, address: ADDRESS, remark: "=1+1" }), person("北山翁", {})]);
  me = { ...actorOf("DELEGATE", house.id, [], "云上客"), personId: (await getDelegate(house.office, mine)).personId };
  return () => setClock(null);
});

const word = async (actor = house.office) => getOwnWord(actor, await getDelegate(house.office, mine));
const audits = (verb: string) => ownerQuery<{ changes: unknown; at: Date }>(`SELECT changes FROM "AuditEvent" WHERE "targetId" = $1 AND verb = $2 AND outcome = 'DONE' ORDER BY seq`, [mine, verb]);
const listed = async (confirmed: "yes" | "no") => (await listDelegates(house.office, delegateFilters.parse({ confirmed }), (await getRosterFrame(house.office))!)).rows.map((r) => r.name);

describe("the yearly word that the record is right", () => {
  it("is recorded once, dated, and found in the roster", async () => {
    expect(await listed("no")).toHaveLength(2);
    await Promise.all([confirmOwn(me, 2026), confirmOwn(me, 2026)]);
    await confirmOwn(me, 2026);
    expect(await word()).toMatchObject({ year: 2026, confirmed: "2026-11-24 10:00", confirmations: [{ year: 2026 }] });
    expect(await audits("delegate.confirmOwn")).toHaveLength(1);
    expect([await listed("yes"), await listed("no")]).toEqual([["云上客"], ["北山翁"]]);
  });

  it("is asked for anew in the next year, by Shanghai's calendar", async () => {
    await confirmOwn(me, 2026);
    setClock(() => new Date("2026-12-31T16:30:00Z"));
    expect(await word()).toMatchObject({ year: 2027, confirmed: null, confirmations: [{ year: 2026 }] });
    expect(await listed("yes")).toEqual([]);
    await expect(confirmOwn(me, 2026)).rejects.toThrow("2027 年");
    await confirmOwn(me, 2027);
    expect((await word())?.confirmations.map((c) => c.year)).toEqual([2027, 2026]);
  });

  it("is the delegate's alone, and only while the mandate is in force", async () => {
    for (const role of ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "LEADER"] as Role[]) await expect(confirmOwn(actorOf(role, house.id, [house.units.wanghu]), 2026)).rejects.toBeInstanceOf(Forbidden);
    await expect(confirmOwn({ ...me, personId: null }, 2026)).rejects.toBeInstanceOf(NotFound);
    await changeStatus(house.head, mine, 1, "SUSPEND", { effectiveOn: "2026-01-05", basis: "区监委立案通知", cause: "DISCIPLINARY_CASE" });
    await expect(confirmOwn(me, 2026)).rejects.toBeInstanceOf(Refusal);
    expect(await audits("delegate.confirmOwn")).toEqual([]);
  });
});

describe("what may stand in the public directory", () => {
  const given = async () => (await word())?.consents.filter((c) => c.given).map((c) => c.field);
  it("is nothing by default; each yes and each withdrawal is dated and recorded", async () => {
    expect(await given()).toEqual([]);
    await setConsents(me, ["MOBILE", "PHOTO"]);
    await setConsents(me, ["MOBILE", "PHOTO"]);
    setClock(() => new Date("2026-11-25T02:00:00Z"));
    await setConsents(me, ["PHOTO", "OFFICE_PHONE"]);
    expect((await word())?.consents.map((c) => [c.field, c.given, c.since])).toEqual([["MOBILE", false, "2026-11-25 10:00"], ["OFFICE_PHONE", true, "2026-11-25 10:00"], ["PHOTO", true, "2026-11-24 10:00"]]);
    expect((await audits("delegate.consent")).map((a) => a.changes)).toEqual([
      { "consent.MOBILE": ["不公开", "公开"], "consent.PHOTO": ["不公开", "公开"] }, { "consent.MOBILE": ["公开", "不公开"], "consent.OFFICE_PHONE": ["不公开", "公开"] },
    ]);
  });

  it("can be withdrawn without a mandate in force, but not given", async () => {
    await setConsents(me, ["MOBILE"]);
    await changeStatus(house.head, mine, 1, "SUSPEND", { effectiveOn: "2026-01-05", basis: "区监委立案通知", cause: "DISCIPLINARY_CASE" });
    await expect(setConsents(me, ["MOBILE", "PHOTO"])).rejects.toBeInstanceOf(Refusal);
    expect(await given()).toEqual(["MOBILE"]);
    await setConsents(me, []);
    expect(await given()).toEqual([]);
  });

  it("is the delegate's own to say, of these fields only, and read by office, own liaison and delegate", async () => {
    await expect(setConsents(house.office, ["MOBILE"])).rejects.toBeInstanceOf(Forbidden);
    expect(consentInput.strict().safeParse({ fields: ["ADDRESS"] }).success).toBe(false);
    const readers = [house.office, house.liaison, me, house.leader, actorOf("UNIT_LIAISON", house.id, [house.units.beigu]), { ...me, personId: mine }];
    expect(await Promise.all(readers.map(async (reader) => (await word(reader)) !== null))).toEqual([true, true, true, false, false, false]);
  });
});

describe("the own data as a file", () => {
  it("is whole and unmasked, of text cells, and recorded", async () => {
    await confirmOwn(me, 2026);
    const mandates = await beginOwnFile(me);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await ownWorkbook(mandates, await word(me))).buffer as ArrayBuffer);
    expect(book.worksheets.map((s) => s.name)).toEqual(["青澜区第六次党代会", "资格记录", "本人确认和公开意愿"]);
    const cells = book.worksheets.flatMap((sheet) => sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : []))).filter((v) => v !== undefined && v !== null);
    expect(cells).toEqual(expect.arrayContaining(["云上客", CARD, MOBILE, ADDRESS, "=1+1", "资格审查报告", "2026 年资料确认"]));
    expect(cells.every((v) => typeof v === "string")).toBe(true);
    expect(cells).not.toContain("北山翁");
    expect(await audits("delegate.exportOwn")).toHaveLength(1);
  });

  it("is nobody else's, and not taken without end", async () => {
    for (const role of ["OFFICE", "UNIT_LIAISON", "LEADER", "AUDIT_ADMIN"] as Role[]) await expect(beginOwnFile(actorOf(role, house.id, [house.units.wanghu]))).rejects.toBeInstanceOf(Forbidden);
    await expect(beginOwnFile({ ...me, personId: null })).rejects.toBeInstanceOf(NotFound);
    for (let i = 0; i < 20; i += 1) await beginOwnFile(me);
    await expect(beginOwnFile(me)).rejects.toThrow("过于频繁");
  });
});
