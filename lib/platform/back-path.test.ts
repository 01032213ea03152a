import { describe, expect, it } from "vitest";
import { backPath } from "./back-path";

describe("backPath", () => {
  it.each(["/", "/my/tasks", "/manage/list?q=%E7%8E%8B&page=2"])("returns to %s", (path) => expect(backPath(path)).toBe(path));
  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "evil", "", "/a\nSet-Cookie: x", "/a\\b", null, undefined, 3])("goes home instead of %j", (value) => {
    expect(backPath(value)).toBe("/");
  });
  it("goes home when the path is too long", () => expect(backPath(`/${"a".repeat(2000)}`)).toBe("/"));
});
