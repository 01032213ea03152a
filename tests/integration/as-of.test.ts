import { beforeEach, describe, expect, it } from "vitest";
import { countOf, figures } from "@/lib/compositions/figures";
import { filtersOf } from "@/lib/compositions/links";
import { getComposition } from "@/lib/compositions/queries";
import { eachDelegateCells } from "@/lib/delegates/export-queries";
import { delegateFilters } from "@/lib/delegates/filters";
import { countDelegates, getDelegate, getRosterFrame, listDelegates, listDelegatesForPrint, listRosterChoices } from "@/lib/delegates/queries";
import { changeStatus, edit } from "@/lib/delegates/service";
import { addDays, today } from "@/lib/platform/clock";
import { renameDelegation } from "@/lib/terms/delegations/service";
import { getUnit } from "@/lib/units/queries";
import { deactivate, rename } from "@/lib/units/service";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const YESTERDAY = addDays(today(), -1);

let house: House;
let [wei, lan, qi] = ["", "", ""];

const facts = (name: string, delegationId: string, more: object = {}) => filled({ name, delegationId, primaryCategory: "MODEL", education: "31", employer: "望湖社区", position: "网格员", ...more });

beforeEach(async () => {
  house = await newHouse();
  const { delegations, units } = house;
  [wei = "", lan = "", qi = ""] = await enter(house, [
    { values: facts("魏青", delegations.cloud), unitId: units.wanghu }, { values: facts("蓝田玉", delegations.cloud), unitId: units.wanghu }, { values: facts("齐物", delegations.north), unitId: units.beigu },
  ]);
});

const frameOf = async (asOf?: string) => (await getRosterFrame(house.office, { asOf }, today()))!;
const list = async (asked: object = {}) => {
  const filters = delegateFilters.parse(asked);
  const { rows, total } = await listDelegates(house.office, filters, await frameOf(filters.asOf));
  expect(rows).toHaveLength(total);
  return rows;
};
const names = async (asked: object = {}) => (await list(asked)).map((row) => row.name).sort();
const move = async (id: string, event: "SUSPEND" | "RESTORE" | "TRANSFER_OUT", effectiveOn: string) =>
  changeStatus(house.head, id, (await getDelegate(house.office, id)).version, event, { effectiveOn, basis: "区委通知", cause: event === "SUSPEND" ? "DISCIPLINARY_CASE" : null });
const save = async (id: string, name: string, more: object) => {
  const d = await getDelegate(house.office, id);
  await edit(house.office, id, `${d.version}.${d.person.version}`, facts(name, d.delegationId, { unitId: d.unitId, ...more }));
};

describe("the status of a day", () => {
  it("is the one whose event had taken effect, also when it was entered later", async () => {
    await move(wei, "SUSPEND", "2026-03-10");
    await move(wei, "RESTORE", "2026-05-01");
    await move(wei, "TRANSFER_OUT", "2026-06-15");
    const statusOn = async (asOf: string) => (await list({ asOf, scope: "elected" })).find((row) => row.id === wei)?.status;
    expect(await Promise.all(["2025-12-31", "2026-03-09", "2026-03-10", "2026-04-30", "2026-05-01", "2026-06-15"].map(statusOn))).toEqual(["ACTIVE", "ACTIVE", "SUSPENDED", "SUSPENDED", "ACTIVE", "CEASED"]);
    expect(await names({ asOf: "2026-06-14" })).toEqual(["蓝田玉", "齐物", "魏青"].sort());
    expect(await names()).toEqual(["蓝田玉", "齐物"].sort());
    expect(await names({ asOf: "2026-04-01", status: "SUSPENDED" })).toEqual(["魏青"]);
    expect(await names({ asOf: "2025-12-30", scope: "elected" })).toEqual([]);
  });
});

it("somebody elected within the term stands on the register from that day, also when taken in by a sheet later", async () => {
  await enter(house, [{ values: facts("后来人", house.delegations.north, { electedOn: "2026-04-01", electionKind: "BY_ELECTION" }), unitId: house.units.beigu }]);
  expect(await names({ asOf: "2026-03-31" })).not.toContain("后来人");
  expect(await names({ asOf: "2026-04-01" })).toContain("后来人");
  expect((await list({ asOf: "2026-04-01", status: "ACTIVE" })).map((row) => row.name)).toContain("后来人");
});

it("a unit closed since can still be searched for on an earlier day, and not among today's", async () => {
  const { version } = await getUnit(house.office, house.units.beigu);
  await deactivate(house.office, { id: house.units.beigu, version }, { effectiveOn: today(), basis: "撤销" }, true);
  const offered = async (asOf?: string) => (await listRosterChoices(house.office, house.termId, undefined, asOf)).units.map((unit) => unit.name);
  expect([(await offered()).includes("北固街道党工委"), (await offered(YESTERDAY)).includes("北固街道党工委")]).toEqual([false, true]);
});

