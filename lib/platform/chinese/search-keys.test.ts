import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pinyinOf } from "./pinyin";
import { readQuery, searchKeys } from "./search-keys";

const keysOf = (name: string) => searchKeys({ name, initials: pinyinOf(name).initials });

/** What the database does: the keys must all be there, then the text itself must match. */
function finds(q: string, name: string): boolean {
  const query = readQuery(q);
  if (query.kind === "empty" || query.kind === "digits") return false;
  const { pinyin, initials } = pinyinOf(name);
  const held = query.keys.every((key) => keysOf(name).includes(key));
  if (query.kind === "name") return held && name.includes(query.text);
  return (held && initials.includes(query.text)) || pinyin.startsWith(query.text) || (held && name.toLowerCase().includes(query.text));
}

describe("keys of a name", () => {
  it("are its characters and pairs, and those of its initials", () => {
    expect(keysOf("王小敏").sort()).toEqual(["i:m", "i:w", "i:wx", "i:x", "i:xm", "小", "小敏", "敏", "王", "王小"].sort());
  });

  it("do not cut a character in half", () => expect(keysOf("𠮷文")).toEqual(["𠮷", "文", "𠮷文", "i:j", "i:w", "i:jw"]));

  it("repeat nothing and stop at fifty characters", () => {
    expect(keysOf("王王王王")).toEqual(["王", "王王", "i:w", "i:ww"]);
    expect(keysOf(`${"王".repeat(50)}李`)).not.toContain("李");
  });
});

describe("what was typed", () => {
  it.each([
    ["", { kind: "empty" }], [" 　", { kind: "empty" }], ["\u200B", { kind: "empty" }],
    ["敏", { kind: "name", keys: ["敏"], text: "敏" }],
    ["小敏", { kind: "name", keys: ["小敏"], text: "小敏" }],
    ["王 小　敏", { kind: "name", keys: ["王小", "小敏"], text: "王小敏" }],
    ["提•艾", { kind: "name", keys: ["提·", "·艾"], text: "提·艾" }],
    ["买买提•", { kind: "name", keys: ["买买", "买提"], text: "买买提" }],
    ["WXM", { kind: "latin", keys: ["i:wx", "i:xm"], text: "wxm" }],
    ["ｗ", { kind: "latin", keys: ["i:w"], text: "w" }],
    ["wang xiaomin", { kind: "latin", keys: ["i:wa", "i:an", "i:ng", "i:gx", "i:xi", "i:ia", "i:ao", "i:om", "i:mi", "i:in"], text: "wangxiaomin" }],
    ["lü", { kind: "latin", keys: ["i:lv"], text: "lv" }],
    ["４４17", { kind: "digits", text: "4417" }], ["100 0000 4417", { kind: "digits", text: "10000004417" }],
  ])("%j", (typed, query) => expect(readQuery(typed)).toEqual(query));

  it("is not empty when only a sign was typed: that finds nobody rather than everybody", () => expect(readQuery("—").kind).toBe("name"));

  it("is cut to fifty characters", () => expect(readQuery("王".repeat(80))).toMatchObject({ text: "王".repeat(50) }));
});

describe("finding", () => {
  it.each([
    ["小敏", "王小敏"], ["wxm", "王小敏"], ["xm", "王小敏"], ["wangxiaom", "王小敏"], ["买买提•艾", "买买提·艾力"], ["mmtal", "买买提·艾力"], ["smith", "阿依古丽·Smith"],
    ["John Smith", "John Smith"], ["𠮷", "𠮷文博"], ["神", "\u795E木"], ["\uFA19", "\u795E木"],
  ])("%s finds %s", (q, name) => expect(finds(q, name)).toBe(true));

  it.each([["敏小", "王小敏"], ["wxx", "王小敏"], ["\uD842", "𠮷文博"], ["王敏", "王小敏"]])("%j does not find %s", (q, name) => expect(finds(q, name)).toBe(false));

  it("any piece of a name, and of its initials, finds it", () => {
    const char = fc.constantFrom(..."王小敏李伟国𠮷䶮艾");
    const pick = fc.tuple(fc.array(char, { minLength: 1, maxLength: 6 }), fc.nat(5), fc.nat(5));
    fc.assert(fc.property(pick, ([chars, from, size]) => {
      const start = from % chars.length;
      const name = chars.join("");
      expect(finds(chars.slice(start, start + 1 + size).join(""), name)).toBe(true);
      expect(finds(pinyinOf(name).initials.slice(start, start + 1 + size), name)).toBe(true);
    }));
  });
});
