import { describe, expect, it } from "vitest";
import { deactivateInput, renameInput, treeFilters } from "./schema";

const id = "018f0000-0000-7000-8000-000000000001";
const form = { id, version: "3", name: "云帆街道党工委", effectiveOn: "2024-05-01", basis: "青委发〔2024〕5号" };
const faults = (change: Record<string, unknown>) => renameInput.strict().safeParse({ ...form, ...change }).error?.issues.map((i) => i.message).join() ?? "";

describe("what a form about a unit may say", () => {
  it("reads a form as it is posted and tidies the name", () => {
    expect(renameInput.parse({ ...form, name: " 云帆\u3000\u3000街道 " })).toEqual({ ...form, version: 3, name: "云帆 街道" });
    expect(deactivateInput.parse({ id, version: "1", effectiveOn: "2024-05-01", basis: "会议纪要" }).despite).toBe(false);
    expect(deactivateInput.parse({ id, version: "1", effectiveOn: "2024-05-01", basis: "会议纪要", despite: "on" }).despite).toBe(true);
  });
  it.each([
    [{ name: "甲" }, "至少 2 个字"], [{ name: "字".repeat(61) }, "不超过 60"], [{ name: "云\u200b帆街道" }, "看不见的字符"], [{ name: "云\u202e帆街道" }, "看不见的字符"], [{ name: "12345" }, "没有文字"],
    [{ effectiveOn: "2024-02-30" }, "生效日期"], [{ effectiveOn: "" }, "生效日期"], [{ basis: " " }, "写明依据"], [{ id: "1" }, "编号不正确"], [{ committeeId: id }, "committeeId"],
  ])("refuses %j", (change, why) => expect(faults(change)).toContain(why));
});

describe("the tree in the address", () => {
  it("drops what makes no sense instead of failing", () => {
    expect(treeFilters.parse({ q: ["云", "帆"], all: "yes", open: "all" })).toEqual({ q: "云", open: "all" });
    expect(treeFilters.parse({})).toEqual({ q: "" });
    expect(treeFilters.parse({ q: "长".repeat(51) }).q).toBe("");
  });
});
