import { describe, expect, it } from "vitest";
import { ancestorsOf, flatten, growTree, pruneTree } from "./tree";

const unit = (id: string, path: string, name = id) => ({ id, name, path, parentId: path.split("/").at(-3) ?? null });
const rows = [unit("r", "r/", "区委"), unit("a", "r/a/", "云帆街道"), unit("b", "r/b/", "北固街道"), unit("a1", "r/a/a1/", "望江社区"), unit("b1", "r/b/b1/", "云台社区"), unit("a2", "r/a/a2/", "松涛社区")];
const order = (branches: ReturnType<typeof growTree<(typeof rows)[number]>>) => flatten(branches).map((b) => b.id).join(" ");

describe("growTree", () => {
  it("hangs each row under its parent and keeps the order of the rows", () => expect(order(growTree(rows))).toBe("r a a1 a2 b b1"));
  it("puts a subtree at the top when nothing above it is known", () => expect(growTree(rows.filter((r) => r.path.startsWith("r/a/"))).map((b) => b.id)).toEqual(["a"]));
  it("hangs a row on the nearest ancestor that is there", () => expect(order(growTree(rows.filter((r) => r.id !== "a")))).toBe("r b b1 a1 a2"));
  it("knows the way up, nearest first", () => expect(ancestorsOf({ id: "a1", path: "r/a/a1/" })).toEqual(["a", "r"]));
  it("grows a thousand rows without losing one", () => {
    const many = Array.from({ length: 1000 }, (_, i) => unit(`u${i}`, i === 0 ? "u0/" : `u0/u${i}/`));
    expect(flatten(growTree(many))).toHaveLength(1000);
  });
});

describe("pruneTree", () => {
  it("keeps what matches with the way to it, whatever the width and case", () => {
    const found = pruneTree(growTree(rows), " 云 ");
    expect([...found.hits]).toEqual(["a", "b1"]);
    expect(order(found.branches)).toBe("r a b b1");
    expect([...pruneTree(growTree([unit("x", "x/", "ＡＢＣ支部")]), "abc").hits]).toEqual(["x"]);
  });
  it("is empty when nothing matches", () => expect(pruneTree(growTree(rows), "没有")).toEqual({ branches: [], hits: new Set() }));
});
