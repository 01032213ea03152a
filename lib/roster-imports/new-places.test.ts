import { describe, expect, it } from "vitest";
import type { CheckedRow } from "./checked";
import { countedPlaces, newPlacesOf } from "./new-places";

const known = { id: "019aab00-0000-7000-8000-000000000001" };
const names = new Map([[known.id, "云帆代表团"]]);
const row = (values: Partial<Pick<CheckedRow["values"], "delegation" | "electingUnit" | "group">>, severity: CheckedRow["severity"] = "OK") =>
  ({ severity, values: { delegation: null, electingUnit: null, group: null, ...values } }) as unknown as CheckedRow;

describe("newPlacesOf", () => {
  it("counts the people of every place to be made, once each", () => {
    const first = { create: "第一代表团" };
    expect(newPlacesOf([row({ delegation: first, group: { create: "一组" } }), row({ delegation: first, electingUnit: { create: "区商会" } }), row({ delegation: known, group: { create: "一组" } }), row({ delegation: known })], names)).toEqual({
      delegations: [{ name: "第一代表团", heads: 2 }], units: [{ name: "区商会", heads: 1 }], groups: [{ name: "一组", of: "第一代表团", heads: 1 }, { name: "一组", of: "云帆代表团", heads: 1 }],
    });
  });
  it("leaves out what only rows name that are not written", () => {
    expect(newPlacesOf([row({ delegation: { create: "第一代表团" } }, "ERROR"), row({ electingUnit: { create: "区商会" } }, "PENDING")], names)).toEqual({ delegations: [], units: [], groups: [] });
  });
});

it("says the counts in words, none as nothing", () => {
  expect(countedPlaces({ delegations: 2, units: 0, groups: 1 })).toBe("2 个代表团、1 个代表小组");
  expect(countedPlaces({ delegations: 0, units: 0, groups: 0 })).toBe("");
});
