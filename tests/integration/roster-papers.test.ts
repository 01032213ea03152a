import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chosenColumns, usualColumns } from "@/lib/delegates/export-columns";
import { docxBytes } from "@/lib/delegates/export-docx";
import { eachDelegateCells } from "@/lib/delegates/export-queries";
import { beginExport } from "@/lib/delegates/export-service";
import { delegateFilters } from "@/lib/delegates/filters";
import { getRosterFrame } from "@/lib/delegates/queries";
import { exportInput } from "@/lib/delegates/schema";
import type { AccountActor } from "@/lib/platform/actor";
import { Forbidden } from "@/lib/platform/errors";
import { runImport } from "@/lib/roster-imports/job-service";
import * as imports from "@/lib/roster-imports/service";
import { PASSWORD, actingAs, plantAccount } from "../support/accounts";
import { ownerQuery } from "../support/database";
import { cardOf, enter, filled, newHouse, type House } from "../support/roster";
import { makeCurrent, openTerm } from "@/lib/terms/service";

type Parts = Record<string, string>;

/** The XML of every part of a document. */
const partsOf = (bytes: Uint8Array): Parts => Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, part]) => [name, strFromU8(part)]));

const unescaped = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
const textOf = (xml: string) => unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join(""));
const rowsOf = (xml: string) => [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)));

async function paperOf(actor: AccountActor, keys: readonly string[] = usualColumns, full = false, asked: Record<string, unknown> = {}): Promise<Parts> {
  const [filters, frame] = [delegateFilters.parse(asked), (await getRosterFrame(actor))!];
  const columns = chosenColumns(keys);
  return partsOf(await docxBytes({ title: "代表花名册", office: "青澜区委组织部", date: "2026年11月24日", heads: 3, order: "姓氏笔画", columns, rows: eachDelegateCells(actor, filters, frame, columns.map((c) => c.key), full) }));
}

const FIELDS = /<w:(instrText|fldSimple|fldChar|altChunk|object|hyperlink)|TargetMode="External"/;

