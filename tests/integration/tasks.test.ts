import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { confirm, sendBack, submit } from "@/lib/corrections/service";
import { countCorrections } from "@/lib/corrections/queries";
import { submitInput } from "@/lib/corrections/schema";
import { runPass } from "@/lib/deadlines/pass-service";
import { getDelegate } from "@/lib/delegates/queries";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { listDone, listStarted } from "@/lib/tasks/past-queries";
import { listTaskGroups, listTasksOf } from "@/lib/tasks/queries";
import { decideYes, propose } from "@/lib/terminations/service";
import { countTerminations, getTermination } from "@/lib/terminations/queries";
import { Role as Roles } from "@/prisma/client/enums";
import { actorOf } from "../support/committee";
import { ownerQuery, useDatabase } from "../support/database";
import { cardOf, enter, filled, newHouse, type House } from "../support/roster";

useDatabase();

let house: House;
let mine: string;
let theirs: string;
let me: AccountActor;
let other: AccountActor;

const at = (day: string) => setClock(() => new Date(`${day}T09:00:00+08:00`));
const kinds = async (actor: AccountActor) => Object.fromEntries((await listTaskGroups(actor)).map(({ kind, total }) => [kind, total]));
const ask = (actor = me) => submit(actor, submitInput.strict().parse({ reason: "职务调整，有任免通知", position: "主任" }));

async function plantLiaison(unitId: string, personId: string | null = null) {
  const id = newId();
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId", "personId") VALUES ($1, $2, '孟帆', 'x', $3, $4)`, [id, `l${randomBytes(6).toString("hex")}`, house.id, personId]);
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, 'UNIT_LIAISON', $3, $4)`, [newId(), id, house.id, unitId]);
}

beforeEach(async () => {
  at("2026-09-01");
  house = await newHouse();
  const person = (name: string, delegationId: string, unitId: string, order: number) => ({ values: filled({ name, delegationId, idNumber: cardOf("19790405", order) }), unitId });
  [mine = "", theirs = ""] = await enter(house, [person("云上客", house.delegations.cloud, house.units.wanghu, 22), person("北山翁", house.delegations.north, house.units.beigu, 24)]);
  const own = async (id: string, name: string) => ({ ...actorOf("DELEGATE", house.id, [], name), personId: (await getDelegate(house.office, id)).personId });
  [me, other] = [await own(mine, "云上客"), await own(theirs, "北山翁")];
  await plantLiaison(house.units.yunfan);
});
afterEach(() => setClock(null));

describe("what waits", () => {
  it("is what the list of each noun counts, for everyone the own share", async () => {
    const id = await ask();
    await ask(other);
    const same = async () => {
      for (const actor of [house.office, house.liaison, me, other]) {
        const found = await kinds(actor);
        if (actor !== me && actor !== other) expect((found["correction.confirm"] ?? 0) + (found["correction.approve"] ?? 0)).toBe((await countCorrections(actor, ["todo"]))[0]);
        expect(found["correction.resubmit"] ?? 0).toBe(actor.role === "DELEGATE" ? (await countCorrections(actor, ["RETURNED"]))[0] : 0);
      }
      return [await kinds(house.liaison), await kinds(house.office)];
    };
    expect(await same()).toEqual([{ "correction.confirm": 1 }, { "correction.approve": 1 }]);
    await confirm(house.liaison, { id, version: 1 }, null);
    expect(await same()).toEqual([{}, { "correction.approve": 2 }]);
    await sendBack(house.office, { id, version: 2 }, "请补充任免通知");
    expect(await same()).toEqual([{}, { "correction.approve": 1 }]);
    expect(await kinds(me)).toEqual({ "correction.resubmit": 1, "delegate.confirmOwn": 1 });
  });

  it("leaves out the own request of a liaison who is a delegate", async () => {
    await ownerQuery(`DELETE FROM "Grant" WHERE "committeeId" = $1`, [house.id]);
    await plantLiaison(house.units.wanghu, me.personId);
    const self = { ...actorOf("UNIT_LIAISON", house.id, [house.units.wanghu], "云上客"), personId: me.personId };
    await ask();
    expect([await kinds(self), await kinds(house.office)]).toEqual([{}, { "correction.approve": 1 }]);
    await plantLiaison(house.units.yunfan);
    expect([await kinds(self), await kinds(house.liaison), await kinds(house.office)]).toEqual([{}, { "correction.confirm": 1 }, {}]);
  });

  it("puts what is overdue on top, and counts it", async () => {
    const case1 = await propose(house.office, { delegateId: mine, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-08-20" });
    await decideYes(house.office, { id: case1, version: (await getTermination(house.office, case1)).version }, { decidedOn: "2026-08-25", meeting: "区委常委会", documentNo: "青委〔2026〕2号", effectiveOn: "2026-08-25" });
    at("2026-09-02");
    await ask(other);
    expect((await listTaskGroups(house.office)).map((g) => [g.kind, g.total, g.late])).toEqual([["termination.file", 1, 0], ["correction.approve", 1, 0]]);
    at("2026-09-09");
    await runPass(house.system);
    expect((await listTaskGroups(house.office)).map((g) => [g.kind, g.total, g.late])).toEqual([["termination.file", 1, 1], ["correction.approve", 1, 0]]);
    expect((await listTasksOf(house.office, "termination.file", 1)).map((t) => [t.title, t.due, t.overdue, t.href])).toEqual([["云上客", "2026-09-08", true, `/manage/terminations/${case1}`]]);
    expect(await countTerminations(house.office, "DECIDED_YES")).toBe(1);
  });

  it("can be asked by every role, and is nobody else's", async () => {
    await ask();
    const stranger = (await newHouse()).office;
    for (const role of Object.values(Roles) as Role[]) {
      const actor = actorOf(role, house.id, role === "UNIT_LIAISON" || role === "HANDLING_UNIT" ? [house.units.beigu] : []);
      expect([role, await listTaskGroups(actor)]).toEqual([role, []]);
    }
    expect(await kinds(stranger)).toEqual({});
    expect(await listTasksOf(house.office, "correction.confirm", 1)).toEqual([]);
  });
});

describe("what was done and begun", () => {
  it("is told from the audit, with where it stands now", async () => {
    const id = await ask();
    await confirm(house.liaison, { id, version: 1 }, null);
    expect((await listStarted(me, 1)).rows).toMatchObject([{ title: "云上客", verb: "申请更正资料", state: "待组织部审核", href: `/my/profile/corrections/${id}` }]);
    expect((await listDone(house.liaison, 1)).rows).toMatchObject([{ title: "云上客", verb: "更正申请：核实属实", href: `/manage/corrections/${id}` }]);
    expect([(await listDone(me, 1)).total, (await listStarted(house.liaison, 1)).total]).toEqual([0, 0]);
  });
});
