import { describe, expect, it } from "vitest";
import { pinyinOf } from "@/lib/platform/chinese/pinyin";
import { accountInput } from "./schema";
import { nth, spelled, userNames } from "./user-name";

const of = (name: string) => spelled(pinyinOf(name).pinyin);

describe("a user name", () => {
  it.each([["黄立", "huangli"], ["单小敏", "shanxiaomin"], ["吕梁", "lvliang"], ["热合曼古丽·玉素因", "rehemanguliyusuyin"], ["阿卜杜热合曼·麦麦提图尔荪江", "abudurehemanmaimaitituer"], ["Ø", "daibiao"]])("of %s is %s", (name, wanted) => expect(of(name)).toBe(wanted));

  it("of people spelled alike differs by a number", () => expect(userNames(["wangwei", "lina", "wangwei", "WangWei"], new Set())).toEqual(["wangwei", "lina", "wangwei2", "wangwei3"]));

  it("leaves out what is taken, also by a number", () => expect(userNames(["wangwei", "wangwei"], new Set(["wangwei", "wangwei3"]))).toEqual(["wangwei2", "wangwei4"]));

  it("of one or two letters is filled up to three", () => expect(userNames(["ae", "ae", "e"], new Set())).toEqual(["aex", "aex2", "exx"]));

  it("is one the form for accounts takes", () => {
    for (const letters of ["e", "ae", "daibiao", "a".repeat(24)]) for (const n of [1, 2, 11, 999]) expect(accountInput.shape.username.safeParse(nth(letters, n)).success).toBe(true);
  });
});