describe("place and post of a day", () => {
  it("stay what they were until the day of the change, in list, filter, print and export", async () => {
    await save(wei, "魏青", { delegationId: house.delegations.north, unitId: house.units.beigu, employer: "北固街道", position: "主任", education: "21", primaryCategory: "LEADING_CADRE" });
    const [before, now] = [(await list({ asOf: YESTERDAY })).find((r) => r.id === wei), (await list()).find((r) => r.id === wei)];
    expect([before?.cells.job, before?.cells.delegation, before?.cells.unit, before?.cells.education]).toEqual(["望湖社区网格员", "云帆代表团", "望湖社区党委", "大专毕业"]);
    expect([now?.cells.job, now?.cells.delegation, now?.cells.unit]).toEqual(["北固街道主任", "北固代表团", "北固街道党工委"]);
    expect(await names({ asOf: YESTERDAY, delegation: house.delegations.cloud })).toEqual(["蓝田玉", "魏青"].sort());
    expect(await names({ delegation: house.delegations.cloud })).toEqual(["蓝田玉"]);
    expect(await names({ asOf: YESTERDAY, category: "MODEL", education: "JUNIOR_COLLEGE", unit: house.units.wanghu })).toEqual(["蓝田玉", "魏青"].sort());
    expect(await names({ asOf: today(), delegation: house.delegations.north })).toEqual(["齐物", "魏青"].sort());
    const filters = delegateFilters.parse({ asOf: YESTERDAY, delegation: house.delegations.cloud });
    const { rows } = await listDelegatesForPrint(house.office, filters, await frameOf(YESTERDAY));
    expect(rows.find((r) => r.id === wei)?.cells.job).toBe("望湖社区网格员");
    const exported: string[][] = [];
    for await (const part of eachDelegateCells(house.office, filters, await frameOf(YESTERDAY), ["name", "delegationId", "position"], false)) exported.push(...part);
    expect(exported.sort()).toEqual([["蓝田玉", "云帆代表团", "网格员"], ["魏青", "云帆代表团", "网格员"]].sort());
  });

  it("of several changes on one day only what stood before the first is a past", async () => {
    await save(lan, "蓝田玉", { position: "副书记" });
    await save(lan, "蓝田玉", { position: "书记" });
    expect((await list({ asOf: YESTERDAY })).find((r) => r.id === lan)?.cells.job).toBe("望湖社区网格员");
    expect(await ownerQuery(`SELECT position, "fromOn"::text, "untilOn"::text FROM "DelegatePast" WHERE "delegateId" = $1`, [lan])).toEqual([{ position: "网格员", fromOn: "2025-12-31", untilOn: today() }]);
  });

  it("a change of the person alone, or of nothing, leaves none", async () => {
    await save(lan, "蓝田玉", { nativePlace: "望澜市" });
    expect(await ownerQuery(`SELECT 1 FROM "DelegatePast" WHERE "delegateId" = $1`, [lan])).toEqual([]);
  });

  it("keeps the old name of a unit and of a delegation", async () => {
    const [unit] = await ownerQuery<{ version: number }>(`SELECT version FROM "Unit" WHERE id = $1`, [house.units.wanghu]);
    await rename(house.office, { id: house.units.wanghu, version: unit?.version ?? 0 }, "望湖新村党委", { effectiveOn: today(), basis: "区委通知" });
    const [delegation] = await ownerQuery<{ version: number }>(`SELECT version FROM "Delegation" WHERE id = $1`, [house.delegations.cloud]);
    await renameDelegation(house.office, { id: house.delegations.cloud, version: delegation?.version ?? 0 }, "云帆新区代表团");
    const seen = async (asOf?: string) => (await list({ asOf })).filter((r) => r.id !== qi).map((r) => `${r.cells.delegation}/${r.cells.unit}`);
    expect(new Set(await seen(YESTERDAY))).toEqual(new Set(["云帆代表团/望湖社区党委"]));
    expect(new Set(await seen())).toEqual(new Set(["云帆新区代表团/望湖新村党委"]));
    const composed = await getComposition(house.office, { scope: "register", asOf: YESTERDAY });
    expect(composed?.delegations.map((d) => d.name).sort()).toEqual(["云帆代表团", "北固代表团"].sort());
  });
});

describe("the composition of a day", () => {
  it("counts exactly the rows its figures lead to, before and after", async () => {
    await move(qi, "TRANSFER_OUT", today());
    await save(wei, "魏青", { delegationId: house.delegations.north, unitId: house.units.beigu, primaryCategory: "LEADING_CADRE", education: "21", flags: ["FRONTLINE"] });
    for (const asOf of [undefined, YESTERDAY, "2026-01-01"]) {
      const found = (await getComposition(house.office, { scope: "register", asOf }))!;
      expect(found.whole.counts.total).toBe(asOf ? 3 : 2);
      expect([found.whole.counts["category:MODEL"], found.whole.counts["education:JUNIOR_COLLEGE"]]).toEqual(asOf ? [3, 3] : [1, 1]);
      const places = [{ place: {}, cell: found.whole }, ...found.delegations.map((d) => ({ place: { delegation: d.id }, cell: d.cell })), ...found.units.map((u) => ({ place: { unit: u.id }, cell: u.cell }))];
      const basis = { termId: found.frame.termId, on: found.frame.on, asOf: found.frame.asOf, scope: found.scope };
      const told = await Promise.all(places.flatMap(({ place, cell }) => figures.map(async (figure) =>
        [figure.key, place, countOf(figure, cell), await countDelegates(house.office, delegateFilters.parse(filtersOf(figure, place, basis)), found.frame)] as const)));
      expect(told.filter(([, , shown, listed]) => shown !== listed)).toEqual([]);
      expect(told.length).toBeGreaterThan(100);
    }
  });

  it("refuses no address: a day to come is none", () => {
    expect(delegateFilters.parse({ asOf: addDays(today(), 1) }).asOf).toBeUndefined();
    expect(delegateFilters.parse({ asOf: "2026-02-30" }).asOf).toBeUndefined();
  });
});
