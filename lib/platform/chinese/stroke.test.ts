import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strokeKey } from "./stroke";

const sorted = (names: string[]) => [...names].sort((a, b) => (strokeKey(a) < strokeKey(b) ? -1 : 1));
const codeOf = (char: string) => strokeKey(char).slice(0, -5);

describe("strokes of a character", () => {
  it.each([
    ["丁", "0212"], ["于", "03112"], ["万", "03153"], ["马", "03551"], ["王", "041121"], ["孔", "045215"], ["邓", "045452"], ["李", "071234521"], ["郑", "0843113452"],
    ["陶", "105235311252"], ["黄", "1112212512134"], ["蔡", "1412235445411234"], ["魏", "1731234531325113554"],
    ["䶮", "09135341134"], ["𠮷", "06121251"], ["㛃", "09111253531"],
  ])("%s is %s", (char, code) => expect(codeOf(char)).toBe(code));
});

describe("order of a roster", () => {
  it.each([
    ["丁 于 万 习 马 王 韦 尹 孔 邓 石 龙 叶 田 朱 刘 江 许 孙 杜 李 杨 吴 何 张 陈 范 林 周 郑 赵 胡 徐 高 郭 陶 黄 曹 彭 谢 蔡 魏"],
    ["王军 王毅 王小洪 王文涛 王志刚 王晓晖"],
    ["丹 丹增 丹珠昂奔"],
    ["于洁 于小明 万钢 万立骏 马凯 马小红"],
    ["买买提 买买提·艾力"],
  ])("%s", (line) => expect(sorted(line.split(" ").reverse())).toEqual(line.split(" ")));

  it("keeps one surname together when another has the same strokes", () => {
    expect(sorted(["余一", "佘一", "余丁", "佘丁"])).toEqual(["佘一", "佘丁", "余一", "余丁"]);
  });

  it("puts a character without data behind those of its stroke count, and one of unknown count last", () => {
    expect(sorted(["𡈽生", "彭真", "陳云", "黄华", "章平", "Ann"])).toEqual(["黄华", "章平", "陳云", "彭真", "Ann", "𡈽生"]);
  });

  it("does not count dots and spaces", () => {
    expect(strokeKey("买买提·艾力")).toBe(strokeKey("买买提艾力"));
    expect(strokeKey("王 军")).toBe(strokeKey("王军"));
  });
});

describe("for any names", () => {
  const han = fc.constantFrom(..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁一丁小明伟芳娜敏静军䶮㛃𠮷陳黃");
  const name = fc.array(han, { minLength: 1, maxLength: 6 }).map((chars) => chars.join(""));

  it("different names have different keys, so the order is total", () => {
    fc.assert(fc.property(name, name, (a, b) => {
      expect(strokeKey(a) === strokeKey(b)).toBe(a === b);
    }));
  });

  it("the surname decides before the given name", () => {
    fc.assert(fc.property(han, han, name, name, (a, b, one, other) => {
      fc.pre(a !== b);
      expect(strokeKey(a + one) < strokeKey(b + other)).toBe(strokeKey(a) < strokeKey(b));
    }));
  });

  it("string order and byte order agree: ASCII, under 400 bytes", () => {
    const anyChar = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));
    fc.assert(fc.property(fc.array(fc.oneof(han, anyChar), { maxLength: 12 }), (chars) => {
      expect(strokeKey(chars.join(""))).toMatch(/^[0-9a-f]{0,399}$/);
    }));
    expect(strokeKey("龘".repeat(50)).length).toBeLessThan(400);
  });
});
