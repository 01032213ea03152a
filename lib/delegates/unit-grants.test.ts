import { expect, it } from "vitest";
import { endsWithLeaving } from "./unit-grants";

const place = (path: string) => ({ path, parentId: path === "r/" ? null : "r" });

it.each([
  ["the unit that is left", "r/a/", "r/a/", "r/b/", true], ["a unit below it", "r/a/x/", "r/a/", "r/b/", true], ["the unit above it", "r/", "r/a/", "r/b/", false], ["another unit", "r/c/", "r/a/", "r/b/", false],
  ["the new unit, below the old one", "r/a/x/", "r/a/", "r/a/x/", false], ["the old unit, when only its part is kept", "r/a/", "r/a/", "r/a/x/", true], ["the old unit, within the new one", "r/a/x/", "r/a/x/", "r/a/", false],
  ["any unit, when none was filled in before", "r/a/", "r/", "r/b/", false], ["a unit whose id only begins alike", "r/ab/", "r/a/", "r/b/", false],
])("of %s", (_, path, from, to, ends) => expect(endsWithLeaving(path, place(from), place(to))).toBe(ends));

it.each([["r/a/", true], ["r/a/x/", true], ["r/b/", false], ["r/", false]])("at the end of the mandate in a unit, at %s", (path, ends) => expect(endsWithLeaving(path, place("r/a/"), null)).toBe(ends));

it("at the end of a mandate without a unit, everywhere", () => expect(endsWithLeaving("r/b/", place("r/"), null)).toBe(true));
