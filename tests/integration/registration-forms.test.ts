import { comeFrom, destinationOf, formOf } from "../support/request";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setPhoto } from "@/lib/delegates/photo-service";
import { delegateFilters } from "@/lib/delegates/filters";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { makeForms } from "@/lib/registration-forms/actions";
import { getBatchZip, postForm } from "@/lib/registration-forms/handlers";
import { runBatch, sweepBatches } from "@/lib/registration-forms/job-service";
import { getBatch, listBatches } from "@/lib/registration-forms/queries";
import * as forms from "@/lib/registration-forms/service";
import { numbersInput } from "@/lib/delegates/schema";
import { PASSWORD, actingAs, auditOf, plantAccount, tokenOf, type Planted } from "../support/accounts";
import { ownerQuery } from "../support/database";
import { cardOf, enter, filled, newHouse, type House } from "../support/roster";

const CARD = cardOf("19790405", 7);
const MOBILE = "10012344417";
const FULL = { numbers: "full", reason: "上报市委组织部", password: PASSWORD };

let house: House;
let account: Planted;
let office: AccountActor;
let ids: string[];

/** Somebody of the house with an account and a grant, perhaps of one unit. */
async function seat(role: Role, unitIds: string[] = []) {
  const planted = await plantAccount(house.id);
  const grantId = newId();
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, $3::"Role", $4, $5)`, [grantId, planted.id, role, house.id, unitIds[0] ?? null]);
  return { ...actingAs({ ...planted, grants: [grantId] }, role, house.id), unitId: unitIds[0] ?? null, unitIds } as AccountActor;
}

beforeEach(async () => {
  house = await newHouse();
  account = await plantAccount(house.id, "OFFICE");
  office = actingAs(account, "OFFICE", house.id);
  const person = (given: Record<string, unknown>, unitId: string) => ({ values: filled({ delegationId: house.delegations.cloud, ...given }), unitId });
  ids = await enter(house, [
    person({ name: "黄立", idNumber: CARD, mobile: MOBILE, education: "20", position: `<w:br/>{主任} & "甲"`, primaryCategory: "PROFESSIONAL", flags: ["FRONTLINE"] }, house.units.yunfan),
    person({ name: "于海波" }, house.units.wanghu),
    person({ name: "万立", delegationId: house.delegations.north }, house.units.beigu),
  ]);
});

afterEach(() => {
  setClock(null);
});

const masked = numbersInput.parse({});
const make = (actor = office, input: Record<string, unknown> = {}, asked: Record<string, unknown> = {}) => forms.makeMany(actor, delegateFilters.parse(asked), numbersInput.parse(input));
async function made(actor = office, input: Record<string, unknown> = {}, asked: Record<string, unknown> = {}) {
  const id = await make(actor, input, asked);
  await runBatch(id);
  return id;
}
const entries = (bytes: Uint8Array) => Object.entries(unzipSync(bytes)).map(([name, file]) => {
  const parts = unzipSync(file);
  return { name, parts, xml: strFromU8(parts["word/document.xml"] ?? new Uint8Array()) };
});
const zipOf = async (actor: AccountActor, id: string) => entries((await forms.download(actor, id)).bytes);
const textOf = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join("|");
const stored = async (id: string) => (await ownerQuery<{ state: string; fileCipher: Buffer | null; filtersCipher: string; progress: number }>(`SELECT * FROM "RegistrationFormBatch" WHERE id = $1`, [id]))[0];

describe("a batch of forms", () => {
  it("holds one document a person, numbered in the order of surname strokes", async () => {
    const id = await made();
    const files = await zipOf(office, id);
    expect(files.map((f) => f.name)).toEqual(["001_于海波.docx", "002_万立.docx", "003_黄立.docx"]);
    expect(textOf(files[1]?.xml ?? "")).toContain("万\u3000立");
    expect(await getBatch(office, id)).toMatchObject({ state: "DONE", progress: 3, total: 3, fullNumbers: false });
    for (const { xml, parts } of files) {
      expect(xml).not.toMatch(/undefined|\[object|NaN|<w:(instrText|fldSimple|fldChar|hyperlink)/);
      expect(textOf(xml)).toContain("代表登记表");
      expect(Object.keys(parts).filter((name) => /vba|embeddings|external/i.test(name))).toEqual([]);
    }
    expect(textOf(files[2]?.xml ?? "")).toContain("&lt;w:br/&gt;{主任} &amp; &quot;甲&quot;");
  });

  it("follows the filter, and a liaison gets the own unit only", async () => {
    expect((await zipOf(office, await made(office, {}, { unit: house.units.wanghu }))).map((f) => f.name)).toEqual(["001_于海波.docx"]);
    const actor = await seat("UNIT_LIAISON", [house.units.yunfan, house.units.wanghu]);
    expect((await zipOf(actor, await made(actor))).map((f) => f.name)).toEqual(["001_于海波.docx", "002_黄立.docx"]);
  });

  it("masks numbers; in full only with right, reason and password, and so recorded", async () => {
    const plain = textOf((await zipOf(office, await made()))[2]?.xml ?? "");
    expect([plain.includes(CARD), plain.includes(MOBILE), plain.includes("100****4417")]).toEqual([false, false, true]);
    const id = await made(office, FULL);
    const full = textOf((await zipOf(office, id))[2]?.xml ?? "");
    expect([full.includes(CARD), full.includes(MOBILE)]).toEqual([true, true]);
    expect(await auditOf(id, "registrationForm.makeMany")).toMatchObject([{ reason: "上报市委组织部", changes: { rows: [null, "3"], filter: [null, "全部"], numbers: [null, "完整号码"] } }]);
    await expect(make(office, { ...FULL, password: "不是这个口令" })).rejects.toThrow("没有导出");
    await expect(make(await seat("UNIT_LIAISON", [house.units.yunfan]), FULL)).rejects.toBeInstanceOf(Forbidden);
    expect(numbersInput.safeParse({ numbers: "full" }).error?.issues.map((i) => i.path[0])).toEqual(["reason", "password"]);
  });

  it("carries the photograph, without what it came with", async () => {
    await setPhoto(office, ids[0] ?? "", new Uint8Array(await sharp({ create: { width: 600, height: 800, channels: 3, background: "#335577" } }).withExif({ IFD0: { Copyright: "SECRET-OWNER" } }).jpeg().toBuffer()));
    const files = await zipOf(office, await made());
    const pictures = files.map(({ parts }) => Object.entries(parts).filter(([name]) => name.startsWith("word/media/")));
    expect(pictures.map((found) => found.length)).toEqual([0, 0, 1]);
    expect(Buffer.from(pictures[2]?.[0]?.[1] ?? []).toString("latin1")).not.toContain("SECRET-OWNER");
    expect(textOf(files[0]?.xml ?? "")).toContain("照\u3000片");
  });

  it("lies sealed in the database, its filter too", async () => {
    const id = await made(office, {}, { q: "黄立" });
    const row = await stored(id);
    expect(row?.fileCipher?.includes(Buffer.from("PK\u0003\u0004"))).toBe(false);
    expect(row?.filtersCipher).not.toMatch(/黄|%E9/);
    expect(JSON.stringify(await auditOf(id, "registrationForm.makeMany"))).not.toContain("黄立");
  });

  it("made twice by a job delivered twice stays one file", async () => {
    const id = await made();
    const before = await stored(id);
    await runBatch(id);
    expect((await stored(id))?.fileCipher?.equals(before?.fileCipher ?? Buffer.alloc(0))).toBe(true);
    expect(await auditOf(id, "registrationForm.finish")).toHaveLength(1);
  });
});

describe("it is for the one who asked", () => {
  it("and nobody else, not even of the same office, nor the same person in another seat", async () => {
    const id = await made();
    const colleague = await seat("OFFICE");
    for (const actor of [colleague, house.head, house.liaison, house.leader, (await newHouse()).office, { ...office, role: "DELEGATE" } as AccountActor, { ...office, grantId: ids[0] ?? "" } as AccountActor]) {
      await expect(getBatch(actor, id)).rejects.toBeInstanceOf(NotFound);
      await expect(forms.download(actor, id)).rejects.toBeInstanceOf(NotFound);
      await expect(forms.cancel(actor, id)).rejects.toBeInstanceOf(NotFound);
      expect((await listBatches(actor)).map((b) => b.id)).not.toContain(id);
    }
    expect(await auditOf(id, "registrationForm.download")).toEqual([]);
    await forms.download(office, id);
    expect(await auditOf(id, "registrationForm.download")).toMatchObject([{ outcome: "DONE", changes: { rows: [null, "3"] } }]);
  });

  it("while the right to it stands: a grant taken away stops the making", async () => {
    const id = await make();
    await ownerQuery(`DELETE FROM "Grant" WHERE id = $1`, [office.grantId]);
    await runBatch(id);
    expect(await stored(id)).toMatchObject({ state: "FAILED", fileCipher: null });
  });
});

describe("it ends", () => {
  it("after 24 hours: refused at once, deleted by the next sweep", async () => {
    const id = await made();
    setClock(() => new Date(Date.now() + 24 * 3600_000 + 1000));
    await expect(forms.download(office, id)).rejects.toThrow("已过期");
    await sweepBatches(60_000);
    expect(await stored(id)).toMatchObject({ state: "EXPIRED", fileCipher: null });
    await expect(forms.download(office, id)).rejects.toBeInstanceOf(Refusal);
    await expect(forms.cancel(office, id)).rejects.toThrow("已过期");
  });

  it("when cancelled before or after it is made, and then stays so", async () => {
    const waiting = await make();
    await forms.cancel(office, waiting);
    await runBatch(waiting);
    expect(await stored(waiting)).toMatchObject({ state: "CANCELLED", fileCipher: null });
    const done = await made();
    await forms.cancel(office, done);
    expect(await stored(done)).toMatchObject({ state: "CANCELLED", fileCipher: null });
    await expect(forms.download(office, done)).rejects.toBeInstanceOf(NotFound);
  });

  it("when cancelled while it is being made: the rest is never made, and nothing is kept", async () => {
    await enter(house, Array.from({ length: 80 }, (_, i) => ({ values: filled({ name: `王${String.fromCodePoint(0x4e00 + i)}`, delegationId: house.delegations.north, birthMonth: "1970.01" }), unitId: house.units.beigu })));
    const id = await make();
    const running = runBatch(id);
    await vi.waitFor(async () => expect((await stored(id))?.progress).toBeGreaterThan(0), { interval: 2, timeout: 10_000 });
    await forms.cancel(office, id);
    await running;
    const row = await stored(id);
    expect(row).toMatchObject({ state: "CANCELLED", fileCipher: null });
    expect(row?.progress).toBeLessThan(83);
  });

  it("unmade when workers keep being killed over it", async () => {
    const id = await make();
    await ownerQuery(`UPDATE "RegistrationFormBatch" SET state = 'WRITING', "createdAt" = now() - interval '11 minutes' WHERE id = $1`, [id]);
    await sweepBatches(60_000);
    expect(await stored(id)).toMatchObject({ state: "FAILED" });
  });
});

describe("refused", () => {
  it("nobody to make forms of, a second batch beside one at work, and whoever may not take a list away", async () => {
    await expect(make(office, {}, { q: "不在册" })).rejects.toThrow("没有符合条件");
    await make();
    await expect(make()).rejects.toThrow("正在生成");
    for (const role of ["LEADER", "DELEGATE", "SUPERVISOR"] as const) await expect(make(await seat(role))).rejects.toBeInstanceOf(Forbidden);
  });

  it("the form of one delegate to the same people, and of another unit as if it were not there", async () => {
    await expect(forms.makeOne(house.leader, ids[0] ?? "", masked)).rejects.toBeInstanceOf(Forbidden);
    await expect(forms.makeOne(house.liaison, ids[2] ?? "", masked)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("at the door", () => {
  const params = (id: string) => ({ params: Promise.resolve({ id }) });
  const posted = (fields: Record<string, string>) => new Request("http://127.0.0.1:3000/", { method: "POST", body: formOf(fields), headers: { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000", "sec-fetch-site": "same-origin" } });

  beforeEach(async () => comeFrom({ token: await tokenOf(account) }));

  it("one form comes as a file, and what is missing leads back in one sentence without the password", async () => {
    const answer = await postForm(posted({ numbers: "masked", reason: "", password: "" }), params(ids[0] ?? ""));
    expect([answer.status, decodeURIComponent(answer.headers.get("content-disposition") ?? "")]).toEqual([200, expect.stringContaining("代表登记表_黄立.docx")]);
    const [{ xml }] = [{ xml: strFromU8(unzipSync(new Uint8Array(await answer.arrayBuffer()))["word/document.xml"] ?? new Uint8Array()) }];
    expect(textOf(xml)).toContain("黄\u3000立");
    expect(await auditOf(ids[0] ?? "", "registrationForm.make")).toMatchObject([{ targetName: "黄立", changes: { numbers: [null, "遮盖"] } }]);
    const back = await postForm(posted({ numbers: "full", reason: "上报市委组织部", password: "不是这个口令" }), params(ids[0] ?? ""));
    expect(back.status).toBe(303);
    expect(back.headers.get("location")).toContain(`/manage/delegates/${ids[0]}/form?refused=`);
    expect(decodeURIComponent(back.headers.get("location") ?? "")).not.toMatch(/不是这个口令|上报市委/);
    expect((await postForm(posted({ numbers: "masked", cols: "idNumberCipher" }), params(ids[0] ?? ""))).status).toBe(303);
  });

  it("the act queues once for one form sent twice, and the zip is served to its owner", async () => {
    const send = () => destinationOf(() => makeForms({ status: "idle" }, formOf({ _key: "same-key-0001", list: "sex=2", numbers: "masked", reason: "", password: "" })));
    const [first, second] = [await send(), await send()];
    expect(first).toMatch(/^\/manage\/delegates\/forms\/[\w-]{36}$/);
    expect(second).toBe(first);
    const id = first?.split("/").at(-1) ?? "";
    await runBatch(id);
    const zip = await getBatchZip(new Request("http://127.0.0.1:3000/"), params(id));
    expect([zip.status, zip.headers.get("content-type"), zip.headers.get("cache-control")]).toEqual([200, "application/zip", "no-store"]);
    const stranger = await plantAccount(house.id, "OFFICE");
    comeFrom({ token: await tokenOf(stranger) });
    expect((await getBatchZip(new Request("http://127.0.0.1:3000/"), params(id))).status).toBe(404);
  });
});
