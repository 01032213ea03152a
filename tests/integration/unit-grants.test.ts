import { comeFrom } from "../support/request";
import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { reviseMany } from "@/lib/delegates/bulk-service";
import { previewMove } from "@/lib/delegates/batch-queries";
import { moveMany } from "@/lib/delegates/batch-service";
import { delegateFilters } from "@/lib/delegates/filters";
import type { MoveTarget } from "@/lib/delegates/move-plan";
import { getDelegate, getRosterFrame } from "@/lib/delegates/queries";
import { changeStatus, edit } from "@/lib/delegates/service";
import { unitGrantsEnding } from "@/lib/delegates/unit-grants-queries";
import { mandateOf, personOf } from "@/lib/delegates/written";
import { keysOfName } from "@/lib/delegates/keys";
import type { Role } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { currentActor } from "@/lib/platform/session";
import * as terminations from "@/lib/terminations/service";
import { auditOf, liveSessions, plantAccount, tokenOf, type Planted } from "../support/accounts";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let id: string;
let account: Planted;

beforeEach(async () => {
  comeFrom();
  house = await newHouse();
  [id = ""] = await enter(house, [{ values: filled({ name: "云上客", delegationId: house.delegations.cloud }), unitId: house.units.yunfan }]);
  account = await plantAccount(house.id, "DELEGATE");
  await ownerQuery(`UPDATE "Account" SET "personId" = (SELECT "personId" FROM "Delegate" WHERE id = $2) WHERE id = $1`, [account.id, id]);
});

async function hold(role: Role, unitId: string): Promise<string> {
  const grantId = newId();
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, $3::"Role", $4, $5)`, [grantId, account.id, role, house.id, unitId]);
  return grantId;
}

const held = async () => (await ownerQuery<{ place: string }>(`SELECT g.role || coalesce(' ' || u.name, '') AS place FROM "Grant" g LEFT JOIN "Unit" u ON u.id = g."unitId" WHERE g."accountId" = $1 ORDER BY 1`, [account.id])).map((g) => g.place);

const moved = async (unitId: string) => {
  const d = await getDelegate(house.office, id);
  const values = { person: personOf(d.person), mandate: { ...mandateOf(d), unitId }, keys: keysOfName(d.person.name), pinyinByHand: false, acceptReason: null };
  return { d, values };
};
const move = async (unitId: string) => {
  const { d, values } = await moved(unitId);
  await edit(house.office, id, `${d.version}.${d.person.version}`, values);
};

describe("moved to another unit", () => {
  it("a liaison of the old unit and a clerk below it are so no longer, at once and on record; the mandate's own right stays", async () => {
    const [old, below] = [await hold("UNIT_LIAISON", house.units.yunfan), await hold("HANDLING_UNIT", house.units.wanghu)];
    await hold("UNIT_LIAISON", house.units.beigu);
    const token = await tokenOf(account);
    await move(house.units.beigu);
    expect(await held()).toEqual(["DELEGATE", "UNIT_LIAISON 北固街道党工委"]);
    comeFrom({ token });
    expect([await currentActor(), await liveSessions(account.id)]).toEqual([null, 0]);
    expect(await auditOf(old, "grant.take")).toMatchObject([{ outcome: "DONE", actorName: house.office.name, reason: "代表的选举单位已变更", changes: { role: ["选举单位联络员", null], unit: ["云帆街道党工委", null] } }]);
    expect(await auditOf(below, "grant.take")).toHaveLength(1);
  });

  it("by an import the same", async () => {
    await hold("UNIT_LIAISON", house.units.yunfan);
    const { d, values } = await moved(house.units.beigu);
    await reviseMany(house.office, "delegate.import", [{ delegateId: id, delegateVersion: d.version, personId: d.personId, personVersion: d.person.version, values, unitId: house.units.beigu, changes: {} }], async () => undefined);
    expect(await held()).toEqual(["DELEGATE"]);
  });

  it("in a batch the same, and not where the batch changes the delegation alone", async () => {
    await hold("UNIT_LIAISON", house.units.yunfan);
    const batch = async (target: MoveTarget) => {
      const filters = delegateFilters.parse({});
      const frame = await getRosterFrame(house.office, {}, today());
      const preview = frame && (await previewMove(house.office, filters, frame, target));
      return moveMany(house.office, filters, target, preview?.seal ?? "");
    };
    await batch({ delegationId: house.delegations.north });
    expect(await held()).toEqual(["DELEGATE", "UNIT_LIAISON 云帆街道党工委"]);
    await batch({ unitId: house.units.beigu });
    expect(await held()).toEqual(["DELEGATE"]);
  });

  it("by an edit that leaves the unit as it was, nothing ends, nor the session", async () => {
    await hold("UNIT_LIAISON", house.units.yunfan);
    await tokenOf(account);
    const { d, values } = await moved(house.units.yunfan);
    await edit(house.office, id, `${d.version}.${d.person.version}`, { ...values, mandate: { ...values.mandate, position: "主任" } });
    expect([await held(), await liveSessions(account.id)]).toEqual([["DELEGATE", "UNIT_LIAISON 云帆街道党工委"], 1]);
  });

  it("does not touch the accounts of others, not even of the same name", async () => {
    const other = await plantAccount(house.id);
    await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, 'UNIT_LIAISON', $3, $4)`, [newId(), other.id, house.id, house.units.yunfan]);
    await move(house.units.beigu);
    expect(await ownerQuery(`SELECT 1 FROM "Grant" WHERE "accountId" = $1`, [other.id])).toHaveLength(1);
  });
});

