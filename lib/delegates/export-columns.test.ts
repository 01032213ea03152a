import { describe, expect, it } from "vitest";
import { arranged, chosenColumns, columnsOf, exportColumns, inOrder, isExportKey } from "./export-columns";

const keysOf = (columns: { key: string }[]) => columns.map((c) => c.key);

describe("the chosen columns", () => {
  it("stand in the order chosen, the name first, each once, strangers left out", () =>
    expect(keysOf(chosenColumns(["sex", "name", "birthMonth", "sex", "nothing"]))).toEqual(["name", "sex", "birthMonth"]));
  it("ticked since the order was shown stand at the end", () => expect(inOrder(["sex", "ethnicity", "mobile"], ["mobile", "sex", "remark"])).toEqual(["mobile", "sex", "ethnicity"]));
  it("come as ticked when no order was shown", () => expect(keysOf(columnsOf({ cols: ["mobile", "sex"], placed: "" }))).toEqual(["name", "mobile", "sex"]));
});

describe("arranging", () => {
  const keys = ["sex", "mobile", "remark"];
  it.each([
    ["mobile:up", ["mobile", "sex", "remark"]], ["mobile:down", ["sex", "remark", "mobile"]], ["sex:up", keys], ["remark:down", keys], ["nobody:up", keys], ["mobile:away", keys], ["keep", keys], ["", keys],
  ])("%s", (how, wanted) => expect(arranged(keys, how)).toEqual(wanted));
  it("back to the order of the form", () => expect(arranged(["remark", "sex", "mobile"], "form")).toEqual(["sex", "mobile", "remark"].sort((a, b) => keysOf([...exportColumns]).indexOf(a) - keysOf([...exportColumns]).indexOf(b))));
});

it.each(["__proto__", "constructor", "idNumberCipher", "pinyin", ""])("%s is no column", (key) => expect(isExportKey(key)).toBe(false));
