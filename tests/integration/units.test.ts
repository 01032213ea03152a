import { beforeEach, describe, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { addDelegation, makeCurrent, openTerm } from "@/lib/terms/service";
import { getUnit, listParentChoices, listTree, listUnitChoices } from "@/lib/units/queries";
import * as units from "@/lib/units/service";
import { flatten } from "@/lib/units/tree";
import { actorOf, newCommittee, plantDelegate, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";

const plain = { kind: "SUBDISTRICT" as const, isElecting: true, isHandling: false, activeFrom: "2001-03-01", basis: null };
const dated = { effectiveOn: "2024-05-01", basis: "青委发〔2024〕5号" };

let office: AccountActor;
let committee: Awaited<ReturnType<typeof newCommittee>>;
/** 区委 ⊃ 云帆街道 ⊃ (望江社区 ⊃ 第一支部, 松涛社区); 区委 ⊃ 北固街道 */
let at: Record<"root" | "yunfan" | "wangjiang" | "branch" | "songtao" | "beigu", string>;

beforeEach(async () => {
  committee = await newCommittee();
  office = actorOf("OFFICE", committee.id);
  const root = await units.establish(committee.system, { ...plain, parentId: null, name: "中共青澜区委员会", kind: "PARTY_COMMITTEE", isElecting: false });
  const under = (parentId: string, name: string) => units.establish(committee.system, { ...plain, parentId, name });
  const yunfan = await under(root, "云帆街道党工委");
  const wangjiang = await under(yunfan, "望江社区党委");
  at = { root, yunfan, wangjiang, branch: await under(wangjiang, "第一支部"), songtao: await under(yunfan, "松涛社区党委"), beigu: await under(root, "北固街道党工委") };
});

const row = async (id: string) => (await ownerQuery<{ path: string; depth: number; version: number; name: string; position: number; parentId: string }>(`SELECT * FROM "Unit" WHERE id = $1`, [id]))[0];
const versionOf = async (id: string) => ({ id, version: (await row(id))?.version ?? 0 });
const names = async (actor: AccountActor, options = {}) => flatten(await listTree(actor, options)).map((u) => u.name);
const audits = async (verb: string) => ownerQuery<{ changes: Record<string, unknown>; reason: string }>(`SELECT * FROM "AuditEvent" WHERE "committeeId" = $1 AND verb = $2 AND outcome = 'DONE'`, [committee.id, verb]);

/** The act must be refused with this error and leave units and their history exactly as they were. */
async function refused<E extends Error>(act: () => Promise<unknown>, error: abstract new (...args: never[]) => E): Promise<E> {
  const before = await rowsOf(committee.id, "Unit", "UnitChange");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(committee.id, "Unit", "UnitChange")).toBe(before);
  return thrown as E;
}

const inField = async (act: () => Promise<unknown>, field: string) => (await refused(act, Refusal)).fields[field]?.join() ?? "";

async function presentTerm() {
  const termId = await openTerm(committee.system, { level: "DISTRICT", ordinal: 6, name: "青澜区第六次党代会", congressFrom: null, congressTo: null, startsOn: "2021-11-01", endsOn: "2026-11-01", ageReferenceOn: null });
  await makeCurrent(committee.system, termId, null);
  const delegationId = await addDelegation(committee.system, termId, { name: "云帆代表团", unitId: at.yunfan });
  return { committeeId: committee.id, termId, delegationId };
}

describe("the tree", () => {
  it("reads in its own order, in depth", async () => {
    expect(await names(office)).toEqual(["中共青澜区委员会", "云帆街道党工委", "望江社区党委", "第一支部", "松涛社区党委", "北固街道党工委"]);
    expect((await listUnitChoices(office)).map((c) => c.depth)).toEqual([0, 1, 2, 3, 2, 1]);
  });

  it("keeps closed units apart until they are asked for, and knows a past day", async () => {
    await units.deactivate(office, await versionOf(at.branch), dated, false);
    expect(await names(office)).not.toContain("第一支部");
    expect(await names(office, { all: true })).toContain("第一支部");
    expect(await names(office, { asOf: "2024-04-30" })).toContain("第一支部");
    expect(await names(office, { asOf: "2001-02-28" })).toEqual([]);
    expect((await listUnitChoices(office)).map((c) => c.id)).not.toContain(at.branch);
    expect((await listUnitChoices(office, { keep: at.branch })).map((c) => c.id)).toContain(at.branch);
  });

  it("counts the delegates on the register of the present term, unit by unit", async () => {
    const term = await presentTerm();
    await plantDelegate({ ...term, unitId: at.yunfan });
    await plantDelegate({ ...term, unitId: at.yunfan, status: "PENDING_REVIEW" });
    await plantDelegate({ ...term, unitId: at.yunfan, status: "TERMINATED" });
    await plantDelegate({ ...term, unitId: at.wangjiang });
    const counts = Object.fromEntries(flatten(await listTree(office)).map((u) => [u.name, u.delegates]));
    expect(counts).toMatchObject({ 云帆街道党工委: 2, 望江社区党委: 1, 北固街道党工委: 0 });
    expect((await getUnit(office, at.yunfan)).terms).toMatchObject([{ name: "青澜区第六次党代会", current: true, count: 2 }]);
    expect(flatten(await listTree(actorOf("SUPERVISOR", committee.id))).every((u) => u.delegates === 0)).toBe(true);
  });
});

describe("who may know of a unit", () => {
  it("shows a liaison the own subtree and nothing beside or above it", async () => {
    const liaison = actorOf("UNIT_LIAISON", committee.id, [at.yunfan, at.wangjiang, at.branch, at.songtao]);
    expect(await names(liaison)).toEqual(["云帆街道党工委", "望江社区党委", "第一支部", "松涛社区党委"]);
    expect((await listUnitChoices(liaison)).map((c) => c.id)).not.toContain(at.beigu);
    await expect(getUnit(liaison, at.beigu)).rejects.toBeInstanceOf(NotFound);
    await expect(getUnit(liaison, at.root)).rejects.toBeInstanceOf(NotFound);
    const own = await getUnit(liaison, at.yunfan);
    expect(own.above).toEqual([]);
    expect(JSON.stringify(own)).not.toContain("中共青澜区委员会");
    expect(JSON.stringify(own.history)).toContain("不在您的范围内");
  });

  it("counts for a liaison only the own delegates", async () => {
    const term = await presentTerm();
    await plantDelegate({ ...term, unitId: at.beigu });
    await plantDelegate({ ...term, unitId: at.wangjiang });
    const liaison = actorOf("UNIT_LIAISON", committee.id, [at.wangjiang, at.branch]);
    expect(flatten(await listTree(liaison)).map((u) => [u.name, u.delegates])).toEqual([["望江社区党委", 1], ["第一支部", 0]]);
  });

  it("answers a liaison who posts another unit's id as if there were none, and one who posts the own as forbidden", async () => {
    const liaison = actorOf("UNIT_LIAISON", committee.id, [at.yunfan, at.wangjiang, at.branch, at.songtao]);
    await refused(async () => units.rename(liaison, await versionOf(at.beigu), "改名", dated), NotFound);
    await refused(async () => units.rename(liaison, await versionOf(at.yunfan), "改名", dated), Forbidden);
    await refused(() => units.establish(liaison, { ...plain, parentId: at.yunfan, name: "新支部" }), Forbidden);
  });

  it("gives the security administrator names to choose from and nothing else, and others nothing", async () => {
    const security = actorOf("SECURITY_ADMIN", committee.id);
    expect(await listUnitChoices(security)).toHaveLength(6);
    expect(await listTree(security)).toEqual([]);
    await expect(getUnit(security, at.yunfan)).rejects.toBeInstanceOf(NotFound);
    for (const role of ["DELEGATE", "HANDLING_UNIT", "SYSTEM_ADMIN", "AUDIT_ADMIN"] as const) {
      expect(await listUnitChoices(actorOf(role, committee.id, [at.yunfan]))).toEqual([]);
    }
  });

  it("never shows or touches another committee's units", async () => {
    const other = await newCommittee("澄湖区");
    const stranger = actorOf("OFFICE_HEAD", other.id);
    expect(await listTree(stranger)).toEqual([]);
    await refused(async () => units.remove(stranger, await versionOf(at.beigu)), NotFound);
    await units.establish(stranger, { ...plain, parentId: null, name: "中共澄湖区委员会" });
    await refused(() => units.establish(stranger, { ...plain, parentId: at.root, name: "越界支部" }), NotFound);
  });
});

describe("establish", () => {
  it("records who set it up, when and on what ground", async () => {
    const id = await units.establish(office, { ...plain, parentId: at.beigu, name: "滨河社区党委", activeFrom: "2025-01-01", basis: "青组〔2025〕1号" });
    const unit = await getUnit(office, id);
    expect(unit.history).toMatchObject([{ event: "ESTABLISH", effectiveOn: "2025-01-01", basis: "青组〔2025〕1号" }]);
    expect(unit.history[0]?.lines).toContain("上级：北固街道党工委");
    expect((await row(id))?.path).toBe(`${at.root}/${at.beigu}/${id}/`);
    expect(await audits("unit.establish")).toHaveLength(7);
  });

  it("refuses a second root, a name its siblings have, a day to come and a closed parent", async () => {
    expect(await inField(() => units.establish(office, { ...plain, parentId: null, name: "另一个区委" }), "parentId")).toContain("请选择上级");
    expect(await inField(() => units.establish(office, { ...plain, parentId: at.yunfan, name: "松涛社区党委" }), "name")).toContain("同一上级下已有");
    expect(await inField(() => units.establish(office, { ...plain, parentId: at.yunfan, name: "明日支部", activeFrom: "2999-01-01" }), "activeFrom")).toContain("不能晚于今天");
    await units.deactivate(office, await versionOf(at.songtao), dated, false);
    expect(await inField(() => units.establish(office, { ...plain, parentId: at.songtao, name: "第二支部" }), "parentId")).toContain("已停用");
    expect(await inField(() => units.establish(office, { ...plain, parentId: at.yunfan, name: "松涛社区党委" }), "name")).toContain("停用的");
  });

  it("gives the name to one of two who ask for it at once", async () => {
    const tries = await Promise.allSettled([1, 2].map(() => units.establish(office, { ...plain, parentId: at.beigu, name: "同名社区党委" })));
    expect(tries.map((t) => t.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("stops at twelve levels", async () => {
    let parentId = at.branch;
    for (let depth = 4; depth < 12; depth += 1) parentId = await units.establish(office, { ...plain, parentId, name: `第${depth}层支部` });
    expect(await inField(() => units.establish(office, { ...plain, parentId, name: "再下一层" }), "parentId")).toContain("12 层");
    expect(await inField(async () => units.move(office, await versionOf(at.yunfan), at.beigu, dated), "parentId")).toContain("12 层");
  });
});

describe("rename", () => {
  it("keeps both names in the history with the day and the ground", async () => {
    await units.rename(office, await versionOf(at.songtao), "松涛湖社区党委", dated);
    expect((await getUnit(office, at.songtao)).history[0]).toMatchObject({ event: "RENAME", ...dated, lines: ["名称：松涛社区党委 → 松涛湖社区党委"] });
    expect((await audits("unit.rename"))[0]).toMatchObject({ changes: { name: ["松涛社区党委", "松涛湖社区党委"] }, reason: dated.basis });
  });

  it("shows the second of two at once both names and keeps the first", async () => {
    const seen = await versionOf(at.songtao);
    const tries = await Promise.allSettled([units.rename(office, seen, "甲社区党委", dated), units.rename(office, seen, "乙社区党委", dated)]);
    const lost = tries.find((t) => t.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Conflict);
    const kept = (await row(at.songtao))?.name;
    expect((lost?.reason as Conflict).conflict.name?.theirs).toBe(kept);
    expect(await audits("unit.rename")).toHaveLength(1);
  });

  it("refuses a sibling's name, a day before the unit was there, and does nothing when nothing changes", async () => {
    expect(await inField(async () => units.rename(office, await versionOf(at.songtao), "望江社区党委", dated), "name")).toContain("望江社区党委");
    expect(await inField(async () => units.rename(office, await versionOf(at.songtao), "旧社区党委", { ...dated, effectiveOn: "2000-01-01" }), "effectiveOn")).toContain("设立日期");
    await units.rename(office, await versionOf(at.songtao), "松涛社区党委", dated);
    expect((await row(at.songtao))?.version).toBe(1);
  });
});

describe("move", () => {
  it("carries the whole subtree along", async () => {
    await units.move(office, await versionOf(at.wangjiang), at.beigu, dated);
    expect(await row(at.wangjiang)).toMatchObject({ path: `${at.root}/${at.beigu}/${at.wangjiang}/`, depth: 2, parentId: at.beigu });
    expect(await row(at.branch)).toMatchObject({ path: `${at.root}/${at.beigu}/${at.wangjiang}/${at.branch}/`, depth: 3, parentId: at.wangjiang, version: 1 });
    expect((await row(at.songtao))?.path).toBe(`${at.root}/${at.yunfan}/${at.songtao}/`);
    expect((await getUnit(office, at.wangjiang)).history[0]?.lines).toEqual(["上级：云帆街道党工委 → 北固街道党工委"]);
  });

  it("places it last among its new siblings and changes depth going up", async () => {
    await units.move(office, await versionOf(at.branch), at.root, dated);
    expect(await row(at.branch)).toMatchObject({ depth: 1, path: `${at.root}/${at.branch}/`, position: 3 });
    expect((await names(office)).at(-1)).toBe("第一支部");
  });

  it("refuses the root, itself, its own subtree, a taken name and a closed parent", async () => {
    await refused(async () => units.move(office, await versionOf(at.root), at.beigu, dated), Refusal);
    for (const below of [at.yunfan, at.wangjiang, at.branch]) {
      expect(await inField(async () => units.move(office, await versionOf(at.yunfan), below, dated), "parentId")).toContain("下级之下");
    }
    await units.establish(office, { ...plain, parentId: at.beigu, name: "松涛社区党委" });
    expect(await inField(async () => units.move(office, await versionOf(at.songtao), at.beigu, dated), "parentId")).toContain("松涛社区党委");
    await units.deactivate(office, await versionOf(at.songtao), dated, false);
    expect(await inField(async () => units.move(office, await versionOf(at.branch), at.songtao, dated), "parentId")).toContain("已停用");
    expect((await listParentChoices(office, { id: at.yunfan, path: (await row(at.yunfan))?.path ?? "" })).map((c) => c.id).sort()).toEqual([at.root, at.beigu, (await listUnitChoices(office)).find((c) => c.name === "松涛社区党委")?.id].sort());
  });

  it("tells parents of the same name apart", async () => {
    const twin = await units.establish(office, { ...plain, parentId: at.beigu, name: "望江社区党委" });
    await units.move(office, await versionOf(at.branch), twin, dated);
    expect(await row(at.branch)).toMatchObject({ parentId: twin, path: `${at.root}/${at.beigu}/${twin}/${at.branch}/` });
  });

  it("never ties a knot when two moves cross", async () => {
    const [a, b] = [await versionOf(at.yunfan), await versionOf(at.beigu)];
    const tries = await Promise.allSettled([units.move(office, a, at.beigu, dated), units.move(office, b, at.yunfan, dated)]);
    expect(tries.map((t) => t.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await names(office)).toHaveLength(6);
  });
});

describe("adjust", () => {
  it("changes kind and marks", async () => {
    await units.adjust(office, await versionOf(at.beigu), { kind: "TOWNSHIP", isElecting: true, isHandling: true }, { effectiveOn: today(), basis: null });
    expect((await getUnit(office, at.beigu)).history[0]?.lines).toEqual(["类别：街道 → 乡镇", "承办单位：否 → 是"]);
  });

  it("keeps an electing unit while delegates of the present term were elected there, and a handling unit while accounts act for it", async () => {
    await plantDelegate({ ...(await presentTerm()), unitId: at.yunfan });
    expect(await inField(async () => units.adjust(office, await versionOf(at.yunfan), { kind: "SUBDISTRICT", isElecting: false, isHandling: false }, dated), "isElecting")).toContain("1 名");
    await units.adjust(office, await versionOf(at.beigu), { kind: "SUBDISTRICT", isElecting: true, isHandling: true }, dated);
    await grantOn(at.beigu, "HANDLING_UNIT");
    expect(await inField(async () => units.adjust(office, await versionOf(at.beigu), { kind: "SUBDISTRICT", isElecting: true, isHandling: false }, dated), "isHandling")).toContain("1 个");
  });
});

async function grantOn(unitId: string, role: "UNIT_LIAISON" | "HANDLING_UNIT") {
  const [account] = await ownerQuery<{ id: string }>(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId") VALUES (gen_random_uuid(), $1, '周立', 'x', $2) RETURNING id`, [`u${unitId}`, committee.id]);
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES (gen_random_uuid(), $1, $2::"Role", $3, $4)`, [account?.id, role, committee.id, unitId]);
}

describe("deactivate and reactivate", () => {
  it("closes from a day on and opens again, each with its day and ground", async () => {
    await units.deactivate(office, await versionOf(at.branch), dated, false);
    expect(await getUnit(office, at.branch)).toMatchObject({ activeTo: dated.effectiveOn });
    await refused(async () => units.rename(office, await versionOf(at.branch), "改名支部", dated), Refusal);
    expect(await inField(async () => units.reactivate(office, await versionOf(at.branch), { ...dated, effectiveOn: "2024-04-30" }), "effectiveOn")).toContain("停用日期");
    await units.reactivate(office, await versionOf(at.branch), { ...dated, effectiveOn: "2025-01-01" });
    expect((await getUnit(office, at.branch)).history.map((h) => [h.event, h.effectiveOn])).toEqual([["REACTIVATE", "2025-01-01"], ["DEACTIVATE", "2024-05-01"], ["ESTABLISH", "2001-03-01"]]);
  });

  it("refuses while units below are in use, and warns of delegates and accounts until confirmed", async () => {
    expect((await refused(async () => units.deactivate(office, await versionOf(at.wangjiang), dated, true), Refusal)).message).toContain("1 个下级");
    await plantDelegate({ ...(await presentTerm()), unitId: at.beigu });
    await grantOn(at.beigu, "UNIT_LIAISON");
    const warning = await inField(async () => units.deactivate(office, await versionOf(at.beigu), dated, false), "despite");
    expect(warning).toContain("1 名本届在册代表");
    expect(warning).toContain("1 个账号");
    await units.deactivate(office, await versionOf(at.beigu), dated, true);
    expect((await getUnit(office, at.beigu)).activeTo).toBe("2024-05-01");
  });

  it("does not open a unit below a closed one, nor close the root", async () => {
    await units.deactivate(office, await versionOf(at.branch), dated, false);
    await units.deactivate(office, await versionOf(at.wangjiang), dated, false);
    expect((await refused(async () => units.reactivate(office, await versionOf(at.branch), { ...dated, effectiveOn: "2025-01-01" }), Refusal)).message).toContain("上级已停用");
    expect((await refused(async () => units.deactivate(office, await versionOf(at.root), dated, true), Refusal)).message).toContain("根");
  });
});

describe("remove", () => {
  it("takes away what nothing refers to; the audit keeps it", async () => {
    await units.remove(office, await versionOf(at.branch));
    await expect(getUnit(office, at.branch)).rejects.toBeInstanceOf(NotFound);
    expect((await audits("unit.remove"))[0]?.changes).toMatchObject({ name: ["第一支部", null], parentId: ["望江社区党委", null] });
  });

  it("names what stands in the way", async () => {
    const why = async (id: string) => (await refused(async () => units.remove(office, await versionOf(id)), Refusal)).message;
    expect(await why(at.wangjiang)).toContain("1 个下级党组织");
    await plantDelegate({ ...(await presentTerm()), unitId: at.beigu, status: "TERMINATED" });
    expect(await why(at.beigu)).toContain("1 名代表（含历届）");
    expect(await why(at.yunfan)).toContain("1 个代表团");
    await grantOn(at.branch, "UNIT_LIAISON");
    expect(await why(at.branch)).toContain("1 个账号授权");
    expect(await why(at.root)).toContain("根");
  });

  it("does not remove what was changed meanwhile", async () => {
    const seen = await versionOf(at.branch);
    await units.rename(office, seen, "第一党支部", dated);
    await refused(() => units.remove(office, seen), Conflict);
  });
});
