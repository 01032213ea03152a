import { describe, expect, it } from "vitest";
import { dateFaults } from "./dates";
import { standingInTheWay } from "./labels";
import { makeCurrentInput, reorderInput, termInput } from "./schema";

const id = "018f0000-0000-7000-8000-000000000001";
const form = { level: "DISTRICT", ordinal: "6", name: "青澜区第六次党代会", congressFrom: "", congressTo: "", startsOn: "2021-10-28", endsOn: "2026-10-28", ageReferenceOn: "" };
const faults = (change: Record<string, unknown>) => termInput.strict().safeParse({ ...form, ...change }).error?.issues.map((i) => i.message).join() ?? "";

describe("the form of a term", () => {
  it("reads what was posted; an empty day is none", () => {
    expect(termInput.parse(form)).toEqual({ ...form, ordinal: 6, congressFrom: null, congressTo: null, ageReferenceOn: null });
  });
  it.each([[{ ordinal: "六" }, "填写数字"], [{ ordinal: "0" }, "从 1 开始"], [{ ordinal: "6.5" }, "整数"], [{ ordinal: "100" }, "不超过 99"], [{ startsOn: "" }, "任期起"], [{ congressFrom: "2021/10/28" }, "样式"], [{ level: "X" }, "层级"], [{ current: "1" }, "current"]])(
    "refuses %j", (change, why) => expect(faults(change)).toContain(why));
});

describe("the days of a term", () => {
  const days = { congressFrom: "2021-10-28", congressTo: "2021-10-30", startsOn: "2021-10-28", endsOn: "2026-10-28" };
  it("takes days in order, of any length", () => {
    expect(dateFaults(days)).toEqual({});
    expect(dateFaults({ ...days, endsOn: "2028-01-01", congressFrom: null, congressTo: null })).toEqual({});
    expect(dateFaults({ ...days, congressTo: days.congressFrom })).toEqual({});
  });
  it("names the field at fault", () => {
    expect(Object.keys(dateFaults({ ...days, endsOn: days.startsOn }))).toEqual(["endsOn"]);
    expect(Object.keys(dateFaults({ ...days, congressTo: "2021-10-27" }))).toEqual(["congressTo"]);
    expect(Object.keys(dateFaults({ ...days, congressFrom: null }))).toEqual(["congressFrom"]);
  });
});

describe("an order button", () => {
  it("says which row goes where from which place", () => {
    expect(reorderInput.parse({ termId: id, move: `${id}:up:3` }).move).toEqual({ id, direction: "up", position: 3 });
  });
  it.each(["", `${id}:left:3`, `${id}:up`, "x:up:3", `${id}:up:-1`, `${id}:up:99999999999`])("refuses %j", (move) => expect(reorderInput.safeParse({ termId: id, move }).success).toBe(false));
});

it("knows when no term was the present one before", () => expect(makeCurrentInput.parse({ id, from: "" })).toEqual({ id, from: null }));

it("names what keeps a delegation", () => {
  expect(standingInTheWay("代表团", { delegates: 2, groups: 1 })).toBe("不能删除：这个代表团里还有2 名代表、1 个代表小组。请先把它们调整到别处。");
  expect(standingInTheWay("代表小组", { delegates: 0, groups: 0 })).toBeNull();
});
