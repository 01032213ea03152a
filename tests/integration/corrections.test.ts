import { randomBytes } from "node:crypto";
import pg from "pg";
import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { getDelegate } from "@/lib/delegates/queries";
import { editInput } from "@/lib/delegates/schema";
import { changeStatus, edit } from "@/lib/delegates/service";
import { formValuesOf, writtenOf } from "@/lib/delegates/written";
import { attach, readProof } from "@/lib/corrections/proof-service";
import { stateNames } from "@/lib/corrections/labels";
import { countCorrections, getComparison, getCorrection, listCorrections, listSteps } from "@/lib/corrections/queries";
import { correctionFilters, resubmitInput, submitInput, type Asked } from "@/lib/corrections/schema";
import * as corrections from "@/lib/corrections/service";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery, useDatabase } from "../support/database";
import { answers, cardOf, enter, filled, newHouse, type House } from "../support/roster";

const MOBILE = "10012344417";
const NEW_MOBILE = "10055556666";
const ADDRESS = "云帆街道望湖路 99 号 3 单元";
const TABLES = ["Person", "Delegate", "CorrectionRequest", "CorrectionField", "CorrectionProof"];
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from("任免通知的照片"), Buffer.from([0xff, 0xd9])]);

let house: House;
let mine: string;
let theirs: string;
let me: AccountActor;
let other: AccountActor;

