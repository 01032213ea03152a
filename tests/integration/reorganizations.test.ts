import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { countOf, figures, total } from "@/lib/compositions/figures";
import { filtersOf } from "@/lib/compositions/links";
import { getComposition } from "@/lib/compositions/queries";
import { previewMove } from "@/lib/delegates/batch-queries";
import { moveMany } from "@/lib/delegates/batch-service";
import { delegateFilters } from "@/lib/delegates/filters";
import { countDelegates, getDelegate, getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { changeStatus, create, edit } from "@/lib/delegates/service";
import { give } from "@/lib/grants/service";
import type { AccountActor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { getMergePlan } from "@/lib/reorganizations/queries";
import { merge, split } from "@/lib/reorganizations/service";
import type { SplitInput } from "@/lib/reorganizations/schema";
import { runImport } from "@/lib/roster-imports/job-service";
import { getImport } from "@/lib/roster-imports/queries";
import { commit as commitImport, upload } from "@/lib/roster-imports/service";
import { getSplitPlan } from "@/lib/reorganizations/split-queries";
import { getTermination } from "@/lib/terminations/queries";
import { propose } from "@/lib/terminations/service";
import { addDelegation, openTerm } from "@/lib/terms/service";
import { startClock } from "@/lib/deadlines/clock-service";
import { getUnit } from "@/lib/units/queries";
import { establish, remove, rename } from "@/lib/units/service";
import { listVacancies } from "@/lib/vacancies/queries";
import { vacancyFilters } from "@/lib/vacancies/schema";
import { actingAs, plantAccount } from "../support/accounts";
import { actorOf, plantDelegate, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const YESTERDAY = addDays(today(), -1);
const TABLES = ["Unit", "UnitChange", "Delegate", "DelegatePast", "Delegation", "Vacancy", "TerminationCase", "Grant", "AuditEvent"];
const DATED = { effectiveOn: "2026-03-01", basis: "青委发〔2026〕5号" };

let house: House;
let [wei, lan, qi] = ["", "", ""];
/** 云帆街道 ⊃ 望湖社区 ⊃ 望湖一支部; 北固街道 has a unit of its own name below, too. */
let branch: string;

beforeEach(async () => {
  house = await newHouse();
  const { delegations, units } = house;
  branch = await unit(units.wanghu, "望湖一支部");
  [wei = "", lan = "", qi = ""] = await enter(house, [
    { values: filled({ name: "魏青", delegationId: delegations.cloud }), unitId: units.wanghu }, { values: filled({ name: "蓝田玉", delegationId: delegations.cloud }), unitId: units.wanghu },
    { values: filled({ name: "齐物", delegationId: delegations.north }), unitId: units.beigu },
  ]);
});

const unit = (parentId: string, name: string) => establish(house.system, { parentId, name, kind: "BRANCH", isElecting: false, isHandling: false, activeFrom: "2001-03-01", basis: null });
const row = async (id: string) => (await ownerQuery<{ parentId: string; path: string; depth: number; activeTo: Date | null; isElecting: boolean; isHandling: boolean; version: number; name: string }>(`SELECT * FROM "Unit" WHERE id = $1`, [id]))[0]!;
const unitOf = async (delegate: string) => (await getDelegate(house.office, delegate)).unitId;
const audits = (verb: string) => ownerQuery<{ targetName: string; changes: Record<string, unknown>; reason: string }>(`SELECT * FROM "AuditEvent" WHERE "committeeId" = $1 AND verb = $2 AND outcome = 'DONE' ORDER BY seq`, [house.id, verb]);
const historyOf = async (id: string, actor: AccountActor = house.office) => (await getUnit(actor, id)).history.map((h) => [h.event, h.effectiveOn, h.basis, ...h.lines]);

const plan = (id: string, intoId: string, also: string[] = []) => getMergePlan(house.office, { id, intoId, also });
const looked = async (id: string, intoId: string, also: string[] = []) => ({ id, intoId, also, ...DATED, expected: (await plan(id, intoId, also)).mark });
const join = async (id: string, intoId: string, also: string[] = [], actor = house.office) => merge(actor, await looked(id, intoId, also));

type Part = Partial<Omit<SplitInput, "id" | "expected">>;
const part = (id: string, more: Part) => ({ id, toId: null, parentId: null, name: "", kind: null, delegates: [], children: [], grants: [], ...DATED, ...more });
const divided = async (id: string, more: Part): Promise<SplitInput> => {
  const input = part(id, more);
  return { ...input, expected: (await getSplitPlan(house.office, id, input, input)).mark };
};

/** The act must be refused with this error and leave every record exactly as it was. */
async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const rows = async () => [await rowsOf(house.id, ...TABLES.filter((t) => t !== "AuditEvent")), await ownerQuery(`SELECT count(*)::int AS n FROM "AuditEvent" WHERE "committeeId" = $1 AND outcome = 'DONE'`, [house.id])];
  const before = await rows();
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rows()).toEqual(before);
  return thrown as Refusal;
}

/** An account with these roles and a session under way; `reach` tells what its liaison sees now, read as a sign-in reads it. */
async function account(name: string, grants: { role: string; unitId: string }[]) {
  const id = newId();
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId") VALUES ($1, $2, $3, 'x', $4)`, [id, `u${id}`, name, house.id]);
  for (const { role, unitId } of grants) await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, $3::"Role", $4, $5)`, [newId(), id, role, house.id, unitId]);
  await ownerQuery(`INSERT INTO "Session" (id, "tokenHash", "accountId", "expiresAt") VALUES ($1, $2, $3, now() + interval '1 hour')`, [newId(), `t${id}`, id]);
  const held = () => ownerQuery<{ role: string; unitId: string }>(`SELECT role::text, "unitId" FROM "Grant" WHERE "accountId" = $1 ORDER BY role`, [id]);
  const signedIn = async () => (await ownerQuery<{ n: number }>(`SELECT count(*)::int AS n FROM "Session" WHERE "accountId" = $1 AND "revokedAt" IS NULL`, [id]))[0]?.n === 1;
  const reach = async (): Promise<AccountActor> => {
    const units = await ownerQuery<{ id: string }>(`SELECT u.id FROM "Grant" g JOIN "Unit" w ON w.id = g."unitId" JOIN "Unit" u ON starts_with(u.path, w.path) WHERE g."accountId" = $1 AND g.role = 'UNIT_LIAISON' ORDER BY u.depth`, [id]);
    return actorOf("UNIT_LIAISON", house.id, units.map((u) => u.id), name);
  };
  return { id, held, signedIn, reach };
}

const seen = async (actor: AccountActor, asked: object = {}) => {
  const filters = delegateFilters.parse(asked);
  const { rows, total } = await listDelegates(actor, filters, (await getRosterFrame(actor, { asOf: filters.asOf }, today()))!);
  expect(rows).toHaveLength(total);
  return rows.map((r) => r.name).sort();
};

describe("a merge", () => {
  it("carries delegates, delegations, children, seats and cases, closes the unit, and tells both sides", async () => {
    const { units, delegations } = house;
    const own = await addDelegation(house.office, house.termId, { name: "望湖代表团", unitId: units.wanghu });
    await changeStatus(house.head, lan, 1, "TRANSFER_OUT", { effectiveOn: "2026-02-01", basis: "组织关系转出" });
    const open = await propose(house.liaison, { delegateId: wei, cause: "RESIGNATION_ACCEPTED", grounds: "本人书面辞去代表资格，单位已核实", proposedOn: "2026-02-10" });
    await startClock(house.office, { act: "correction.confirm", subjectId: newId(), subjectName: "魏青的更正申请", owner: { role: "UNIT_LIAISON", unitId: units.wanghu, accountId: null }, unitId: units.wanghu, on: today() });
    await join(units.wanghu, units.beigu);
    expect(await ownerQuery(`SELECT "unitId", "ownerUnitId" FROM "Deadline" WHERE "committeeId" = $1`, [house.id])).toEqual([{ unitId: units.beigu, ownerUnitId: units.beigu }]);
    expect([await unitOf(wei), await unitOf(lan), await unitOf(qi)]).toEqual([units.beigu, units.wanghu, units.beigu]);
    expect(await row(units.wanghu)).toMatchObject({ activeTo: new Date("2026-03-01") });
    const moved = await row(branch);
    expect([moved.parentId, moved.path, moved.depth]).toEqual([units.beigu, `${(await row(units.beigu)).path}${branch}/`, 2]);
    expect(await ownerQuery(`SELECT "unitId" FROM "Delegation" WHERE id = ANY($1) ORDER BY name`, [[own, delegations.cloud]])).toEqual([{ unitId: units.beigu }, { unitId: units.yunfan }].sort((a, b) => (a.unitId === units.yunfan ? -1 : b.unitId === units.yunfan ? 1 : 0)));
    expect((await listVacancies(house.office, vacancyFilters.parse({}))).rows.map((v) => [v.unitId, v.delegate.person.name])).toEqual([[units.beigu, "蓝田玉"]]);
    expect((await getTermination(house.office, open)).unitId).toBe(units.beigu);
    expect((await historyOf(units.wanghu))[0]).toEqual(["MERGE", "2026-03-01", DATED.basis, "并入：北固街道党工委", "随同转移的在册代表：1 名"]);
    expect((await historyOf(units.beigu))[0]).toEqual(["ABSORB", "2026-03-01", DATED.basis, "接收自：望湖社区党委", "随同转移的在册代表：1 名"]);
    expect((await historyOf(branch))[0]).toEqual(["MOVE", "2026-03-01", DATED.basis, "上级：望湖社区党委 → 北固街道党工委"]);
    expect((await audits("delegate.carry")).map((e) => [e.targetName, e.changes, e.reason])).toEqual([["魏青", { unitId: ["望湖社区党委", "北固街道党工委"] }, DATED.basis]]);
    expect((await audits("unit.merge"))[0]?.changes).toMatchObject({ others: [null, "北固街道党工委"], heads: [null, "1"], below: [null, "1"] });
    expect([(await audits("unit.absorb")).length, (await audits("vacancy.carry")).length, (await audits("termination.carry")).length, (await audits("delegation.setUnit")).length]).toEqual([1, 1, 1, 1]);
  });

  it("leaves the day before as it was, and tells today's with its own rows: list, filter, composition", async () => {
    const { units } = house;
    const by = async (asOf?: string) => {
      const { frame, scope, units: found } = (await getComposition(house.office, { scope: "register", asOf }))!;
      const of = { termId: frame.termId, on: frame.on, asOf: frame.asOf, scope };
      for (const u of found) for (const figure of figures) {
        const listed = await countDelegates(house.office, delegateFilters.parse(filtersOf(figure, { unit: u.id }, of)), frame);
        expect([u.name, figure.key, countOf(figure, u.cell)]).toEqual([u.name, figure.key, listed]);
      }
      return Promise.all(found.map(async (u) => [u.name, countOf(total, u.cell), (await seen(house.office, filtersOf(total, { unit: u.id }, of))).length]));
    };
    const before = await by(YESTERDAY);
    await join(units.wanghu, units.beigu);
    expect(before.sort()).toEqual([["北固街道党工委", 1, 1], ["望湖社区党委", 2, 2]]);
    expect([(await by(YESTERDAY)).sort(), await by()]).toEqual([before, [["北固街道党工委", 3, 3]]]);
    expect(await seen(house.office, { asOf: YESTERDAY, unit: units.wanghu })).toEqual(["蓝田玉", "魏青"].sort());
    expect([await seen(house.office, { asOf: YESTERDAY, unit: units.beigu }), await seen(house.office, { unit: units.wanghu })]).toEqual([["齐物"], []]);
    const past = await ownerQuery(`SELECT "unitName", "untilOn"::text FROM "DelegatePast" WHERE "delegateId" = ANY($1)`, [[wei, lan]]);
    expect(past).toEqual([wei, lan].map(() => ({ unitName: "望湖社区党委", untilOn: today() })));
  });

  it("carries the ledger of its delegates, where they take part, and what it was about to organise", async () => {
    const { units } = house;
    const at = { committeeId: house.id, termId: house.termId, unitId: units.wanghu };
    const when = { startsAt: "2026-03-05T01:00:00Z", endsAt: "2026-03-05T03:00:00Z" };
    const gathering = (state: "PUBLISHED" | "ARCHIVED") => db().activity.create({ data: { ...at, ...when, kind: "GROUP", entry: "INVITATION", state, title: "走访企业", place: "望湖社区", authorName: "孟帆" }, select: { id: true } });
    const [coming, past] = [await gathering("PUBLISHED"), await gathering("ARCHIVED")];
    for (const delegateId of [wei, qi]) {
      const unitId = delegateId === wei ? units.wanghu : units.beigu;
      await db().duty.create({ data: { ...at, unitId, delegateId, kind: "CONTACT", origin: "OWN", title: "走访党员", heldOn: new Date("2026-02-01"), authorName: "魏青" } });
      await db().participation.create({ data: { committeeId: house.id, activityId: coming.id, delegateId, unitId, state: "INVITED" } });
    }
    await join(units.wanghu, units.beigu);
    for (const table of ["Duty", "Participation"]) expect((await ownerQuery(`SELECT DISTINCT "unitId" FROM "${table}" WHERE "committeeId" = $1`, [house.id])).map((r) => (r as { unitId: string }).unitId), table).toEqual([units.beigu]);
    expect(await ownerQuery(`SELECT id, "unitId" FROM "Activity" WHERE "committeeId" = $1 ORDER BY id`, [house.id])).toEqual([{ id: coming.id, unitId: units.beigu }, { id: past.id, unitId: units.wanghu }]);
  });

  it("moves what a liaison sees at once, drops a role the account has there already, and ends the sessions", async () => {
    const { units } = house;
    const [meng, both, far] = [await account("孟帆", [{ role: "UNIT_LIAISON", unitId: units.wanghu }]), await account("兼两处", [{ role: "UNIT_LIAISON", unitId: units.wanghu }, { role: "UNIT_LIAISON", unitId: units.beigu }]), await account("别处", [{ role: "UNIT_LIAISON", unitId: units.yunfan }])];
    expect([await seen(await meng.reach()), await meng.signedIn()]).toEqual([["蓝田玉", "魏青"].sort(), true]);
    expect((await plan(units.wanghu, units.beigu)).extent.grants.map((g) => [g.name, g.held])).toEqual([["孟帆", false], ["兼两处", true]]);
    await join(units.wanghu, units.beigu);
    const now = await meng.reach();
    expect([await seen(now), await meng.held(), await meng.signedIn()]).toEqual([["蓝田玉", "齐物", "魏青"].sort(), [{ role: "UNIT_LIAISON", unitId: units.beigu }], false]);
    expect([await both.held(), await both.signedIn()]).toEqual([[{ role: "UNIT_LIAISON", unitId: units.beigu }], false]);
    expect([await far.signedIn(), await seen(await far.reach())]).toEqual([true, []]);
    expect((await historyOf(units.beigu, now))[0]).toContain("接收自：（不在您的范围内）");
    await expect(getUnit(now, units.wanghu)).rejects.toThrow(NotFound);
    expect([(await audits("grant.carry")).length, (await audits("grant.drop")).length]).toEqual([1, 1]);
  });

  it("takes several at once, one below the other, and makes the one that stays what they were", async () => {
    const { units } = house;
    const target = await unit(units.root, "滨江片区党委");
    await account("承办", [{ role: "HANDLING_UNIT", unitId: units.wanghu }]);
    await ownerQuery(`UPDATE "Unit" SET "isHandling" = true WHERE id = $1`, [units.wanghu]);
    await join(units.yunfan, target, [units.wanghu, units.beigu]);
    expect([await unitOf(wei), await unitOf(qi)]).toEqual([target, target]);
    expect(await row(target)).toMatchObject({ isElecting: true, isHandling: true, activeTo: null });
    expect([(await row(branch)).parentId, (await row(units.wanghu)).parentId]).toEqual([target, units.yunfan]);
    expect((await historyOf(target))[0]?.slice(3)).toEqual([`接收自：${[units.yunfan, units.wanghu, units.beigu].sort().map((id) => ({ [units.yunfan]: "云帆街道党工委", [units.wanghu]: "望湖社区党委", [units.beigu]: "北固街道党工委" })[id]).join("、")}`, "随同转移的在册代表：3 名", "选举单位：否 → 是", "承办单位：否 → 是"]);
  });

  it("leaves former terms and those who left under the old name", async () => {
    const { units } = house;
    const old = await openTerm(house.system, { level: "DISTRICT", ordinal: 5, name: "青澜区第五次党代会", congressFrom: null, congressTo: null, startsOn: "2020-12-31", endsOn: "2025-12-31", ageReferenceOn: null });
    const former = await addDelegation(house.system, old, { name: "旧望湖代表团", unitId: units.wanghu });
    const archived = await plantDelegate({ committeeId: house.id, termId: old, delegationId: former, unitId: units.wanghu, status: "TERM_ENDED" });
    const left = await plantDelegate({ committeeId: house.id, termId: house.termId, delegationId: house.delegations.cloud, unitId: units.wanghu, status: "CEASED" });
    expect((await plan(units.wanghu, units.beigu)).staying.map((s) => [s.termName, s.count]).sort()).toEqual([["青澜区第五次党代会", 1], ["青澜区第六次党代会", 1]]);
    await join(units.wanghu, units.beigu);
    expect([await unitOf(archived), await unitOf(left)]).toEqual([units.wanghu, units.wanghu]);
    expect(await ownerQuery(`SELECT "unitId" FROM "Delegation" WHERE id = $1`, [former])).toEqual([{ unitId: units.wanghu }]);
  });

  it("is refused, and nothing is changed, when anything moved since the preview", async () => {
    const { units } = house;
    const input = await looked(units.wanghu, units.beigu);
    await enter(house, [{ values: filled({ name: "新来", delegationId: house.delegations.cloud }), unitId: units.wanghu }]);
    expect((await refused(() => merge(house.office, input))).message).toContain("有变动");
    const again = await looked(units.wanghu, units.beigu);
    await account("后来的联络员", [{ role: "UNIT_LIAISON", unitId: units.wanghu }]);
    await refused(() => merge(house.office, again));
    const third = await looked(units.wanghu, units.beigu);
    await rename(house.office, { id: units.beigu, version: (await row(units.beigu)).version }, "北固片区党委", DATED);
    await refused(() => merge(house.office, third));
    await join(units.wanghu, units.beigu);
  });

  it("done twice at once happens once", async () => {
    const { units } = house;
    const input = await looked(units.wanghu, units.beigu);
    const results = await Promise.allSettled([merge(house.office, input), merge(house.head, input)]);
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await audits("unit.merge")).length).toBe(1);
    expect((await refused(() => merge(house.office, input))).message).toContain("已停用");
  });

  it("keeps the history of both: neither can be removed afterwards", async () => {
    const [empty, taken] = [await unit(house.units.root, "滨江片区党委"), await unit(house.units.root, "滨河片区党委")];
    await join(empty, taken);
    for (const id of [empty, taken]) expect((await refused(async () => remove(house.office, { id, version: (await row(id)).version }))).message).toContain("1 次合并、拆分的沿革");
  });

  it("waits for whoever is just being registered in the unit, and is then refused", async () => {
    const { units } = house;
    const input = await looked(units.wanghu, units.beigu);
    await ownerQuery("BEGIN");
    await plantDelegate({ committeeId: house.id, termId: house.termId, delegationId: house.delegations.cloud, unitId: units.wanghu });
    const merging = merge(house.office, input).then(() => null, (e: unknown) => e);
    for (let waiting = 0; waiting === 0;) waiting = (await ownerQuery<{ n: number }>(`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()`))[0]?.n ?? 0;
    await ownerQuery("COMMIT");
    expect(await merging).toMatchObject({ message: expect.stringContaining("有变动") });
    expect((await row(units.wanghu)).activeTo).toBeNull();
  });

  it("leaves no way into the closed unit: not by hand, not by a list looked at before, not by a grant", async () => {
    const { units, delegations } = house;
    const form = (name: string) => filled({ name, delegationId: delegations.cloud, unitId: units.wanghu });
    const clerk = actingAs(await plantAccount(house.id, "OFFICE"), "OFFICE", house.id);
    const older = await upload(clerk, house.termId, "名册.csv", Buffer.from("姓名,出生年月,代表团,选举单位\n石上泉,1980.05,云帆代表团,望湖社区党委\n"));
    await runImport(older);
    const [{ id: accountId } = { id: "" }] = [await account("后来的联络员", [])];
    await join(units.wanghu, units.beigu);
    expect((await refused(() => create(house.office, house.termId, form("后来者"), { samePerson: "different", reviewBasis: null }))).fields.unitId?.[0]).toContain("已停用");
    const everybody = delegateFilters.parse({});
    const { seal } = (await previewMove(house.office, everybody, (await getRosterFrame(house.office, {}, today()))!, { unitId: units.wanghu }))!;
    expect((await refused(() => moveMany(house.office, everybody, { unitId: units.wanghu }, seal))).fields.unitId?.[0]).toContain("已停用");
    await expect(give(actorOf("SECURITY_ADMIN", house.id), { accountId, version: 1, role: "UNIT_LIAISON", unitId: units.wanghu })).rejects.toThrow(Refusal);
    await commitImport(clerk, older, { mode: "ADD_ONLY", reviewBasis: null });
    await runImport(older);
    expect(await getImport(house.office, older)).toMatchObject({ state: "FAILED", added: 0 });
    expect(await seen(house.office, { unit: units.wanghu })).toEqual([]);
    const left = await plantDelegate({ committeeId: house.id, termId: house.termId, delegationId: delegations.cloud, unitId: units.wanghu, status: "CEASED" });
    const d = await getDelegate(house.office, left);
    await edit(house.office, left, `${d.version}.${d.person.version}`, filled({ name: "试用名", birthMonth: "1975.04", delegationId: delegations.cloud, unitId: units.wanghu, employer: "望湖社区" }));
  });

  it("is refused where it cannot be: root, itself, below itself, closed, same names below, too deep, days out of order", async () => {
    const { units } = house;
    const why = async (id: string, into: string) => (await refused(async () => join(id, into))).message;
    expect(await why(units.wanghu, units.root)).toContain("选举单位未填");
    expect(await why(units.root, units.beigu)).toContain("本级党组织不能并入");
    expect(await why(units.beigu, units.beigu)).toContain("自己");
    expect(await why(units.yunfan, units.wanghu)).toContain("是“云帆街道党工委”的下级");
    const twin = await unit(units.beigu, "望湖一支部");
    expect(await why(units.wanghu, units.beigu)).toContain("重名：望湖一支部");
    let deep = branch;
    for (let i = 0; i < 8; i += 1) deep = await unit(deep, `第${i}层`);
    expect(await why(units.wanghu, await unit(twin, "望湖一小组"))).toContain("12 层");
    const input = await looked(units.wanghu, units.yunfan);
    expect((await refused(() => merge(house.office, { ...input, effectiveOn: addDays(today(), 1) }))).fields.effectiveOn?.[0]).toContain("今天");
    expect((await refused(() => merge(house.office, { ...input, effectiveOn: "2001-02-28" }))).fields.effectiveOn?.[0]).toContain("设立日期");
    await join(units.wanghu, units.yunfan);
    expect(await why(units.wanghu, units.beigu)).toContain("已停用");
  });

  it("is refused to everybody but the office of the committee, who learn of no unit of another", async () => {
    const { units } = house;
    const other = await newHouse();
    const input = await looked(units.wanghu, units.beigu);
    for (const role of ["LEADER", "SUPERVISOR"] as const) await refused(() => merge(actorOf(role, house.id), input), Forbidden);
    for (const role of ["DELEGATE", "HANDLING_UNIT", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"] as const) await refused(() => merge(actorOf(role, house.id), input), NotFound);
    await refused(() => merge(house.liaison, { ...input, intoId: units.yunfan }), Forbidden);
    await refused(() => merge(house.liaison, { ...input, id: units.beigu }), NotFound);
    await refused(() => merge(other.office, input), NotFound);
    await refused(() => merge(house.office, { ...input, intoId: other.units.beigu }), NotFound);
    await expect(getMergePlan(house.liaison, { id: units.wanghu, intoId: units.yunfan, also: [] })).rejects.toThrow(Forbidden);
  });
});

describe("a split", () => {
  it("gives the chosen to a new unit, keeps the rest, and tells both sides", async () => {
    const { units } = house;
    const open = await propose(house.liaison, { delegateId: wei, cause: "RESIGNATION_ACCEPTED", grounds: "本人书面辞去代表资格，单位已核实", proposedOn: "2026-02-10" });
    const [meng, stays] = [await account("孟帆", [{ role: "UNIT_LIAISON", unitId: units.wanghu }]), await account("留下", [{ role: "UNIT_LIAISON", unitId: units.wanghu }])];
    const [grant] = await ownerQuery<{ id: string }>(`SELECT id FROM "Grant" WHERE "accountId" = $1`, [meng.id]);
    const made = await split(house.office, await divided(units.wanghu, { name: "望湖新区党委", kind: "COMMUNITY", parentId: units.yunfan, delegates: [wei], children: [branch], grants: [grant?.id ?? ""] }));
    expect(await row(made)).toMatchObject({ name: "望湖新区党委", parentId: units.yunfan, isElecting: true, isHandling: false, activeTo: null });
    expect([await unitOf(wei), await unitOf(lan), (await row(branch)).parentId, (await row(units.wanghu)).activeTo]).toEqual([made, units.wanghu, made, null]);
    expect((await getTermination(house.office, open)).unitId).toBe(made);
    expect([await seen(await meng.reach()), await meng.signedIn(), await seen(await stays.reach()), await stays.signedIn()]).toEqual([["魏青"], false, ["蓝田玉"], true]);
    expect((await historyOf(units.wanghu))[0]).toEqual(["SPLIT", "2026-03-01", DATED.basis, "划给：望湖新区党委", "随同转移的在册代表：1 名"]);
    expect((await historyOf(made)).map((h) => h[0])).toEqual(["RECEIVE", "ESTABLISH"]);
    expect((await historyOf(made))[0]).toContain("划自：望湖社区党委");
    expect(await seen(house.office, { asOf: YESTERDAY, unit: units.wanghu })).toEqual(["蓝田玉", "魏青"].sort());
    expect(await seen(house.office, { asOf: YESTERDAY, unit: made })).toEqual([]);
    expect([(await audits("unit.split")).length, (await audits("unit.receive")).length, (await audits("delegate.carry")).length]).toEqual([1, 1, 1]);
  });

  it("gives to a unit there is, which becomes an electing unit by it; seats stay", async () => {
    const { units } = house;
    const target = await unit(units.root, "滨江片区党委");
    await changeStatus(house.head, lan, 1, "TRANSFER_OUT", { effectiveOn: "2026-02-01", basis: "组织关系转出" });
    expect(await split(house.office, await divided(units.wanghu, { toId: target, delegates: [wei] }))).toBe(target);
    expect([await unitOf(wei), (await row(target)).isElecting]).toEqual([target, true]);
    expect((await listVacancies(house.office, vacancyFilters.parse({}))).rows.map((v) => v.unitId)).toEqual([units.wanghu]);
  });

  it("is refused, and nothing is changed, when a chosen one moved, twice at once, or nothing fits", async () => {
    const { units } = house;
    const input = await divided(units.wanghu, { toId: units.beigu, delegates: [wei] });
    const results = await Promise.allSettled([split(house.office, input), split(house.head, input)]);
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await refused(() => split(house.office, input))).message).toContain("不属于本单位");
    const why = async (more: Part) => (await refused(async () => split(house.office, await divided(units.wanghu, more)))).message;
    expect(await why({ toId: units.beigu })).toContain("至少勾选");
    expect(await why({ toId: units.beigu, delegates: [qi] })).toContain("不属于本单位");
    expect(await why({ toId: branch, children: [branch] })).toContain("望湖一支部");
    expect(await why({ name: "新区党委", kind: "BRANCH", parentId: branch, children: [branch], delegates: [lan] })).toContain("不能是随同划出的下级");
    expect(await why({ name: "望湖社区党委", kind: "BRANCH", parentId: units.yunfan, delegates: [lan] })).toContain("已有“望湖社区党委”");
    expect(await why({ name: "新区党委", kind: "BRANCH", delegates: [lan] })).toContain("上级");
    expect(await why({ parentId: units.yunfan, kind: "BRANCH", delegates: [lan] })).toContain("名称");
    const late = await divided(units.wanghu, { toId: units.beigu, delegates: [lan] });
    expect((await refused(() => split(house.office, { ...late, effectiveOn: addDays(today(), 1) }))).fields.effectiveOn).toBeDefined();
    for (const actor of [actorOf("LEADER", house.id), house.liaison]) await refused(() => split(actor, { ...late, toId: actor.role === "LEADER" ? late.toId : units.yunfan }), Forbidden);
    await refused(async () => split((await newHouse()).office, late), NotFound);
  });
});

describe("everything that refers to a unit", () => {
  it("is known to the merge: a new reference has to decide there whether it goes along", async () => {
    const refers = await ownerQuery<{ place: string }>(`SELECT c.conrelid::regclass::text || '.' || a.attname AS place FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) WHERE c.contype = 'f' AND c.confrelid = '"Unit"'::regclass ORDER BY 1`);
    // The history of a unit and the rules set for it stay its own; everything else is carried by lib/reorganizations/service.ts.
    expect(refers.map((r) => r.place)).toEqual(['"Activity".unitId', '"Deadline".ownerUnitId', '"Deadline".unitId', '"Delegate".unitId', '"Delegation".unitId', '"Duty".unitId', '"Grant".unitId', '"Opinion".targetId', '"Opinion".unitId', '"Participation".unitId', '"RuleSetting".unitId', '"TerminationCase".unitId', '"Unit".parentId', '"UnitChange".unitId', '"Vacancy".unitId']);
    const named = await ownerQuery<{ t: string }>(`SELECT table_name::text AS t FROM information_schema.columns WHERE table_schema = 'public' AND column_name ILIKE '%unitid' ORDER BY 1`);
    // What the register said on an earlier day keeps the unit of that day; the tally follows the ledger by its trigger.
    expect(named.map((r) => r.t)).toEqual(["Activity", "Deadline", "Deadline", "Delegate", "DelegatePast", "Delegation", "Duty", "DutyTally", "Grant", "Opinion", "Participation", "RuleSetting", "TerminationCase", "UnitChange", "Vacancy"]);
  });
});
