import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enter as enterNotice } from "@/lib/calendars/service";
import { startMissingHandlings } from "@/lib/corrections/clock-service";
import { confirm, submit, withdraw } from "@/lib/corrections/service";
import { submitInput } from "@/lib/corrections/schema";
import { getDelegate } from "@/lib/delegates/queries";
import { countByUnit, countDeadlines, countLights, getDeadline, listDeadlines, listDeadlinesOf } from "@/lib/deadlines/queries";
import { lights } from "@/lib/deadlines/labels";
import { startClock } from "@/lib/deadlines/clock-service";
import { visibleTo } from "@/lib/deadlines/policy";
import { visibleSql } from "@/lib/deadlines/scope-sql";
import { deadlineFilters } from "@/lib/deadlines/schema";
import { runPass } from "@/lib/deadlines/pass-service";
import * as deadlines from "@/lib/deadlines/service";
import type { AccountActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { setClock } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { startMissingFilings } from "@/lib/terminations/clock-service";
import { getTermination } from "@/lib/terminations/queries";
import { decideYes, file, propose } from "@/lib/terminations/service";
import { Prisma } from "@/prisma/client/client";
import { Role } from "@/prisma/client/enums";
import { actorOf } from "../support/committee";
import { ownerQuery, useDatabase } from "../support/database";
import { NOTICE } from "../support/notice";
import { cardOf, enter, filled, newHouse, type House } from "../support/roster";

useDatabase();

let house: House;
let mine: string;
let me: AccountActor;
let supervisor: AccountActor;

const at = (day: string, time = "09:00") => setClock(() => new Date(`${day}T${time}:00+08:00`));
const letters = () => ownerQuery<{ kind: string; key: string; audience: { holders: { role: string; unitId: string | null }[] }; variables: Record<string, string> }>(`SELECT kind, key, audience, variables FROM "Dispatch" WHERE "committeeId" = $1 ORDER BY id`, [house.id]);
const kindsOut = async () => (await letters()).map((l) => l.kind);
const filters = (given: Record<string, string> = {}) => deadlineFilters.parse(given);
const refusal = async (run: () => Promise<unknown>, type: new (...args: never[]) => Refusal = Refusal) => {
  const error = await run().then(() => null, (e: unknown) => e);
  expect(error).toBeInstanceOf(type);
  return error as Refusal;
};

async function plantAccount(role: Role, unitId: string | null, name: string): Promise<string> {
  const id = newId();
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId") VALUES ($1, $2, $3, 'x', $4)`, [id, `l${randomBytes(6).toString("hex")}`, name, house.id]);
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, $3::"Role", $4, $5)`, [newId(), id, role, house.id, unitId]);
  return id;
}

beforeEach(async () => {
  at("2026-09-01");
  house = await newHouse();
  [mine = ""] = await enter(house, [{ values: filled({ name: "云上客", delegationId: house.delegations.cloud, idNumber: cardOf("19790405", 22), mobile: "10012344417" }), unitId: house.units.wanghu }]);
  me = { ...actorOf("DELEGATE", house.id, [], "云上客"), personId: (await getDelegate(house.office, mine)).personId };
  supervisor = actorOf("SUPERVISOR", house.id, [], "魏正");
  await plantAccount("UNIT_LIAISON", house.units.yunfan, "孟帆");
});
afterEach(() => setClock(null));

const ask = () => submit(me, submitInput.strict().parse({ reason: "职务调整，有任免通知", position: "主任" }));
const only = async (actor = house.office) => {
  const [row] = (await listDeadlines(actor, filters())).rows;
  if (!row) throw new Error("no clock");
  return row;
};

describe("a request that runs late", () => {
  it("climbs the ladder rung by rung, is urged once, and is counted for its unit", async () => {
    await ask();
    const clock = await only();
    expect([clock.actName, clock.owner, clock.dueOn, clock.light, clock.ruleValue, clock.ruleUnit]).toEqual(["核实更正申请", "望湖社区党委", "2026-09-08", "running", 5, "WORKDAY"]);
    const steps: [string, string, string[]][] = [
      ["2026-09-02", "running", []],
      ["2026-09-03", "near", ["deadline.before"]],
      ["2026-09-08", "near", ["deadline.due"]],
      ["2026-09-09", "overdue", ["deadline.toHead"]],
      ["2026-09-11", "overdue", ["deadline.toOffice"]],
      ["2026-09-12", "overdue", []],
      ["2026-09-15", "overdue", ["deadline.toSupervisor"]],
      ["2026-09-30", "overdue", []],
    ];
    let before = 0;
    for (const [day, light, sent] of steps) {
      at(day);
      await Promise.all([runPass(house.system), runPass(house.system)]);
      const kinds = await kindsOut();
      expect([day, (await only()).light, kinds.slice(before)]).toEqual([day, light, sent]);
      before = kinds.length;
    }
    expect((await letters()).map((l) => l.audience.holders)).toEqual([
      [{ role: "UNIT_LIAISON", unitId: house.units.wanghu }], [{ role: "UNIT_LIAISON", unitId: house.units.wanghu }],
      [{ role: "UNIT_LIAISON", unitId: house.units.yunfan }, { role: "UNIT_LIAISON", unitId: house.units.wanghu }], [{ role: "OFFICE", unitId: null }], [{ role: "SUPERVISOR", unitId: null }],
    ]);

    await deadlines.urge(house.office, clock.id, "请抓紧");
    const again = await refusal(() => deadlines.urge(house.head, clock.id, null).then(() => deadlines.urge(house.office, clock.id, null)));
    expect(again.message).toContain("沈文清已于 2026-09-30 09:00 催办过");
    expect(again.message).toContain("2026年10月3日");
    at("2026-10-03");
    await deadlines.urge(house.office, clock.id, null);
    const found = await getDeadline(supervisor, clock.id);
    expect(found.steps.map((s) => s.kind)).toEqual(["URGE", "URGE", "URGE", "TO_SUPERVISOR", "TO_OFFICE", "TO_HEAD", "DUE", "BEFORE"]);
    expect(await countByUnit(house.office)).toEqual([{ unitId: house.units.wanghu, name: "望湖社区党委", running: 0, near: 0, overdue: 1, paused: 0, urged: 1 }]);
    for (const asked of [{ light: "overdue" }, { urged: "1" }] as Record<string, string>[]) expect((await listDeadlines(house.office, filters({ unit: house.units.wanghu, ...asked }))).rows.map((r) => r.id)).toEqual([clock.id]);
  });

  it("of two clicks counts one", async () => {
    await ask();
    const { id } = await only();
    const done = await Promise.allSettled([1, 2, 3, 4].map(() => deadlines.urge(house.office, id, null)));
    expect(done.filter((d) => d.status === "fulfilled")).toHaveLength(1);
    expect((await getDeadline(house.office, id)).steps).toHaveLength(1);
  });

  it("hands on from the liaison to the office, and ends with the request", async () => {
    const id = await ask();
    at("2026-09-04");
    await confirm(house.liaison, { id, version: 1 }, null);
    expect((await listDeadlinesOf(house.office, "CorrectionRequest", id)).map((c) => [c.act, c.light, c.closedOn])).toEqual([["correction.approve", "running", null], ["correction.confirm", "met", "2026-09-04"]]);
    expect((await listDeadlinesOf(house.liaison, "CorrectionRequest", id)).map((c) => c.act)).toEqual(["correction.confirm"]);
    await withdraw(me, { id, version: 2 }, null);
    expect(await countLights(house.office, {}, lights)).toEqual({ open: 0, overdue: 0, near: 0, running: 0, paused: 0, met: 1, late: 0, cancelled: 1 });
  });
});

describe("the scheduler", () => {
  it("after days of standing still tells nobody that today is due what was due last week, and nothing twice when the clock goes back", async () => {
    await ask();
    at("2026-09-16");
    await runPass(house.system);
    expect(await kindsOut()).toEqual(["deadline.toHead", "deadline.toOffice", "deadline.toSupervisor"]);
    at("2026-09-03");
    await runPass(house.system);
    at("2026-09-20");
    await runPass(house.system);
    expect(await kindsOut()).toHaveLength(3);
    expect((await only()).light).toBe("overdue");
  });

  it("counts anew what reached into a year without a notice, when the notice comes, and tells the owner", async () => {
    at("2026-12-28");
    await ask();
    await runPass(house.system);
    const clock = await only();
    expect([clock.dueOn, clock.provisional]).toEqual(["2027-01-04", true]);
    await enterNotice(house.office, NOTICE);
    expect(await runPass(house.system)).toMatchObject({ recounted: 1 });
    const after = await only();
    expect([after.dueOn, after.provisional, after.firstDueOn]).toEqual(["2027-01-05", false, "2027-01-04"]);
    expect((await letters()).at(-1)?.kind).toBe("deadline.change");
    expect(await runPass(house.system)).toMatchObject({ recounted: 0 });
  });
});

describe("a decision to be filed", () => {
  it("is due ten working days later, over the holidays between, and met by the day of the filing", async () => {
    at("2026-10-15", "23:59");
    const caseId = await propose(house.office, { delegateId: mine, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-09-20" });
    const version = async () => ({ id: caseId, version: (await getTermination(house.office, caseId)).version });
    expect(await countDeadlines(house.office, {})).toBe(0);
    await decideYes(house.office, await version(), { decidedOn: "2026-09-24", meeting: "区委常委会", documentNo: "青委〔2026〕2号", effectiveOn: "2026-09-24" });
    await runPass(house.system);
    expect([await only(), await kindsOut()]).toMatchObject([{ dueOn: "2026-10-15", light: "near", left: 0, owner: "组织部经办", unitName: "中共青澜区委员会" }, ["deadline.due"]]);
    at("2026-10-16", "00:01");
    await runPass(house.system);
    expect(await only()).toMatchObject({ light: "overdue", over: 1 });
    await file(house.office, await version(), { filedOn: "2026-10-14", filedWith: "望澜市委", filingNo: null });
    expect(await countLights(house.office, {}, lights)).toMatchObject({ open: 0, met: 1, late: 0 });
  });
});

describe("what was under way before there were clocks", () => {
  it("gets its clock from the scheduler, once, with whoever has it now", async () => {
    const id = await ask();
    const caseId = await propose(house.office, { delegateId: mine, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-08-20" });
    await decideYes(house.office, { id: caseId, version: (await getTermination(house.office, caseId)).version }, { decidedOn: "2026-08-25", meeting: "区委常委会", documentNo: "青委〔2026〕2号", effectiveOn: "2026-08-25" });
    await ownerQuery(`DELETE FROM "Deadline" WHERE "committeeId" = $1`, [house.id]);
    const missing = async () => [await startMissingFilings(house.system), await startMissingHandlings(house.system)];
    expect([await missing(), await missing()]).toEqual([[1, 1], [0, 0]]);
    expect((await listDeadlines(house.office, filters())).rows.map((c) => [c.act, c.subjectId, c.owner, c.dueOn])).toEqual([["termination.file", caseId, "组织部经办", "2026-09-08"], ["correction.confirm", id, "望湖社区党委", "2026-09-08"]]);
  });
});

describe("what people do with a clock", () => {
  it("extends it to a later working day, and the ladder begins anew", async () => {
    await ask();
    at("2026-09-14");
    await runPass(house.system);
    const clock = await only();
    for (const [dueOn, words] of [["2026-09-08", "晚于原到期日"], ["2026-09-10", "不能早于今天"], ["2026-09-19", "2026-09-20"], ["2027-09-15", "不能晚于 2027-09-14"], ["9999-12-31", "最长一年"]] as const) {
      const { fields } = await refusal(() => deadlines.extend(house.head, clock, { dueOn, reason: "调取材料需要时间" }));
      expect([dueOn, fields.dueOn?.join()]).toEqual([dueOn, expect.stringContaining(words)]);
    }
    await deadlines.extend(house.head, clock, { dueOn: "2026-09-18", reason: "调取材料需要时间" });
    await refusal(() => deadlines.extend(house.head, clock, { dueOn: "2026-09-22", reason: "调取材料需要时间" }));
    expect(await only()).toMatchObject({ light: "running", dueOn: "2026-09-18", firstDueOn: "2026-09-08" });
    at("2026-09-18");
    await runPass(house.system);
    expect((await kindsOut()).slice(-2)).toEqual(["deadline.change", "deadline.due"]);
    expect((await getDeadline(house.office, clock.id)).steps.find((s) => s.kind === "EXTEND")).toMatchObject({ from: "2026-09-08", to: "2026-09-18", reason: "调取材料需要时间" });
  });

  it("extends it into a year without a notice for the time being, and to the next working day when the notice makes it one off", async () => {
    await ask();
    await deadlines.extend(house.head, await only(), { dueOn: "2027-05-04", reason: "调取材料需要时间" });
    expect(await only()).toMatchObject({ dueOn: "2027-05-04", provisional: true });
    await runPass(house.system);
    await enterNotice(house.office, NOTICE);
    await runPass(house.system);
    expect(await only()).toMatchObject({ dueOn: "2027-05-06", provisional: false });
  });

  it("stands still while paused, and moves the last day by the working days it stood", async () => {
    await ask();
    const clock = await only();
    at("2026-09-04");
    await deadlines.pause(house.office, clock, "等代表补充证明材料");
    at("2026-09-14");
    await runPass(house.system);
    expect([await only(), await kindsOut()]).toMatchObject([{ light: "paused" }, []]);
    await refusal(() => deadlines.urge(house.office, clock.id, null));
    await deadlines.resume(house.office, await only(), "材料已经补齐");
    expect(await only()).toMatchObject({ light: "near", dueOn: "2026-09-16", version: 3 });
  });

  it("sees the same clocks by both forms of its sight, in every role", async () => {
    await ask();
    at("2026-09-16");
    await runPass(house.system);
    const caseId = await propose(house.office, { delegateId: mine, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-09-01" });
    await decideYes(house.office, { id: caseId, version: (await getTermination(house.office, caseId)).version }, { decidedOn: "2026-09-15", meeting: "区委常委会", documentNo: "青委〔2026〕2号", effectiveOn: "2026-09-15" });
    await startClock(house.system, { act: "correction.confirm", subjectId: newId(), subjectName: "另一件", owner: { role: "HANDLING_UNIT", unitId: house.units.beigu, accountId: null }, unitId: house.units.beigu, on: "2026-09-15" });
    const actors = [...Object.values(Role).flatMap((role) => [[], [house.units.beigu], [house.units.yunfan, house.units.wanghu]].map((units) => actorOf(role, house.id, units))), house.system];
    const seen: number[] = [];
    for (const actor of actors) {
      const sql = await db().$queryRaw<{ id: string }[]>(Prisma.sql`SELECT d.id FROM "Deadline" d WHERE ${visibleSql(actor)} ORDER BY d.id`);
      expect([actor.role, sql]).toEqual([actor.role, await db().deadline.findMany({ where: visibleTo(actor), select: { id: true }, orderBy: { id: "asc" } })]);
      seen.push(sql.length);
    }
    expect(new Set(seen)).toEqual(new Set([0, 1, 3]));
  });

  it("never what the account owes in a seat of its own, as a deputy either", async () => {
    const id = await ask();
    await confirm(house.liaison, { id, version: 1 }, null);
    const clock = (await listDeadlines(house.office, filters({ act: "correction.approve" }))).rows[0];
    if (!clock) throw new Error("no clock");
    const deputy = await plantAccount("OFFICE", null, "许岚");
    const absent = await plantAccount("OFFICE_HEAD", null, "罗岩");
    await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "startsOn", "endsOn", "forAccountId", "forName", "forGrantId") SELECT $1, $2, role, "committeeId", '2026-09-01', '2026-09-30', "accountId", '罗岩', id FROM "Grant" WHERE "accountId" = $3`, [newId(), deputy, absent]);
    const [asDeputy, asHead] = [deputy, absent].map((accountId) => ({ ...house.head, accountId })) as [AccountActor, AccountActor];
    await refusal(() => deadlines.urge(asDeputy, clock.id, null), Forbidden);
    await refusal(() => deadlines.extend(asDeputy, clock, { dueOn: "2026-09-22", reason: "调取材料需要时间" }), Forbidden);
    expect([(await getDeadline(asDeputy, clock.id)).open, (await getDeadline(asHead, clock.id)).open]).toEqual([["pause"], ["urge", "extend", "pause"]]);
  });

  it("only with power over it, and unknown to other units", async () => {
    await ask();
    const { id } = await only();
    const north = actorOf("UNIT_LIAISON", house.id, [house.units.beigu], "郑北");
    for (const stranger of [north, supervisor, house.leader, me, (await newHouse()).office]) await refusal(() => getDeadline(stranger, id), NotFound);
    await refusal(() => deadlines.urge(house.liaison, id, null), Forbidden);
    await refusal(() => deadlines.extend(house.office, { id, version: 1 }, { dueOn: "2026-09-22", reason: "调取材料需要时间" }), Forbidden);
    await refusal(() => deadlines.pause(house.liaison, { id, version: 1 }, "等材料补充"), Forbidden);
  });
});
