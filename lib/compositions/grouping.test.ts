import { describe, expect, it } from "vitest";
import { parts } from "./figures";
import { assemble, type CountedRow } from "./grouping";

const frame = { termId: "t", termName: "第六次党代会", rootUnitId: "root", on: "2025-12-31", why: "set" as const, asOf: null, startsOn: "2025-12-01", endsOn: "2030-12-01" };
const row = (delegation: string, place: number, unit: string, total: number): CountedRow =>
  ({ delegationId: `d-${delegation}`, delegation, place, unitId: unit, unit: `单位${unit}`, unitPlace: `001${unit}`, ethnicity: null, counts: parts.map((part) => (part === "total" ? total : 0)), ages: total * 40 });
const people = (ethnicity: string | null, count: number): CountedRow =>
  ({ delegationId: null, delegation: null, place: null, unitId: null, unit: null, unitPlace: null, ethnicity, counts: [count], ages: 0 });

describe("assemble", () => {
  const found = assemble(frame, "register", [row("第二团", 2, "b", 3), row("第一团", 1, "root", 2), row("第一团", 1, "b", 4), row("第十团", 10, "a", 1), people("03", 1), people(null, 1), people("01", 8)]);

  it("puts rows of the same delegation and unit together, in the order of the office", () => {
    expect(found.delegations.map((d) => [d.name, d.cell.counts.total])).toEqual([["第一团", 6], ["第二团", 3], ["第十团", 1]]);
    expect(found.units.map((u) => [u.id, u.cell.counts.total])).toEqual([["a", 1], ["b", 7], ["none", 2]]);
  });
  it("names the people without an electing unit last", () => {
    expect(found.units.at(-1)?.name).toBe("未落实选举单位");
  });
  it("adds up to the whole, ages too", () => {
    expect([found.whole.counts.total, found.whole.ages]).toEqual([10, 400]);
  });
  it("orders ethnicities by heads, what is not filled in after its equals", () => {
    expect(found.ethnicities).toEqual([{ code: "01", count: 8 }, { code: "03", count: 1 }, { code: null, count: 1 }]);
  });
  it("is empty for no rows", () => {
    expect(assemble(frame, "register", [])).toMatchObject({ whole: { counts: { total: 0 }, ages: 0 }, delegations: [], units: [], ethnicities: [] });
  });
});
