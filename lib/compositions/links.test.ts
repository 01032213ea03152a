import { describe, expect, it } from "vitest";
import { delegateFilters } from "@/lib/delegates/filters";
import { figures, figureOf, total } from "./figures";
import { addressParts, compositionLink, filtersOf, rosterLink } from "./links";

const basis = { termId: "019aab00-0000-4000-8000-000000000001", on: "2025-12-31", scope: "elected" } as const;
const delegation = "019aab00-0000-4000-8000-000000000002";

describe("rosterLink", () => {
  it("carries the term, the scope, the day and the place with every figure", () => {
    for (const figure of figures) {
      const asked = Object.fromEntries(new URL(rosterLink("/manage/delegates", basis)(figure, { delegation }), "http://x").searchParams);
      expect(delegateFilters.parse(asked), figure.key).toMatchObject({ term: basis.termId, scope: "elected", on: "2025-12-31", delegation, ...figure.filters });
    }
  });
  it("asks for those without a unit by name", () => {
    expect(filtersOf(figureOf("sex:2") ?? total, { unit: "none" }, basis)).toMatchObject({ unit: "none", sex: "2" });
  });
});

describe("addressParts", () => {
  it("puts together again what the link says, for every figure at a place", () => {
    const linkTo = rosterLink("/manage/delegates", basis);
    const { everybody = "", queryOf } = addressParts(linkTo);
    for (const figure of figures) expect(everybody + queryOf(total, { delegation }) + queryOf(figure), figure.key).toBe(linkTo(figure, { delegation }));
  });
  it("has no address on paper", () => expect(addressParts(undefined)).toMatchObject({ queryOf: expect.any(Function) as unknown }));
});

describe("compositionLink", () => {
  it("leaves out what is usual", () => {
    expect(compositionLink("/c", { scope: "register", by: "delegation" })).toBe("/c");
    expect(compositionLink("/c", { term: "t", on: "2025-12-31", scope: "active", by: "unit" })).toBe("/c?term=t&on=2025-12-31&scope=active&by=unit");
  });
});
