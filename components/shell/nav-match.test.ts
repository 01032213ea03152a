import { describe, expect, it } from "vitest";
import { currentHref } from "./nav-match";

const menu = ["/manage", "/manage/people", "/manage/people/import", "/manage/peoples"];

describe("currentHref", () => {
  it("takes the entry itself and pages below it", () => {
    expect(currentHref("/manage/people", menu)).toBe("/manage/people");
    expect(currentHref("/manage/people/42", menu)).toBe("/manage/people");
  });
  it("prefers the longest of several", () => expect(currentHref("/manage/people/import/3", menu)).toBe("/manage/people/import"));
  it("does not mistake a longer word for a folder", () => expect(currentHref("/manage/peoplesque", menu)).toBe("/manage"));
  it("finds nothing elsewhere", () => expect(currentHref("/desk", menu)).toBeUndefined());
});
