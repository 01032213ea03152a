import { describe, expect, it } from "vitest";
import { classes, classesOf, codeOf, codes, markOf, unmarkedName } from "./labels";

describe("marks", () => {
  it("are the same as a code and as a row, early leave included", () => {
    for (const code of codes) if (code !== "NONE") expect(codeOf(markOf(code))).toBe(code);
    expect(codeOf(null)).toBe("NONE");
  });

  it("open the classes they are the sum of", () => {
    expect([classesOf("due"), classesOf("came"), classesOf("ABSENT")]).toEqual([classes, ["PRESENT", "LATE"], ["ABSENT"]]);
  });

  it("say what a missing one counts as", () => {
    expect([unmarkedName(false, "ACCEPTED"), unmarkedName(false, "LEAVE_GRANTED"), unmarkedName(true, "ACCEPTED"), unmarkedName(true, "LEAVE_GRANTED")]).toEqual(["未登记", "未登记，已准假", "未登记，计缺席", "未登记，计请假"]);
  });
});