describe("the mandate ends", () => {
  const leave = async () => changeStatus(house.head, id, (await getDelegate(house.office, id)).version, "TRANSFER_OUT", { effectiveOn: "2026-01-05", basis: "调离" });

  it("by moving away: the unit's roles at once, the own record for thirty days more", async () => {
    await hold("UNIT_LIAISON", house.units.wanghu);
    await hold("HANDLING_UNIT", house.units.beigu);
    await leave();
    expect(await held()).toEqual(["DELEGATE", "HANDLING_UNIT 北固街道党工委"]);
    expect(await ownerQuery(`SELECT 1 FROM "Grant" WHERE "accountId" = $1 AND role = 'DELEGATE' AND "endsOn" > now()`, [account.id])).toHaveLength(1);
  });

  it("by a decision of the committee", async () => {
    await hold("UNIT_LIAISON", house.units.yunfan);
    const caseId = await terminations.propose(house.office, { delegateId: id, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-01-20" });
    await terminations.decideYes(house.office, { id: caseId, version: 1 }, { decidedOn: "2026-02-02", meeting: "常委会第三次会议", documentNo: "青委〔2026〕2号", effectiveOn: "2026-02-02" });
    expect(await held()).toEqual(["DELEGATE"]);
  });

  it("by death: nobody signs in with the account again", async () => {
    await tokenOf(account);
    await terminations.record(house.office, { delegateId: id, effectiveOn: "2026-01-05", grounds: "死亡证明" });
    expect(await liveSessions(account.id)).toBe(0);
    await expect(tokenOf(account)).rejects.toThrow("登录名或口令不正确");
    expect(await auditOf(account.id, "account.disable")).toMatchObject([{ outcome: "DONE", reason: "去世" }]);
  });

  it("suspended only, keeps every role", async () => {
    await hold("UNIT_LIAISON", house.units.yunfan);
    await changeStatus(house.head, id, (await getDelegate(house.office, id)).version, "SUSPEND", { effectiveOn: "2026-01-05", basis: "立案", cause: "DISCIPLINARY_CASE" });
    expect(await held()).toEqual(["DELEGATE", "UNIT_LIAISON 云帆街道党工委"]);
  });
});

describe("said before it is confirmed", () => {
  it("to the office, and to nobody else", async () => {
    await hold("UNIT_LIAISON", house.units.yunfan);
    await hold("HANDLING_UNIT", house.units.beigu);
    const d = await getDelegate(house.office, id);
    expect(await unitGrantsEnding(house.office, d)).toEqual(["选举单位联络员（云帆街道党工委）"]);
    for (const actor of [house.liaison, house.leader, (await newHouse()).office]) expect(await unitGrantsEnding(actor, d)).toEqual([]);
  });
});
