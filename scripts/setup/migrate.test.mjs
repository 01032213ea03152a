import { describe, expect, it } from "vitest";
import { pendingOf } from "./migrate.mjs";

const done = (name) => ({ name, finished: true, undone: false });

describe("pendingOf", () => {
  it("asks for all of them in an empty database", () => expect(pendingOf(["1_a", "2_b"], [])).toEqual(["1_a", "2_b"]));
  it("asks for none when all are there", () => expect(pendingOf(["1_a"], [done("1_a")])).toEqual([]));
  it("asks for what is missing in the middle", () => expect(pendingOf(["1_a", "2_b", "3_c"], [done("1_a"), done("3_c")])).toEqual(["2_b"]));
  it("asks again for one that was rolled back", () => expect(pendingOf(["1_a"], [{ name: "1_a", finished: false, undone: true }])).toEqual(["1_a"]));
  it("refuses a database with a broken migration", () => expect(() => pendingOf(["1_a"], [{ name: "1_a", finished: false, undone: false }])).toThrow("1_a"));
  it("refuses a database of a newer program", () => expect(() => pendingOf(["1_a"], [done("1_a"), done("9_z")])).toThrow("9_z"));
});
