import { describe, expect, it } from "vitest";
import { pinyinOf } from "./pinyin";

describe("surnames are read as surnames", () => {
  it.each([
    ["单小敏", "shanxiaomin", "sxm"], ["曾国华", "zengguohua", "zgh"], ["仇英", "qiuying", "qy"], ["区志明", "ouzhiming", "ozm"], ["解珍", "xiezhen", "xz"],
    ["查良", "zhaliang", "zl"], ["尉迟恭", "yuchigong", "ycg"], ["任长霞", "renchangxia", "rcx"], ["欧阳修", "ouyangxiu", "oyx"], ["种师道", "chongshidao", "csd"],
    ["朴树", "piaoshu", "ps"], ["乐毅", "yueyi", "yy"], ["万俟卨", "moqixie", "mqx"], ["覃小红", "qinxiaohong", "qxh"], ["吕布", "lvbu", "lb"],
    ["王小敏", "wangxiaomin", "wxm"], ["龙䶮", "longyan", "ly"], ["𠮷文博", "jiwenbo", "jwb"], ["周㛃", "zhoujie", "zj"], ["陳國強", "chenguoqiang", "cgq"],
  ])("%s: %s, %s", (name, pinyin, initials) => expect(pinyinOf(name)).toEqual({ pinyin, initials }));

  it("but not inside a name", () => {
    expect(pinyinOf("王单").pinyin).toBe("wangdan");
    expect(pinyinOf("艾力·单").pinyin).toBe("ailidan");
  });
});

describe("other letters", () => {
  it.each([
    ["买买提·艾力", "maimaitiaili", "mmtal"], ["阿依古丽·Smith", "ayigulismith", "aygls"], ["John Smith", "johnsmith", "js"], ["José", "jose", "j"], ["O'Brien", "obrien", "o"], ["", "", ""],
  ])("%s: %s, %s", (name, pinyin, initials) => expect(pinyinOf(name)).toEqual({ pinyin, initials }));
});
