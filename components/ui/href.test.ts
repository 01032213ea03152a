import { describe, expect, it } from "vitest";
import { hrefWith, pageNumbers } from "./href";

describe("hrefWith", () => {
  it("keeps the other parameters and goes back to the first page", () => {
    expect(hrefWith("/list", { q: "王", page: "3" }, { order: "pinyin" })).toBe("/list?q=%E7%8E%8B&order=pinyin");
  });
  it("keeps the page when the page itself is changed", () => {
    expect(hrefWith("/list", { q: "a", page: "3" }, { page: "4" })).toBe("/list?q=a&page=4");
  });
  it("drops what is empty and repeats what is a list", () => {
    expect(hrefWith("/list", { tag: ["a", "b"], q: "" }, {})).toBe("/list?tag=a&tag=b");
    expect(hrefWith("/list", { q: "a" }, { q: undefined })).toBe("/list");
  });
});

describe("pageNumbers", () => {
  it("shows all of a few", () => expect(pageNumbers(1, 3)).toEqual([1, 2, 3]));
  it("shows a gap only where more than one page is left out", () => {
    expect(pageNumbers(1, 42)).toEqual([1, 2, 3, null, 42]);
    expect(pageNumbers(5, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(pageNumbers(20, 42)).toEqual([1, null, 18, 19, 20, 21, 22, null, 42]);
  });
  it("stays within what exists", () => expect(pageNumbers(9, 3)).toEqual([1, 2, 3]));
});
