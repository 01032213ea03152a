import { describe, expect, it } from "vitest";
import { accountListFilters, filtersOf, listParams } from "./schema";

const A = "01a20fe6-c5ed-708a-a02b-beb6ea793617";
const B = "01a20fe6-c5d3-76cd-9416-3c2b35576d38";

describe("the list in the address", () => {
  it("takes the roster's filters and leaves out what it does not know: another term, an earlier day, who is no longer on the register", () => {
    const filters = accountListFilters.parse({ q: "王", sex: "2", account: "first", term: A, asOf: "2024-01-01", scope: "elected", cols: "sex" });
    expect(filters).toMatchObject({ q: "王", sex: "2", account: "first", scope: "register" });
    expect([filters.term, filters.asOf, filters.cols]).toEqual([undefined, undefined, undefined]);
    expect(listParams(filters)).toEqual({ q: "王", sex: "2", account: "first" });
  });
  it("reads the selection of the roster, and nobody ticked stays nobody", () => {
    expect(accountListFilters.parse({ pick: ["none", A, B] }).pick).toEqual([A, B]);
    expect(accountListFilters.parse({ pick: "none" }).pick).toEqual([]);
    expect(accountListFilters.parse({ pick: ["none", A], all: "1" }).pick).toBeUndefined();
    expect(accountListFilters.parse({ pick: ["none", A], all: "1", within: `${A},${B}` }).pick).toEqual([A, B]);
  });
  it("drops a standing there is none of", () => expect(accountListFilters.parse({ account: "lost" }).account).toBeUndefined());
  it("comes back from a form as it went in", () => {
    for (const given of [{ q: "王 & 李", account: "none" }, { pick: [A, B] }, { pick: "none" }]) {
      const filters = accountListFilters.parse(given);
      expect(filtersOf(new URLSearchParams(listParams(filters)).toString())).toEqual(filters);
    }
  });
});