describe("the 420 of the district", () => {
  let rows: string[][];
  let parts: Parts;

  beforeAll(async () => {
    const town = await newHouse();
    const account = await plantAccount(town.id, "OFFICE");
    const office = actingAs(account, "OFFICE", town.id);
    const termId = await openTerm(town.system, { level: "DISTRICT", ordinal: 7, name: "青澜区第七次党代会", congressFrom: null, congressTo: null, startsOn: "2031-01-01", endsOn: "2036-01-01", ageReferenceOn: null });
    await makeCurrent(town.system, termId, town.termId);
    const id = await imports.upload(office, termId, "花名册.xlsx", readFileSync("tests/fixtures/roster_district.xlsx"));
    await runImport(id);
    await imports.commit(office, id, { mode: "ADD_ONLY", reviewBasis: "资格审查报告" });
    await runImport(id);
    parts = await paperOf(office);
    rows = rowsOf(parts["word/document.xml"] ?? "");
  }, 60_000);

  const names = () => rows.slice(1).map((cells) => cells[1] ?? "");
  const surname = (family: string) => names().flatMap((name, at) => (name.startsWith(family) ? [at] : []));

  it("stand in the order of surname strokes, each with a number", () => {
    expect(rows.slice(1).map(([no]) => no)).toEqual(Array.from({ length: rows.length - 1 }, (_, i) => String(i + 1)));
    expect(rows.length).toBeGreaterThan(400);
    const before = (a: string, b: string) => {
      const [left, right] = [surname(a), surname(b)];
      expect([left.length > 0, right.length > 0], `${a} ${b}`).toEqual([true, true]);
      expect(Math.max(...left), `${a} before ${b}`).toBeLessThan(Math.min(...right));
    };
    for (const [a, b] of [["马", "王"], ["王", "邓"], ["邓", "石"], ["郑", "孟"], ["胡", "黄"], ["黄", "曹"]] as const) before(a, b);
  });

  it("with two characters stand before those with three of the same surname, and are set wide", () => {
    for (const family of ["王", "李", "张"]) {
      const own = names().filter((name) => name.startsWith(family));
      const wide = own.map((name) => name.includes("\u3000"));
      expect([wide.includes(true), wide.includes(false)], family).toEqual([true, true]);
      expect(wide, family).toEqual([...wide].sort((a, b) => Number(b) - Number(a)));
    }
    expect(names().filter((name) => /^\p{Script=Han}{2}$/u.test(name))).toEqual([]);
  });

  it("fill an A4 sheet turned on its side, whose head comes again and whose sheets are numbered", () => {
    const xml = parts["word/document.xml"] ?? "";
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(rows[0]).toEqual(["序号", "姓名", ...chosenColumns(usualColumns).slice(1).map((c) => c.name)]);
    expect([textOf(xml).includes("填报单位：青澜区委组织部"), textOf(xml).includes("填报日期：2026年11月24日")]).toEqual([true, true]);
    const footer = Object.entries(parts).filter(([name]) => name.startsWith("word/footer")).map(([, part]) => part).join("");
    expect([...footer.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map((m) => m[1])).toEqual(["PAGE", "NUMPAGES"]);
  });

  it("hold no field, no link and no lost word", () => {
    expect(parts["word/document.xml"]).not.toMatch(FIELDS);
    expect(Object.values(parts).filter((part) => /undefined|\[object|NaN|null</.test(part))).toEqual([]);
  });
});

describe("a roster as a paper", () => {
  let house: House;
  let office: AccountActor;
  const CARD = cardOf("19790405", 7);
  const SLY = `<w:fldSimple w:instr="DATE"/> {name} & "甲" =1+1`;

  beforeEach(async () => {
    house = await newHouse();
    const account = await plantAccount(house.id, "OFFICE");
    office = actingAs(account, "OFFICE", house.id);
    const person = (given: Record<string, unknown>, unitId: string) => ({ values: filled({ delegationId: house.delegations.cloud, ...given }), unitId });
    await enter(house, [
      person({ name: "黄立", idNumber: CARD, mobile: "10012344417", employer: SLY, position: "主\u0007任" }, house.units.yunfan),
      person({ name: "买买提·吐尔逊", birthMonth: "1968.05", remark: "一行\n二行" }, house.units.wanghu),
      person({ name: "于海波" }, house.units.wanghu),
      person({ name: "万立", delegationId: house.delegations.north }, house.units.beigu),
    ]);
  });

  it("prints what people typed as they typed it, and nothing that could act", async () => {
    const xml = (await paperOf(office, ["employer", "position", "remark"]))["word/document.xml"] ?? "";
    expect(xml).not.toMatch(FIELDS);
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/);
    expect(rowsOf(xml).find((cells) => cells[1] === "黄\u3000立")?.slice(2, 4)).toEqual([SLY, "主任"]);
  });

  it("keeps the columns in the order they were put, and masks numbers unless asked in full", async () => {
    const keys = ["mobile", "idNumber", "sex"];
    const masked = rowsOf((await paperOf(office, keys))["word/document.xml"] ?? "");
    expect(masked[0]).toEqual(["序号", "姓名", "手机", "身份证号", "性别"]);
    expect(masked.find((cells) => cells[1] === "黄\u3000立")?.[2]).toBe("100****4417");
    expect(JSON.stringify(masked)).not.toContain(CARD);
    const full = rowsOf((await paperOf(office, keys, true))["word/document.xml"] ?? "");
    expect(full.find((cells) => cells[1] === "黄\u3000立")?.slice(2, 4)).toEqual(["10012344417", CARD]);
  });

  it("has 于 before 万, as strokes go, not as the alphabet does", async () => {
    const names = rowsOf((await paperOf(office, ["sex"]))["word/document.xml"] ?? "").map((cells) => cells[1]);
    expect(names).toEqual(["姓名", "于海波", "万\u3000立", "买买提·吐尔逊", "黄\u3000立"]);
  });

  it("shows a liaison the own unit only", async () => {
    const names = rowsOf((await paperOf(house.liaison, ["sex"]))["word/document.xml"] ?? "").map((cells) => cells[1]);
    expect([names.includes("黄\u3000立"), names.includes("万\u3000立")]).toEqual([true, false]);
  });

  const begin = async (actor: AccountActor, given: Record<string, unknown>) =>
    beginExport(actor, delegateFilters.parse({}), (await getRosterFrame(house.office))!, exportInput.parse({ cols: usualColumns, format: "docx", ...given }));

  it("is recorded like every export, with its columns in order", async () => {
    await begin(office, { cols: ["sex", "ethnicity"], placed: "ethnicity,sex" });
    const [kept] = await ownerQuery<{ changes: Record<string, [null, string]> }>(`SELECT changes FROM "AuditEvent" WHERE verb = 'delegate.export' ORDER BY seq DESC LIMIT 1`);
    expect(kept?.changes).toMatchObject({ rows: [null, "4"], columns: [null, "姓名、民族、性别"], numbers: [null, "遮盖"], format: [null, "Word 文件（.docx）"] });
  });

  it("is refused with columns that are none of the form's, with more than a sheet bears, and in full without the right or the password", async () => {
    for (const cols of [["idNumberCipher"], ["sex", "pinyin"], ["__proto__"], ["person.idNumberCipher"]]) expect(exportInput.safeParse({ cols, format: "docx" }).error?.issues[0]?.message).toContain("不能导出的内容");
    const all = ["sex", "ethnicity", "birthMonth", "nativePlace", "joinedPartyOn", "workStartedOn", "education", "degree", "school", "employer", "position", "rank", "professionalTitle", "occupation", "primaryCategory", "flags"];
    await expect(begin(office, { cols: all })).rejects.toThrow("放不下 17 列");
    await expect(begin(office, { numbers: "full", reason: "上报市委组织部", password: "不是这个口令" })).rejects.toThrow("没有导出");
    await expect(begin(house.liaison, { numbers: "full", reason: "上报市委组织部", password: PASSWORD })).rejects.toBeInstanceOf(Forbidden);
  });
});
