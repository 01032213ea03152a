import { v7 as newId } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { readCards } from "@/lib/delegates/card-service";
import { getDelegate } from "@/lib/delegates/queries";
import { edit } from "@/lib/delegates/service";
import { writtenOf } from "@/lib/delegates/written";
import { delegateInput } from "@/lib/delegates/schema";
import type { Actor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { flaws, UNWATCHED, type Flaw } from "@/lib/quality/labels";
import { countFlawed, countFlaws, getQualityFrame, listFlawed, listUnwatched, type QualityFrame } from "@/lib/quality/queries";
import { listTwins } from "@/lib/quality/twin-queries";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { answers, cardOf, enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let frame: QualityFrame;
let at: Record<string, { values: ReturnType<typeof filled>; unitId: string }>;
let ids: Record<string, string>;

/** Nothing to find fault with. */
const SOUND = {
  name: "全齐备", sex: "1", ethnicity: "01", birthMonth: "1979.04", joinedPartyOn: "1999.07", idNumber: "", mobile: "", education: "21", employer: "区教育局", position: "科长", primaryCategory: "PROFESSIONAL",
};

let order = 0;

/** A sound record with these answers instead; number and mobile are its own unless given. */
function person(given: Record<string, unknown> = {}, unitId = house.units.wanghu) {
  order += 1;
  const card = { idNumber: cardOf("19790405", order * 2 + 1), mobile: `100${String(10_000_000 + order)}` };
  return { values: filled({ ...SOUND, delegationId: house.delegations.cloud, ...card, ...given }), unitId };
}

beforeEach(async () => {
  order = 0;
  house = await newHouse();
  at = {
    sound: person(), category: person({ name: "类未填", primaryCategory: "" }), sex: person({ name: "性未填", sex: "" }), ethnicity: person({ name: "民未填", ethnicity: "" }), idNumber: person({ name: "证未填", idNumber: "" }),
    mobile: person({ name: "机未填", mobile: "" }), joinedPartyOn: person({ name: "党未填", joinedPartyOn: "" }), education: person({ name: "学未填", education: "" }),
    position: person({ name: "职未填", position: "" }), unit: person({ name: "选未填" }, house.units.root), idBirth: person({ name: "月不符", birthMonth: "1979.05" }), idSex: person({ name: "性不符", sex: "2" }),
    joinedMinor: person({ name: "早入党", joinedPartyOn: "1997.03" }), joinedJust: person({ name: "刚成年", joinedPartyOn: "1997.04" }),
    electedMinor: person({ name: "太年少", birthMonth: "2008.02", joinedPartyOn: "", idNumber: "", electedOn: "2025-12-20" }), electedLong: person({ name: "当选早", electedOn: "1995-01-02" }),
    twin: person({ name: "同名人", birthMonth: "1979.04" }), otherTwin: person({ name: "同名人" }, house.units.beigu), sameMobile: person({ name: "甲同号", mobile: "10099990000" }), otherMobile: person({ name: "乙同号", mobile: "10099990000" }),
  };
  const made = await enter(house, Object.values(at));
  ids = Object.fromEntries(Object.keys(at).map((key, i) => [key, made[i] ?? ""]));
  frame = (await getQualityFrame(house.office))!;
});

const keysOf = (found: { id: string }[]) => found.map((d) => Object.keys(ids).find((key) => ids[key] === d.id)).sort();
const listed = async (kind: Flaw, actor: Actor = house.office) => keysOf(await listFlawed(actor, kind, frame, 1));
const personOf = async (key: string) => (await getDelegate(house.office, ids[key] ?? "")).personId;

/** Who must be listed under each kind, and nobody else. */
const expected: Record<Exclude<Flaw, "photo" | "unconfirmed">, string[]> = {
  unit: ["unit"], category: ["category"], sex: ["sex"], ethnicity: ["ethnicity"], idNumber: ["electedMinor", "idNumber"], mobile: ["mobile"], joinedPartyOn: ["electedMinor", "joinedPartyOn"], education: ["education"],
  position: ["position"], idBirth: ["idBirth"], idSex: ["idSex"], joinedMinor: ["joinedMinor"], electedMinor: ["electedLong", "electedMinor"], sameName: ["otherTwin", "twin"], sameMobile: ["otherMobile", "sameMobile"],
};

describe("every kind of flaw", () => {
  it.each(Object.keys(expected) as (keyof typeof expected)[])("%s lists exactly those who bear it", async (kind) => expect(await listed(kind)).toEqual(expected[kind]));

  it("a photograph and the holder's own word are missed by all but those who gave them", async () => {
    const others = Object.keys(ids).filter((key) => key !== "sound").sort();
    expect([await listed("photo"), await listed("unconfirmed")]).toEqual([[...others, "sound"].sort(), [...others, "sound"].sort()]);
    await ownerQuery(`UPDATE "Person" SET "photoAt" = now() WHERE id = $1`, [await personOf("sound")]);
    await ownerQuery(`INSERT INTO "OwnConfirmation" (id, "committeeId", "delegateId", year) VALUES (gen_random_uuid(), $1, $2, $3)`, [house.id, ids.sound, Number(today().slice(0, 4))]);
    expect([await listed("photo"), await listed("unconfirmed")]).toEqual([others, others]);
  });

  it.each([["the office", () => house.office], ["a liaison", () => house.liaison]] as const)("counts for %s what its list holds", async (_, who) => {
    const counts = await countFlaws(who(), frame);
    for (const kind of flaws) {
      const rows = await listFlawed(who(), kind, frame, 1);
      expect([kind, counts.of[kind], await countFlawed(who(), kind, frame)]).toEqual([kind, rows.length, rows.length]);
    }
  });

  it("looks at those on the register, and in a former term at those who stayed to its end", async () => {
    const status = (key: string, to: string) => ownerQuery(`UPDATE "Delegate" SET status = $2::"DelegateStatus" WHERE id = $1`, [ids[key], to]);
    for (const [key, to] of [["mobile", "CEASED"], ["education", "INVALID"], ["category", "TERM_ENDED"], ["sex", "SUSPENDED"]] as const) await status(key, to);
    expect([await listed("mobile"), await listed("education"), await listed("category"), await listed("sex")]).toEqual([[], [], ["category"], ["sex"]]);
    expect((await countFlaws(house.office, frame)).checked).toBe(Object.keys(at).length - 2);
  });

  it("is gone once it is mended, and comes back with a wrong number", async () => {
    const save = async (given: object) => {
      const d = await getDelegate(house.office, ids.idBirth ?? "");
      await edit(house.office, d.id, `${d.version}.${d.person.version}`, writtenOf(delegateInput.parse(answers({ ...SOUND, name: "月不符", delegationId: house.delegations.cloud, unitId: house.units.wanghu, ...given }))));
    };
    await save({ birthMonth: "1979.04", idNumber: cardOf("19790405", 901) });
    expect(await listed("idBirth")).toEqual([]);
    await save({ birthMonth: "1979.04", idNumber: cardOf("19790605", 902), acceptReason: "与档案一致" });
    expect([await listed("idBirth"), await listed("idSex")]).toEqual([["idBirth"], ["idBirth", "idSex"]]);
  });

  it("is found in numbers written before month and sex stood beside them", async () => {
    await ownerQuery(`UPDATE "Person" SET "idBirthMonth" = NULL, "idSex" = NULL WHERE "committeeId" = $1`, [house.id]);
    expect([await listed("idBirth"), await listed("idSex")]).toEqual([[], []]);
    expect(await readCards()).toBe(Object.keys(at).length - 2);
    expect([await listed("idBirth"), await listed("idSex"), await readCards()]).toEqual([["idBirth"], ["idSex"], 0]);
  });
});

describe("a liaison", () => {
  it("finds the own units' flaws only", async () => {
    expect([await listed("unit", house.liaison), await listed("sameName", house.liaison)]).toEqual([[], ["twin"]]);
    expect((await countFlaws(house.liaison, frame)).checked).toBe(Object.keys(at).length - 2);
  });

  it("learns that somebody elsewhere is alike, and not who; of the own ones also who", async () => {
    const [twin, mobile] = [await personOf("twin"), await personOf("sameMobile")];
    expect(await listTwins(house.liaison, "sameName", [twin])).toEqual(new Map([[twin, [null]]]));
    expect((await listTwins(house.office, "sameName", [twin])).get(twin)).toEqual([{ personId: await personOf("otherTwin"), name: "同名人", place: "青澜区第六次党代会云帆代表团" }]);
    expect((await listTwins(house.liaison, "sameMobile", [mobile])).get(mobile)?.[0]?.name).toBe("乙同号");
  });

  it("is not told which units have no liaison; others are told nothing at all", async () => {
    await expect(countFlawed(house.liaison, UNWATCHED, frame)).rejects.toBeInstanceOf(NotFound);
    await expect(listUnwatched(house.liaison, frame, 1)).rejects.toBeInstanceOf(NotFound);
    expect(Object.keys((await countFlaws(house.liaison, frame)).of)).not.toContain(UNWATCHED);
    for (const role of ["LEADER", "DELEGATE", "SUPERVISOR", "AUDIT_ADMIN"] as const) await expect(getQualityFrame(actorOf(role, house.id))).rejects.toBeInstanceOf(Forbidden);
    await expect(getQualityFrame(actorOf("OFFICE", (await newHouse()).id), house.termId)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("units without a liaison", () => {
  const names = async () => (await listUnwatched(house.office, frame, 1)).map((u) => [u.name, u.heads]);
  async function seat(unitId: string, disabled = false) {
    const id = newId();
    await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId", "disabledAt") VALUES ($1, $2, '孟帆', 'x', $3, $4)`, [id, `q${id}`, house.id, disabled ? new Date() : null]);
    await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId") VALUES ($1, $2, 'UNIT_LIAISON', $3, $4)`, [newId(), id, house.id, unitId]);
    return id;
  }

  it("are those with delegates and no liaison who can sign in, of their own or above", async () => {
    expect(await names()).toEqual([["北固街道党工委", 1], ["望湖社区党委", Object.keys(at).length - 2]]);
    await seat(house.units.yunfan);
    await seat(house.units.beigu, true);
    expect(await names()).toEqual([["北固街道党工委", 1]]);
    expect((await countFlaws(house.office, frame)).of[UNWATCHED]).toBe(1);
    await seat(house.units.beigu);
    expect(await names()).toEqual([]);
  });
});

it("pairs found to be two people are suspected no more, each kind alike", async () => {
  const apart = async (a: string, b: string) => {
    const [low, high] = [await personOf(a), await personOf(b)].sort();
    await ownerQuery(`INSERT INTO "PersonDistinction" (id, "committeeId", "lowId", "highId", grounds, "accountName") VALUES ($1, $2, $3, $4, '已核对', '沈文清')`, [newId(), house.id, low, high]);
  };
  await apart("twin", "otherTwin");
  await apart("sameMobile", "otherMobile");
  expect([await listed("sameName"), await listed("sameMobile")]).toEqual([[], []]);
});
