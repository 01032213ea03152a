import { describe, expect, it } from "vitest";
import { delegateFilters } from "@/lib/delegates/filters";
import { figures, figureOf, total } from "./figures";
import { compositionLink, filtersOf, rosterLink } from "./links";

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

describe("compositionLink", () => {
  it("leaves out what is usual", () => {
    expect(compositionLink("/c", { scope: "register", by: "delegation" })).toBe("/c");
    expect(compositionLink("/c", { term: "t", on: "2025-12-31", scope: "active", by: "unit" })).toBe("/c?term=t&on=2025-12-31&scope=active&by=unit");
  });
});
