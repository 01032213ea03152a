import { describe, expect, it } from "vitest";
import { numberOf, planNumbers, ruleAfter, type Numbered } from "./number-plan";

const rule = { prefix: "青六-", digits: 3, start: 7, by: "list" } as const;
const row = (id: string, more: Partial<Numbered> = {}): Numbered => ({ id, name: id, version: 1, status: "ACTIVE", delegateNo: null, ...more });
const plan = (rows: Numbered[], used: string[] = []) => planNumbers(rows, rule, new Set(used)).map(({ row: { id }, outcome, delegateNo }) => [id, outcome, delegateNo]);

describe("numbers by rule", () => {
  it("run on in the order of the list", () => expect(plan([row("b"), row("a")])).toEqual([["b", "DONE", "青六-007"], ["a", "DONE", "青六-008"]]));
  it("pass over what somebody bears or bore", () => expect(plan([row("a"), row("b")], ["青六-007", "青六-009"])).toEqual([["a", "DONE", "青六-008"], ["b", "DONE", "青六-010"]]));
  it("leave those who have one, and who left, alone", () =>
    expect(plan([row("a", { delegateNo: "旧1" }), row("b", { status: "TERMINATED" }), row("c")])).toEqual([["a", "NUMBERED", "旧1"], ["b", "LEFT", null], ["c", "DONE", "青六-007"]]));
  it("outgrow their width rather than repeat", () => expect(numberOf(rule, 1000)).toBe("青六-1000"));
});

describe("the rule that goes on", () => {
  it.each([["青六-041", "青六-", 3, 42], ["0099", "", 4, 100], ["甲乙", "", 3, 1], [null, "", 3, 1]])("after %s", (latest, prefix, digits, start) =>
    expect(ruleAfter(latest)).toEqual({ prefix, digits, start, by: "list" }));
});
