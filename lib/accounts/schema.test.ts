import { describe, expect, it } from "vitest";
import { manyInput } from "./schema";

const read = (rows: string) => manyInput.safeParse({ rows });
const faults = (rows: string) => read(rows).error?.issues.map((issue) => issue.message) ?? [];

describe("many accounts, a line each", () => {
  it.each(["孟帆\t联络员\t云帆街道党工委", "孟帆，联络员，云帆街道党工委", "孟帆,选举单位联络员, 云帆街道党工委", "孟帆   联络员   云帆街道党工委"])("takes %j", (line) => {
    expect(read(`\n${line}\r\n\n`).data).toEqual({ rows: [{ displayName: "孟帆", wantedRole: "UNIT_LIAISON", wantedUnit: "云帆街道党工委" }] });
  });
  it("knows the handling units, and names with a dot", () => {
    expect(read("热合曼·玉素因\t承办单位\t区交通运输局党组").data?.rows).toEqual([{ displayName: "热合曼·玉素因", wantedRole: "HANDLING_UNIT", wantedUnit: "区交通运输局党组" }]);
  });
  it.each([
    ["孟帆\t组织部经办\t云帆街道", "第 1 行：角色请填"], ["孟帆\t联络员", "第 1 行：请填写党组织名称"], ["孟帆\t联络员\t云帆\n\t联络员\t北固", "第 2 行："], ["孟帆\t联络员\t云帆\n孟帆\t联络员\t云帆", "完全相同"],
    [Array.from({ length: 31 }, (_, i) => `孟帆\t联络员\t单位${i}`).join("\n"), "一次最多 30 人"], ["", "请填写"],
  ])("refuses %j", (rows, why) => expect(faults(rows).join()).toContain(why));
});
