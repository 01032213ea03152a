import { describe, expect, it } from "vitest";
import { chosen, SUITES } from "./suites.mjs";

describe("chosen", () => {
  it("runs every suite in order without a word", () => expect(chosen([])).toEqual(Object.keys(SUITES)));
  it("knows the group that is run before a commit", () => expect(chosen(["check"])).toEqual(["types", "lint", "unit"]));
  it("refuses an unknown word and names the known", () => expect(() => chosen(["unti"])).toThrow(/unti.*unit/));
});
