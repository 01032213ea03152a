import { describe, expect, it } from "vitest";
import { defineFlow } from "./flow";

describe("defineFlow", () => {
  const flow = defineFlow<"A" | "B", "go" | "back">("A", { A: { go: "B" }, B: { back: "A" } });

  it("leads where the table says and nowhere else", () => {
    expect(flow.next("A", "go")).toBe("B");
    expect(flow.next("A", "back")).toBeUndefined();
    expect(flow.open("B")).toEqual(["back"]);
  });

  it("refuses a state that nothing reaches", () => {
    expect(() => defineFlow<"A" | "B", "go">("A", { A: {}, B: { go: "A" } })).toThrow("unreachable states: B");
  });
});
