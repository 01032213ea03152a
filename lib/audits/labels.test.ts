import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { verbName, verbNames } from "./labels";

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.includes(".test."));
const literals = /(?:\bverb: |\bnew Forbidden\()"([a-z]\w*\.\w+)"/g;
const recorded = sources.flatMap((name) => [...readFileSync(path.join("lib", name), "utf8").matchAll(literals)].map((match) => match[1] ?? ""));

it("finds the verbs in the sources", () => expect(recorded).toEqual(expect.arrayContaining(["session.signIn", "account.create", "delegate.edit", "audit.export"])));

it.each([...new Set(recorded)])("%s has a name in words", (verb) => expect(verbNames[verb]).toMatch(/\p{Script=Han}/u));

it("names the events of a status in either case", () => expect([verbName("delegate.SUSPEND"), verbName("delegate.suspend")]).toEqual(["暂停执行代表职务", "暂停执行代表职务"]));
