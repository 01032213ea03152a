import { describe, expect, it } from "vitest";
import { compositionFilters, dateUnread, referenceInput, targetChange, targetInput } from "./schema";

const termId = "019aab00-0000-7000-8000-000000000001";
const target = { termId, dimension: "sex:2", operator: "AT_LEAST", value: "28", measure: "PERCENT" };

describe("compositionFilters", () => {
  it.each(["2025-12-31", "2025.12.31", "2025/12/31", "2025年12月31日", "20251231", "２０２５.１２.３１"])("reads %s", (on) => expect(compositionFilters.parse({ on }).on).toBe("2025-12-31"));
  it.each(["2025-02-30", "昨天", "1825-01-01", "31/12/2025"])("drops %s and says so", (on) => {
    expect(compositionFilters.parse({ on }).on).toBeUndefined();
    expect(dateUnread({ on })).toBe(true);
  });
  it("takes a day left as it stood for none, and says nothing of it", () => {
    expect(compositionFilters.parse({ on: "2025-12-31", stood: "2025-12-31" }).on).toBeUndefined();
    expect(compositionFilters.parse({ on: "2025.12.30", stood: "2025-12-31" }).on).toBe("2025-12-30");
    expect(dateUnread({ on: "2025-12-31" })).toBe(false);
  });
  it("takes nothing for nothing, and the first of several", () => {
    expect(dateUnread({})).toBe(false);
    expect(dateUnread({ on: "" })).toBe(false);
    expect(compositionFilters.parse({ scope: ["active", "elected"], term: "x", by: "nobody" })).toEqual({ scope: "active", by: "delegation" });
  });
});

describe("targetInput", () => {
  it.each([["28", 280], ["2.5", 25], ["２８％", 280], [" 18 % ", 180]])("reads %s as %i tenths", (value, tenths) => expect(targetInput.parse({ ...target, value }).value).toBe(tenths));
  it.each(["", "abc", "-3", "2.55", "1e3", "123456"])("refuses %j", (value) => expect(targetInput.safeParse({ ...target, value }).success).toBe(false));
  it.each(["total", "sex:none", "ethnicity:03", "nonsense"])("refuses the figure %s", (dimension) => expect(targetInput.safeParse({ ...target, dimension }).success).toBe(false));
  it("wants a version to change one", () => {
    const change = { id: termId, operator: "AT_MOST", value: "60", measure: "PERCENT" };
    expect(targetChange.safeParse(change).success).toBe(false);
    expect(targetChange.parse({ ...change, version: "3" }).version).toBe(3);
  });
});

describe("referenceInput", () => {
  it("takes a date or nothing", () => {
    expect(referenceInput.parse({ termId, version: "1", ageReferenceOn: "2025年12月31日" }).ageReferenceOn).toBe("2025-12-31");
    expect(referenceInput.parse({ termId, version: "1", ageReferenceOn: "" }).ageReferenceOn).toBeNull();
    expect(referenceInput.safeParse({ termId, version: "1", ageReferenceOn: "2025-13-01" }).error?.issues[0]?.message).toContain("2025-12-31");
  });
});
