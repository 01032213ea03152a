import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatchOutcome, DelegateFlag, DelegateStatus, PrimaryCategory } from "@/prisma/client/enums";
import { delegateFilters, hrefOf, paramsOf, recordFilters, shortId, type DelegateFilters } from "./filters";

const parsed = (href: string) => delegateFilters.parse(Object.fromEntries(new URL(href, "http://x").searchParams));
const defaults = delegateFilters.parse({});

const some = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const filters: fc.Arbitrary<DelegateFilters> = fc.record({
  term: some(fc.uuid()), q: some(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((q) => q.trim() === q && q !== "" && q.length <= 50)), delegation: some(fc.uuid()), group: some(fc.uuid()),
  unit: some(fc.oneof(fc.uuid(), fc.constant("none" as const))), category: some(fc.constantFrom(...Object.values(PrimaryCategory), "none" as const)),
  flag: some(fc.constantFrom(...Object.values(DelegateFlag))), sex: some(fc.constantFrom("1", "2", "none")), ethnicity: some(fc.constantFrom("01", "56", "minority", "none")),
  education: some(fc.constantFrom("POSTGRADUATE", "COLLEGE_UP", "BACHELOR_UP", "none")), ageFrom: some(fc.integer({ min: 18, max: 120 })), ageTo: some(fc.integer({ min: 18, max: 120 })),
  on: some(fc.constantFrom("2025-12-31", "2024-02-29")), status: some(fc.constantFrom(...Object.values(DelegateStatus))), confirmed: some(fc.constantFrom("yes", "no")), gap: some(fc.constantFrom("duty", "training", "contact", "activity", "meeting")), scope: fc.constantFrom("register", "active", "elected"),
  pick: some(fc.uniqueArray(fc.uuid(), { maxLength: 5 })), batch: some(fc.uuid()), outcome: some(fc.constantFrom(...Object.values(BatchOutcome))),
  order: fc.constantFrom("stroke", "pinyin", "no", "manual"), page: fc.integer({ min: 1, max: 1000 }), size: fc.constantFrom(20, 50, 100), cols: some(fc.constantFrom("sex", "sex,mobile")),
}) as fc.Arbitrary<DelegateFilters>;

describe("the address of a list", () => {
  it("gives back exactly the filters it was made of", () => {
    fc.assert(fc.property(filters, (f) => { expect(parsed(hrefOf("/list", f))).toEqual(f); }), { numRuns: 300 });
  });
  it("is bare when nothing is asked", () => expect(hrefOf("/list", defaults)).toBe("/list"));
  it("leaves defaults out", () => expect(paramsOf({ ...defaults, q: "王", page: 1, size: 20 })).toEqual({ q: "王", size: "20" }));
});

describe("nonsense in an address", () => {
  it.each([
    { term: "x" }, { unit: "somewhere" }, { category: "ALL" }, { status: "GONE" }, { confirmed: "maybe" }, { gap: "all" }, { sex: "3" }, { ethnicity: "1" }, { education: "大学" }, { ageFrom: "17" }, { ageTo: "old" }, { on: "2025-02-30" },
    { scope: "all" }, { order: "name" }, { page: "0" }, { page: "1.5" }, { size: "30" }, { q: "长".repeat(51) }, { q: { not: "" } }, { delegation: "" },
  ])("is dropped: %j", (params) => expect(delegateFilters.parse(params)).toEqual(defaults));
  it("of a repeated parameter takes the first", () => expect(delegateFilters.parse({ sex: ["2", "1"] })).toEqual({ ...defaults, sex: "2" }));
  it("of ticked columns takes all", () => expect(delegateFilters.parse({ cols: ["sex", "age"] }).cols).toBe("sex,age"));
  it("of a record opens its first part", () => expect(recordFilters.parse({ tab: "secret" })).toEqual({ tab: "basic" }));
});

describe("people ticked in a list", () => {
  const [one, two] = ["01a20b47-eeab-7069-baf0-4d1f1840babf", "01a20b47-eeab-7069-baf0-4d1f1840bac0"];
  it("are those ticked, however the address says it", () => {
    expect(delegateFilters.parse({ pick: ["none", one, two, one] }).pick).toEqual([one, two]);
    expect(parsed(`/list?pick=${one},${two}`).pick).toEqual([one, two]);
  });
  it.each(["none", "", "everybody", "%"])("are nobody, never everybody, when the address says %j", (pick) => {
    const { pick: ids } = delegateFilters.parse({ pick });
    expect(ids).toEqual([]);
    expect(paramsOf({ pick: ids })).toEqual({ pick: "none" });
  });
  it("give way to all that match", () => expect(delegateFilters.parse({ pick: ["none", one], all: "1" })).toEqual(defaults));
  it("are told without dashes by the boxes of a list", () => expect(delegateFilters.parse({ pick: ["none", shortId(one)] }).pick).toEqual([one]));
  it("of a list that is a selection itself are that selection when all of it is meant", () => {
    expect(delegateFilters.parse({ pick: ["none", one], within: `${one},${two}`, all: "1" }).pick).toEqual([one, two]);
    expect(delegateFilters.parse({ pick: ["none", one], within: `${one},${two}` }).pick).toEqual([one]);
    expect(delegateFilters.parse({ within: "none", all: "1" }).pick).toEqual([]);
  });
  it("are at most a page", () => expect(delegateFilters.parse({ pick: Array.from({ length: 150 }, (_, i) => `01a20b47-eeab-7069-baf0-${String(i).padStart(12, "0")}`) }).pick).toHaveLength(100));
});
