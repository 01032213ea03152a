import { describe, expect, it } from "vitest";
import { FULL_DISK, sentenceOf, Stop, tellsFullDisk } from "./say.mjs";

describe("sentenceOf", () => {
  it("says what a Stop says", () => expect(sentenceOf(new Stop("端口已被占用。"))).toBe("端口已被占用。"));
  it("explains a full disk", () => expect(sentenceOf(Object.assign(new Error("write"), { code: "ENOSPC" }))).toBe(FULL_DISK));
  it.each(["EACCES", "EPERM", "EROFS"])("names the file on %s", (code) => {
    expect(sentenceOf(Object.assign(new Error("open"), { code, path: "/x/y" }))).toContain("/x/y");
  });
  it("never shows a stack", () => {
    const said = sentenceOf(new TypeError("odd"));
    expect(said).toBe("没有完成：odd");
    expect(said).not.toContain("at ");
  });
  it("copes with what is no error", () => expect(sentenceOf("odd")).toBe("没有完成：odd"));
});

it("reads a full disk out of what programs print", () => {
  expect(tellsFullDisk("npm error code ENOSPC")).toBe(true);
  expect(tellsFullDisk("could not write: No space left on device")).toBe(true);
  expect(tellsFullDisk("ok")).toBe(false);
});
