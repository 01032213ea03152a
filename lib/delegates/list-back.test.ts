import { describe, expect, it } from "vitest";
import { listBack, withBack } from "./list-back";

const list = "/manage/delegates?q=%E7%8E%8B&page=2";

describe("listBack", () => {
  it("keeps the query of the list", () => expect(listBack(list)).toBe(list));
  it.each([undefined, "", "/manage", "/manage/delegates", "/manage/delegates/new?q=1", "/manage/delegatesx?q=1", "//evil.example/manage/delegates?q=1", "https://evil.example", "/\\evil", "/overview/delegates?q=1", "javascript:alert(1)", `${list}\nSet-Cookie: x`])(
    "goes to the bare list for %j", (value) => expect(listBack(value)).toBe("/manage/delegates"));
  it("knows the list of leaders", () => expect(listBack("/overview/delegates?sex=2", "/overview/delegates")).toBe("/overview/delegates?sex=2"));
  it("takes the first of several", () => expect(listBack([list, "https://evil.example"])).toBe(list));
});

describe("withBack", () => {
  it("goes there and back again", () => {
    const href = withBack("/manage/delegates/1?tab=mandate", list);
    expect(new URL(href, "http://here").searchParams.get("tab")).toBe("mandate");
    expect(listBack(new URL(href, "http://here").searchParams.get("back"))).toBe(list);
  });
  it("leaves an address alone when there is no query to keep", () => expect(withBack("/manage/delegates/1", "/manage/delegates")).toBe("/manage/delegates/1"));
});
