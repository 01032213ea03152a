import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayName, LONGEST_NAME, plainName, readName } from "./name";

const nameOf = (raw: string) => readName(raw).name;

describe("padding", () => {
  it.each([
    ["钟　洁", "钟洁"], ["张 三", "张三"], ["　李敏 ", "李敏"], ["\t王建国\r\n", "王建国"], ["欧 阳  修", "欧阳修"],
    ["John  Smith", "John Smith"], [" J. Smith ", "J. Smith"], ["Ｊｏｈｎ", "John"],
  ])("%j is %s and nothing is said", (raw, name) => expect(readName(raw)).toEqual({ name, notes: [], refused: null, marks: {} }));
});

describe("dots", () => {
  it.each([..."•‧・･∙⋅．."])("%s between letters becomes U+00B7", (dot) => {
    expect(readName(`买买提${dot}艾力`)).toMatchObject({ name: "买买提\u00B7艾力", refused: null, notes: ["姓名中的间隔号已统一为“·”"] });
    expect(nameOf(`阿依古丽 ${dot} 买买提`)).toBe("阿依古丽·买买提");
  });

  it("leaves the right dot alone", () => expect(readName("买买提·艾力").notes).toEqual([]));

  it("folds a doubled dot", () => expect(nameOf("买买提··艾力·穆罕默德")).toBe("买买提·艾力·穆罕默德"));
});

describe("marks in brackets", () => {
  it.each([
    ["张丽（女）", "张丽", { sex: "女" }],
    ["马明(回族)", "马明", { ethnicity: "回族" }],
    ["马兰（女，回族）", "马兰", { sex: "女", ethnicity: "回族" }],
    ["马兰（女）（回族）", "马兰", { sex: "女", ethnicity: "回族" }],
    ["马兰（女、回）", "马兰", { sex: "女", ethnicity: "回" }],
    ["马　兰（女，回族））", "马兰", { sex: "女", ethnicity: "回族" }],
    ["马兰 （ 女 ", "马兰", { sex: "女" }],
    ["古丽（女，维族）", "古丽", { sex: "女", ethnicity: "维族" }],
  ])("%s", (raw, name, marks) => {
    const read = readName(raw);
    expect(read).toMatchObject({ name, marks, refused: null });
    expect(read.notes).toEqual([expect.stringContaining("不作为姓名")]);
  });

  it("refuses a mark that is neither sex nor ethnicity", () => {
    expect(readName("张伟（政法委）").refused).toBe("姓名后的括注“政法委”不是性别或民族，请移到备注");
  });

  it("does not take a mark alone for a name", () => expect(readName("（女）").refused).toContain("没有姓名"));
});

describe("invisible and foreign characters", () => {
  it.each([
    ["\uFEFF王敏", "U+FEFF"], ["王\u200B敏", "U+200B"], ["王敏\uFE00", "U+FE00"], ["王\u{E0101}敏", "U+E0101"], ["王\u00AD敏", "U+00AD"],
  ])("%j loses what cannot be seen", (raw, code) => {
    expect(readName(raw)).toEqual({ name: "王敏", notes: [`姓名中的不可见字符 ${code} 已去掉`], refused: null, marks: {} });
  });

  it.each([
    ["王\uE5F1", "姓名含私有区字符 U+E5F1，请改用正式汉字"],
    ["王\u{F0001}", "姓名含私有区字符 U+F0001，请改用正式汉字"],
    ["王\u0007敏", "姓名含控制字符 U+0007，请删去后重新填写"],
    ["王\n敏", "姓名含控制字符 U+000A，请删去后重新填写"],
    ["王\u202E敏", "姓名含文字方向控制符 U+202E，请删去后重新填写"],
    ["王\u2069敏", "姓名含文字方向控制符 U+2069，请删去后重新填写"],
    ["王\uD842", "姓名含残缺字符 U+D842，请删去后重新填写"],
  ])("%j is refused by code point", (raw, why) => expect(readName(raw).refused).toBe(why));

  it("names the compatibility character that was replaced", () => {
    expect(readName("\uFA19木")).toMatchObject({ name: "\u795E木", notes: ["姓名中的兼容字 U+FA19 已改为 神（U+795E）"] });
    expect(readName("⼯藤")).toMatchObject({ name: "工藤", notes: [expect.stringContaining("U+2F2F")] });
  });

  it("composes what came apart", () => expect(nameOf("Jose\u0301")).toBe("Jos\u00E9"));
});

describe("what is no name", () => {
  it.each(["待定", "空缺", "暂缺", "缺额", "候补", "××", "某某", "张某某", "李×", "王？", "张□", "无", "—", "12", "·", "***", "", "　"])("%j", (raw) => {
    const { refused, name, notes } = readName(raw);
    expect(refused).toBeTruthy();
    expect(refused).not.toMatch(/[!！]/);
    expect({ name, notes }).toEqual({ name: "", notes: [] });
  });

  it("does not labour over a text that cannot be a name", () => {
    expect(readName("（".repeat(100_000)).refused).toContain("100000 个字");
    expect(plainName(`${" ".repeat(100_000)}王`)).toBe("");
  });

  it("counts characters, not code units", () => {
    expect(readName("𠮷".repeat(LONGEST_NAME))).toMatchObject({ refused: null, notes: [] });
    expect(readName("𠮷".repeat(LONGEST_NAME + 1)).refused).toContain("51 个字");
  });
});

describe("what is a name", () => {
  it.each(["张三", "陳國強", "龙䶮", "𠮷文博", "周㛃", "O'Brien", "丹珠昂奔", "买买提·艾力"])("%s, kept as written", (raw) => {
    expect(readName(raw)).toEqual({ name: raw, notes: [], refused: null, marks: {} });
  });

  it("asks to check one character or a symbol", () => {
    expect(readName("丹")).toMatchObject({ name: "丹", refused: null, notes: ["姓名只有一个字，请核对"] });
    expect(readName("张伟2")).toMatchObject({ name: "张伟2", refused: null, notes: ["姓名含文字以外的符号“2”，请核对"] });
  });
});

const anyChar = fc.constantFrom(..."王小敏陳𠮷䶮AbéZ · .•・　 \u200B\uFE00\uFA19⼯（女）(回族)，、\u0301\n×2\uE5F1");
const anyCodePoint = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));
const anyText = fc.oneof(fc.array(anyChar, { maxLength: 20 }).map((c) => c.join("")), fc.array(anyCodePoint, { maxLength: 8 }).map((c) => c.join("")));

describe("for any text", () => {
  it("a name that was read reads as itself", () => {
    fc.assert(fc.property(anyText, (raw) => {
      const first = readName(raw);
      fc.pre(first.refused === null);
      const again = readName(first.name);
      expect(again).toMatchObject({ name: first.name, refused: null, marks: {} });
    }), { numRuns: 400 });
  });

  it("a name is visible NFC text with a letter", () => {
    fc.assert(fc.property(anyText, (raw) => {
      const { name, refused } = readName(raw);
      fc.pre(refused === null);
      expect(name).toBe(name.normalize("NFC").trim());
      expect(name).toMatch(/\p{L}/u);
      expect(name).not.toMatch(/[\p{Cc}\p{Co}\p{Default_Ignorable_Code_Point}]/u);
      expect(name).toBe(plainName(name));
    }), { numRuns: 400 });
  });
});

describe("names in a printed roster", () => {
  it.each([["王军", "王　军"], ["𠮷野", "𠮷　野"], ["王小洪", "王小洪"], ["丹", "丹"], ["Li", "Li"]])("%s is set as %s", (name, set) => {
    expect(displayName(name)).toBe(set);
  });
});
