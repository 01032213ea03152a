import { describe, expect, it } from "vitest";
import { backPath, toSignIn, wayOn } from "./back-path";

describe("backPath", () => {
  it.each(["/", "/my/tasks", "/manage/list?q=%E7%8E%8B&page=2"])("returns to %s", (path) => expect(backPath(path)).toBe(path));
  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "evil", "", "/a\nSet-Cookie: x", "/a\\b", null, undefined, 3])("goes home instead of %j", (value) => {
    expect(backPath(value)).toBe("/");
  });
  it("goes home when the path is too long", () => expect(backPath(`/${"a".repeat(2000)}`)).toBe("/"));
});

describe("the way on after signing in", () => {
  it.each(["/my", "/my/sign-in?of=1", "/manage/list?q=%E7%8E%8B", "/loginless", "/apis"])("leads to %s", (path) => {
    expect(wayOn(path)).toBe(path);
    expect(toSignIn(path)).toBe(`/login?to=${encodeURIComponent(path)}`);
  });
  it.each(["/", "/login", "/login?to=/my", "/login/no-grant", "/api/health", "//evil.example", "/\\evil.example", "https://evil.example", ["/my"], null, undefined])("is none for %j", (value) => {
    expect(wayOn(value)).toBe(null);
    expect(toSignIn(value)).toBe("/login");
  });
});
