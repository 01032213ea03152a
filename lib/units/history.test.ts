import { describe, expect, it } from "vitest";
import { describeChange } from "./history";
import { HIDDEN_UNIT, standingInTheWay } from "./labels";

const all = () => true;
const parent = "018f0000-0000-7000-8000-000000000001";
const other = "018f0000-0000-7000-8000-000000000002";

describe("describeChange", () => {
  it("says from what to what", () => {
    expect(describeChange("RENAME", { name: "甲社区" }, { name: "乙社区" }, all)).toEqual(["名称：甲社区 → 乙社区"]);
    expect(describeChange("ADJUST", { kind: "TOWNSHIP", isElecting: true, isHandling: false }, { kind: "SUBDISTRICT", isElecting: true, isHandling: true }, all)).toEqual(["类别：乡镇 → 街道", "承办单位：否 → 是"]);
  });
  it("hides the names of units the reader may not know of", () => {
    const told = describeChange("MOVE", { parentId: parent, parentName: "北固街道" }, { parentId: other, parentName: "云帆街道" }, (id) => id === other);
    expect(told).toEqual([`上级：${HIDDEN_UNIT} → 云帆街道`]);
  });
  it("tells a setting up by what it has, not by what it lacks", () => {
    expect(describeChange("ESTABLISH", null, { name: "甲社区", kind: "COMMUNITY", parentId: null, parentName: null, isElecting: true, isHandling: false }, all))
      .toEqual(["名称：甲社区", "类别：社区", "上级：—", "选举单位：是"]);
  });
  it("names both sides of a merge and of a split, but no unit the reader may not know of", () => {
    const others = [{ id: parent, name: "北固街道" }, { id: other, name: "云帆街道" }];
    expect(describeChange("MERGE", { activeTo: null }, { activeTo: "2026-01-01", others: [others[0]], heads: 12 }, all)).toEqual(["并入：北固街道", "随同转移的在册代表：12 名"]);
    expect(describeChange("ABSORB", { isElecting: false, isHandling: false }, { isElecting: true, isHandling: false, others, heads: 0 }, (id) => id === other)).toEqual([`接收自：${HIDDEN_UNIT}、云帆街道`, "选举单位：否 → 是"]);
    expect(describeChange("SPLIT", null, { others: [others[1]], heads: 3 }, () => false)).toEqual([`划给：${HIDDEN_UNIT}`, "随同转移的在册代表：3 名"]);
  });
  it("says a closing by its date alone, and survives an entry it cannot read", () => {
    expect(describeChange("DEACTIVATE", { activeTo: null }, { activeTo: "2024-01-01" }, all)).toEqual([]);
    expect(describeChange("RENAME", "x", { name: 5 }, all)).toEqual([]);
  });
});

describe("standingInTheWay", () => {
  it("names every kind of record and the way out, or nothing", () => {
    expect(standingInTheWay({ children: 2, delegates: 3, delegations: 1, accounts: 4, reorganized: 1 })).toBe("不能删除：它还关联着2 个下级党组织、3 名代表（含历届）、1 个代表团、4 个账号授权、1 次合并、拆分的沿革。可以改为停用，历史资料仍完整保留。");
    expect(standingInTheWay({ children: 0, delegates: 0, delegations: 0, accounts: 0, reorganized: 0 })).toBeNull();
  });
});