/** A grant of a liaison in the tables: whether there is one decides who comes first. */
async function plantLiaison(unitId: string, personId: string | null = null): Promise<string> {
  const id = newId();
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId", "personId") VALUES ($1, $2, '孟帆', 'x', $3, $4)`, [id, `l${randomBytes(6).toString("hex")}`, house.id, personId]);
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, 'UNIT_LIAISON', $3, $4)`, [newId(), id, house.id, unitId]);
  return id;
}

const delegateActor = async (id: string, name: string): Promise<AccountActor> => ({ ...actorOf("DELEGATE", house.id, [], name), personId: (await getDelegate(house.office, id)).personId });

beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, delegationId: string, unitId: string, order: number) => ({ values: filled({ name, delegationId, idNumber: cardOf("19790405", order), mobile: MOBILE, employer: "云帆街道办事处", position: "副主任" }), unitId });
  [mine = "", theirs = ""] = await enter(house, [person("云上客", house.delegations.cloud, house.units.wanghu, 22), person("北山翁", house.delegations.north, house.units.beigu, 24)]);
  [me, other] = [await delegateActor(mine, "云上客"), await delegateActor(theirs, "北山翁")];
  await plantLiaison(house.units.yunfan);
});

const asked = (fields: Record<string, string> = { position: "主任" }): Asked => submitInput.strict().parse({ reason: "职务调整，有任免通知", ...fields });
const submit = (fields?: Record<string, string>, actor = me) => corrections.submit(actor, asked(fields));
const at = async (id: string) => ({ id, version: (await getCorrection(house.office, id)).version });
const seen = async (id: string) => ({ id, seen: (await getComparison(house.office, id)).seen });
const PLAIN = { looked: false, acceptReason: null };
const countWaiting = async (actor: AccountActor) => (await countCorrections(actor, ["todo"]))[0];
const stateOf = async (id: string) => (await getCorrection(house.office, id)).state;
const positionOf = async () => (await getDelegate(house.office, mine)).position;
const audits = (id: string) => ownerQuery<{ verb: string; changes: Record<string, [string | null, string | null]> | null; reason: string | null }>(`SELECT verb, changes, reason FROM "AuditEvent" WHERE "targetId" = $1 AND outcome = 'DONE' ORDER BY seq`, [id]);

/** The office changes the record while a request is under way. */
async function editByHand(change: Record<string, string>) {
  const d = await getDelegate(house.office, mine);
  const given = Object.fromEntries(Object.entries(formValuesOf(d)).map(([key, value]) => [key, value ?? ""]));
  const { id: _id, version: _version, ...form } = editInput.parse({ ...answers(given), flags: d.flags, ...change, id: mine, version: "1.1" });
  await edit(house.office, mine, `${d.version}.${d.person.version}`, writtenOf(form));
}

/** Both acts have read the request and stand before its row when it is let go: neither could have seen the other's end. */
async function together(id: string, acts: [() => Promise<void>, () => Promise<void>]): Promise<PromiseSettledResult<void>[]> {
  const holder = new pg.Client({ connectionString: (await useDatabase()).url });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query(`SELECT 1 FROM "CorrectionRequest" WHERE id = $1 FOR UPDATE`, [id]);
  let settled = false;
  const both = Promise.allSettled(acts.map((act) => act())).finally(() => (settled = true));
  const waiting = async () => Number((await ownerQuery<{ n: string }>(`SELECT count(*) AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database() AND NOT l.granted`))[0]?.n);
  while (!settled && (await waiting()) < 2);
  await holder.query("COMMIT");
  await holder.end();
  return both;
}

/** The act must be refused with this error and leave every record exactly as it was. */
async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}

async function confirmed(fields?: Record<string, string>): Promise<string> {
  const id = await submit(fields);
  await corrections.confirm(house.liaison, await at(id), "已与本人核对");
  return id;
}

describe("from the delegate's wish to the record", () => {
  it("is confirmed by the liaison, approved by the office, and written only then", async () => {
    const id = await submit();
    await corrections.confirm(house.liaison, await at(id), "已与本人核对");
    expect([await positionOf(), await stateOf(id)]).toEqual(["副主任", "CONFIRMED"]);
    await corrections.approve(house.office, await seen(id), PLAIN);
    expect([await positionOf(), await stateOf(id)]).toEqual(["主任", "APPROVED"]);
    expect((await audits(id)).map((a) => a.verb)).toEqual(["correction.submit", "correction.confirm", "correction.approve"]);
    expect((await audits(mine)).at(-1)).toMatchObject({ verb: "delegate.correct", changes: { position: ["副主任", "主任"] } });
    expect((await listSteps(me, await getCorrection(me, id))).map((s) => s.by)).toEqual(["沈文清", "孟帆", "本人"]);
  });

  it("keeps search keys, order and the other fields when a name is put right", async () => {
    const id = await confirmed({ name: "云上飞", mobile: NEW_MOBILE });
    await corrections.approve(house.office, await seen(id), PLAIN);
    const d = await getDelegate(house.office, mine);
    expect(d).toMatchObject({ employer: "云帆街道办事处", person: { name: "云上飞", pinyin: "yunshangfei" } });
    expect((await ownerQuery<{ found: boolean }>(`SELECT "searchKeys" @> ARRAY['上飞'] AS found FROM "Delegate" WHERE id = $1`, [mine]))[0]?.found).toBe(true);
  });

  it("goes straight to the office where the unit has no liaison", async () => {
    const id = await submit({ position: "副书记" }, other);
    expect(await getCorrection(house.office, id)).toMatchObject({ hasLiaison: false, stateName: "待组织部审核", open: ["approve", "sendBack"] });
    await corrections.approve(house.head, await seen(id), PLAIN);
    expect((await getDelegate(house.office, theirs)).position).toBe("副书记");
  });

  it("comes back with a reason, is amended with what the record holds by then, and goes its way again", async () => {
    const id = await submit();
    await corrections.sendBack(house.liaison, await at(id), "请写明任免文件的文号");
    await editByHand({ position: "一级主任科员" });
    await corrections.resubmit(me, await at(id), asked({ position: "办事处主任" }));
    const found = await getComparison(house.office, id);
    expect([found.state, found.note, found.rows.map((r) => [r.old, r.now, r.moved])]).toEqual(["SUBMITTED", null, [["一级主任科员", "办事处主任", false]]]);
    await corrections.confirm(house.liaison, await at(id), null);
    await corrections.sendBack(house.office, await at(id), "任免尚未生效");
    await corrections.withdraw(me, await at(id), null);
    expect([await stateOf(id), await positionOf()]).toEqual(["WITHDRAWN", "一级主任科员"]);
    await submit();
  });

  it("may empty a field", async () => {
    const id = await confirmed({ position: "" });
    await corrections.approve(house.office, await seen(id), PLAIN);
    expect(await positionOf()).toBeNull();
  });
});

describe("a step that does not fit changes nothing", () => {
  it("approving before the liaison, confirming twice, and any step after the end", async () => {
    const id = await submit();
    const early = await seen(id);
    expect((await refused(() => corrections.approve(house.office, early, PLAIN), Refusal)).message).toContain("还没有经选举单位联络员核实");
    const read = await at(id);
    await corrections.confirm(house.liaison, read, null);
    expect((await refused(() => corrections.confirm(house.liaison, read, null), Refusal)).message).toContain("待组织部审核");
    const now = await at(id);
    await refused(() => corrections.sendBack(house.liaison, now, "再想一想吧"), Refusal);
    await corrections.approve(house.office, await seen(id), PLAIN);
    const done = await at(id);
    for (const act of [() => corrections.withdraw(me, done, null), () => corrections.sendBack(house.office, done, "再想一想吧"), () => corrections.confirm(house.liaison, done, null)]) expect((await refused(act, Refusal)).message).toContain("已更正");
  });

  it("two approvers at once: one acts, the other reads a sentence, nothing is doubled", async () => {
    const id = await confirmed();
    const read = await seen(id);
    const both = await together(id, [() => corrections.approve(house.office, read, PLAIN), () => corrections.approve(house.head, read, PLAIN)]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((r) => r.status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toBeInstanceOf(Refusal);
    expect((lost.reason as Refusal).message).toMatch(/刷新页面/);
    expect((await audits(mine)).filter((a) => a.verb === "delegate.correct")).toHaveLength(1);
    expect((await getDelegate(house.office, mine)).version).toBe(2);
  });

  it("two liaisons at once: one confirmation, and a sentence for the other", async () => {
    const id = await submit();
    const read = await at(id);
    const both = await together(id, [() => corrections.confirm(house.liaison, read, null), () => corrections.sendBack(house.liaison, read, "请写明文号")]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await audits(id)).filter((a) => a.verb !== "correction.submit")).toHaveLength(1);
    expect((await getCorrection(house.office, id)).version).toBe(2);
  });

  it("a value moved since: the page read before must be read again, and the present value ticked", async () => {
    const id = await confirmed();
    const stale = await seen(id);
    await editByHand({ position: "党工委委员" });
    expect((await refused(() => corrections.approve(house.office, stale, PLAIN), Refusal)).message).toContain("登记资料有变动");
    const fresh = await seen(id);
    expect((await getComparison(house.office, id)).rows[0]).toMatchObject({ old: "副主任", now: "主任", present: "党工委委员", moved: true });
    expect((await refused(() => corrections.approve(house.office, fresh, PLAIN), Refusal)).fields.looked?.[0]).toContain("现在登记");
    await corrections.approve(house.office, fresh, { ...PLAIN, looked: true });
    expect(await positionOf()).toBe("主任");
  });

  it("a page read before the delegate sent another proof", async () => {
    const id = await submit();
    const read = await at(id);
    await attach(me, id, { name: "通知.jpg", bytes: JPEG });
    expect((await refused(() => corrections.confirm(house.liaison, read, null), Refusal)).message).toContain("看过最新内容");
  });

  it("a second request for one field, also when both come at once, but not for another", async () => {
    const both = await Promise.allSettled([submit(), submit({ position: "书记" })]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await refused(() => submit({ position: "书记", employer: "区委办" }), Refusal)).fields).toEqual({ position: [expect.stringContaining("正在办理")] });
    await submit({ employer: "区委办" });
  });

  it("no field, a value as it is, other fields at the second sending, half a number", async () => {
    expect((await refused(() => submit({}), Refusal)).fields.fields?.[0]).toContain("请选择");
    expect((await refused(() => submit({ position: "副主任" }), Refusal)).fields.position?.[0]).toContain("相同");
    const id = await submit();
    await corrections.sendBack(house.office, await at(id), "请写明文号");
    const back = await at(id);
    await refused(() => corrections.resubmit(me, back, asked({ position: "主任", employer: "区委办" })), Refusal);
    expect(submitInput.strict().safeParse({ reason: "更换号码", mobile: "100****4417" }).success).toBe(false);
    expect(submitInput.strict().safeParse({ reason: "搬了新家", address: "云帆街***" }).error?.issues[0]?.message).toContain("不能含 *");
    for (const field of ["idNumber", "sex", "birthMonth", "delegationId", "status", "primaryCategory"]) expect(submitInput.strict().safeParse({ reason: "试一试看", [field]: "1" }).success).toBe(false);
    expect(resubmitInput.strict().safeParse({ ...back, reason: "试一试看", state: "APPROVED" }).success).toBe(false);
  });

  it("a contradiction the record would then hold, unless its ground is written", async () => {
    const id = await confirmed({ joinedPartyOn: "1990.05" });
    const read = await seen(id);
    const told = await refused(() => corrections.approve(house.office, read, PLAIN), Refusal);
    expect(Object.values(told.fields).flat().join()).toContain("情况说明");
    await corrections.approve(house.office, read, { looked: false, acceptReason: "与干部档案一致" });
    expect((await getDelegate(house.office, mine)).person.joinedPartyOn).toBe("1990-05");
  });
});

describe("who may", () => {
  it("ask: a delegate with a mandate in force, for the own record", async () => {
    for (const role of ["OFFICE", "UNIT_LIAISON", "LEADER", "HANDLING_UNIT"] as Role[]) await refused(() => submit(undefined, actorOf(role, house.id, [house.units.wanghu])), role === "HANDLING_UNIT" ? NotFound : Forbidden);
    await refused(() => submit(undefined, actorOf("DELEGATE", house.id)), NotFound);
    const id = await submit();
    await changeStatus(house.head, mine, 1, "SUSPEND", { effectiveOn: "2026-01-05", basis: "区监委立案通知", cause: "DISCIPLINARY_CASE" });
    const read = await at(id);
    expect((await refused(() => submit({ employer: "区委办" }), Forbidden)).message).toContain("在任代表");
    await refused(() => corrections.withdraw(me, read, null), Forbidden);
    expect((await getCorrection(me, id)).open).toEqual([]);
  });

  it("handle: the own unit's liaison and the office of the committee; to all others there is no such request", async () => {
    const id = await submit();
    const read = await at(id);
    const proof = () => readProof(house.leader, id);
    const strangers = [actorOf("UNIT_LIAISON", house.id, [house.units.beigu]), other, house.leader, actorOf("OFFICE", newId()), actorOf("SUPERVISOR", house.id), actorOf("AUDIT_ADMIN", house.id)];
    for (const stranger of strangers) {
      for (const act of [() => getCorrection(stranger, id), () => corrections.confirm(stranger, read, null), () => corrections.sendBack(stranger, read, "退回看看吧"), () => corrections.withdraw(stranger, read, null), () => attach(stranger, id, { name: "x.jpg", bytes: JPEG }), () => readProof(stranger, id)]) await refused(act, NotFound);
      expect((await listCorrections(stranger, correctionFilters.parse({}))).total).toBe(0);
    }
    await refused(proof, NotFound);
    await refused(() => corrections.confirm(house.office, read, null), Forbidden);
    const whole = await seen(id);
    await refused(() => corrections.approve(house.liaison, whole, PLAIN), Forbidden);
    await refused(() => corrections.approve(me, whole, PLAIN), Forbidden);
    await refused(() => corrections.withdraw(house.office, read, null), Forbidden);
    await refused(() => attach(house.office, id, { name: "x.jpg", bytes: JPEG }), Forbidden);
  });

  it("nobody the own request; where the only liaison is the delegate, the office acts alone", async () => {
    await plantLiaison(house.units.beigu, other.personId);
    const id = await submit({ position: "副书记" }, other);
    const self = { ...actorOf("UNIT_LIAISON", house.id, [house.units.beigu]), personId: other.personId };
    const read = await at(id);
    expect((await refused(() => corrections.confirm(self, read, null), Forbidden)).message).toContain("本人提出");
    expect([await countWaiting(self), await countWaiting(house.office)]).toEqual([0, 1]);
    await corrections.approve(house.office, await seen(id), PLAIN);
  });
});

describe("lists and figures", () => {
  it("every figure counts its rows, and what waits waits for the right one", async () => {
    const first = await submit();
    expect([await countWaiting(house.liaison), await countWaiting(house.office)]).toEqual([1, 0]);
    await submit({ position: "副书记" }, other);
    expect([await countWaiting(house.liaison), await countWaiting(house.office)]).toEqual([1, 1]);
    await corrections.confirm(house.liaison, await at(first), null);
    expect([await countWaiting(house.liaison), await countWaiting(house.office)]).toEqual([0, 2]);
    const states = [undefined, "todo", "open", "SUBMITTED", "CONFIRMED", "RETURNED", "APPROVED", "WITHDRAWN"] as const;
    for (const reader of [house.office, house.liaison, me]) {
      const counts = await countCorrections(reader, states);
      for (const [i, state] of states.entries()) expect((await listCorrections(reader, correctionFilters.parse({ state }))).rows).toHaveLength(counts[i] ?? -1);
    }
    for (const state of ["SUBMITTED", "CONFIRMED"] as const) for (const row of (await listCorrections(house.office, correctionFilters.parse({ state }))).rows) expect(row.stateName).toBe(stateNames[state]);
    expect((await listCorrections(house.office, correctionFilters.parse({ q: "北山" }))).rows.map((r) => r.name)).toEqual(["北山翁"]);
  });

  it("open ones stand first", async () => {
    const done = await submit({ employer: "区委办" });
    await corrections.withdraw(me, await at(done), null);
    const open = await submit();
    expect((await listCorrections(me, correctionFilters.parse({}))).rows.map((r) => r.id)).toEqual([open, done]);
  });
});

describe("what nobody may read in the tables", () => {
  it("values are sealed, and only masked in audit and list", async () => {
    const id = await confirmed({ mobile: NEW_MOBILE, address: ADDRESS });
    await attach(me, await submit({ position: "主任" }), { name: "通知.jpg", bytes: JPEG });
    await corrections.approve(house.office, await seen(id), PLAIN);
    const everything = await rowsOf(house.id, "CorrectionRequest", "CorrectionField", "CorrectionProof", "Person", "Delegate");
    const trail = JSON.stringify(await ownerQuery(`SELECT changes, reason, "targetName" FROM "AuditEvent" WHERE "committeeId" = $1`, [house.id]));
    for (const secret of [MOBILE, NEW_MOBILE, ADDRESS]) expect(everything.includes(secret) || trail.includes(secret)).toBe(false);
    expect(JSON.stringify(await ownerQuery(`SELECT encode(content, 'escape') AS c FROM "CorrectionProof"`)).includes("JFIF")).toBe(false);
    expect((await audits(id))[0]?.changes?.mobile).toEqual(["100****4417", "100****6666"]);
    expect((await getCorrection(house.liaison, id)).fields.map((f) => f.now)).toEqual(["100****6666", "云帆街***"]);
  });

  it("the whole value is shown once, with a reason and a trace", async () => {
    const id = await submit({ mobile: NEW_MOBILE });
    expect(await corrections.reveal(house.liaison, { id, field: "mobile", reason: "与证明材料核对" })).toMatchObject({ label: "手机", value: NEW_MOBILE });
    expect((await audits(id)).at(-1)).toMatchObject({ verb: "correction.reveal", reason: "与证明材料核对" });
    await refused(() => corrections.reveal(me, { id, field: "mobile", reason: "看一看自己的" }), Forbidden);
    await refused(() => corrections.reveal(house.office, { id, field: "address", reason: "看一看别的" }), Refusal);
  });
});

describe("the proof", () => {
  it("is kept sealed, comes out as it went in, and may be replaced until it is confirmed", async () => {
    const id = await submit();
    await attach(me, id, { name: "旧.png.jpg", bytes: Buffer.from("89504e470d0a1a0a0000000d49484452000000000049454e44ae426082", "hex") });
    await attach(me, id, { name: "任免通知.html", bytes: JPEG });
    const { name, type, bytes } = await readProof(house.liaison, id);
    expect([name, type, Buffer.from(bytes).equals(JPEG)]).toEqual(["任免通知.jpg", "image/jpeg", true]);
    const [row] = await ownerQuery<{ content: Buffer }>(`SELECT content FROM "CorrectionProof" WHERE "requestId" = $1`, [id]);
    expect(row?.content.includes(Buffer.from("任免通知的照片"))).toBe(false);
    expect((await audits(id)).map((a) => a.verb)).toEqual(["correction.submit", "correction.attach", "correction.attach", "correction.readProof"]);
    await readProof(me, id);
    expect(await audits(id)).toHaveLength(4);
    await corrections.confirm(house.liaison, await at(id), null);
    expect((await refused(() => attach(me, id, { name: "x.jpg", bytes: JPEG }), Refusal)).message).toContain("待组织部审核");
  });

  it("is a photograph or a PDF by its own bytes, and not over 5 MB", async () => {
    const id = await submit();
    for (const text of ["<svg/>", "<html></html>", "MZ"]) expect((await refused(() => attach(me, id, { name: "照片.jpg", bytes: Buffer.from(text) }), Refusal)).message).toContain("不是 JPG");
    const big = Buffer.concat([JPEG.subarray(0, 4), Buffer.alloc(5 * 1024 * 1024), JPEG.subarray(-2)]);
    expect((await refused(() => attach(me, id, { name: "照片.jpg", bytes: big }), Refusal)).message).toContain("5 MB");
    await refused(() => readProof(me, id), NotFound);
  });
});
