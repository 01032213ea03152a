import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "acorn";
import postcss, { type Container, type Node } from "postcss";
import { describe, expect, it } from "vitest";

const built = path.resolve(process.env.NEXT_DIST ?? ".next", "static");

const files = (ending: string) =>
  readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(built, path.join(entry.parentPath, entry.name)));

const text = (file: string) => readFileSync(path.join(built, file), "utf8");

/** Inside @supports a browser that cannot read the value never gets there. */
const guarded = (node: Node | undefined): boolean => Boolean(node) && ((node as { name?: string }).name === "supports" || guarded(node?.parent as Node | undefined));

/** What Chromium 87 would drop: whole rules, or the only value a property has. */
export function tooNew(css: string): string[] {
  const found: string[] = [];
  const root: Container = postcss.parse(css);
  root.walkAtRules(/^(layer|container)$/, (rule) => void found.push(`@${rule.name}`));
  root.walkAtRules("media", (rule) => void (/[<>]/.test(rule.params) && found.push(`@media ${rule.params}`)));
  root.walkRules((rule) => {
    const selector = rule.selector.replace(/\\./g, "");
    if (/:has\(/.test(selector) && !guarded(rule)) found.push(rule.selector);
    if (/&/.test(selector)) found.push(`nested ${rule.selector}`);
  });
  root.walkDecls((decl) => {
    const fresh = /\b(oklch|oklab|lab|lch|color-mix)\(|\d(dvh|svh|lvh|cqw)\b/.test(decl.value) || /^(translate|rotate|scale)$/.test(decl.prop);
    if (fresh && !guarded(decl)) found.push(`${decl.prop}: ${decl.value}`);
  });
  return found;
}

describe("the scan itself", () => {
  it.each([
    ["@layer a { b { color: red } }", "@layer"],
    ["a { color: oklch(50% 0.1 20) }", "color: oklch(50% 0.1 20)"],
    ["a { background: color-mix(in oklab, red 5%, blue) }", "background: color-mix(in oklab, red 5%, blue)"],
    ["a:has(b) { color: red }", "a:has(b)"],
    ["a { height: 100dvh }", "height: 100dvh"],
    ["a { translate: 1px }", "translate: 1px"],
    ["@container (width > 1px) { a { color: red } }", "@container"],
    ["@media (width >= 48rem) { a { color: red } }", "@media (width >= 48rem)"],
  ])("refuses %s", (css, said) => expect(tooNew(css)).toContain(said));
  it("lets pass a class whose name only looks like nesting", () => expect(tooNew(".\\[\\&_td\\]\\:px-2 td { padding: 0 }")).toEqual([]));
  it("refuses nesting", () => expect(tooNew("a { & b { color: red } }")).toEqual(["nested & b"]));
  it("lets pass what stands behind @supports", () => {
    expect(tooNew("@supports (color: color-mix(in lab, red, red)) { a { color: color-mix(in oklab, red 5%, blue) } }")).toEqual([]);
  });
});

describe("what is sent to the browser", () => {
  const styles = files(".css");
  const scripts = files(".js");
  it("holds a style sheet and scripts", () => {
    expect(styles.length).toBeGreaterThan(0);
    expect(scripts.length).toBeGreaterThan(5);
  });
  it.each(styles)("%s is read by Chromium 87", (file) => expect(tooNew(text(file))).toEqual([]));
  it("every script is ES2021", () => {
    const refused = scripts.filter((file) => {
      try {
        parse(text(file), { ecmaVersion: 2021, sourceType: "script", allowHashBang: true });
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toEqual([]);
  });
});
