import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const files = (pattern: string) => globSync(pattern, { exclude: (f) => /node_modules|prisma.client|^\.next|^\.data/.test(String(f)) }).map((f) => f.split(path.sep).join("/")).sort();
const read = (file: string) => readFileSync(file, "utf8");
const offenders = (list: string[], bad: (text: string, file: string) => boolean) => list.filter((f) => bad(read(f), f));

const sources = [...files("app/**/*.{ts,tsx}"), ...files("components/**/*.{ts,tsx}"), ...files("lib/**/*.ts")];
const code = sources.filter((f) => !f.endsWith(".test.ts") && !f.endsWith(".test.tsx"));
const nouns = (file: string) => /^lib\/(?!platform\/)[^/]+\/([^/]+)$/.exec(file);

const FORBIDDEN_NAMES = /(^|\/)(index|utils?|helpers?|hooks?|types?|constants?|common|misc)\.tsx?$/;
const NEXT_FILES = /^(page|layout|loading|error|not-found|forbidden|unauthorized|global-error|route|template|default)\.tsx?$|^[a-z-]+\.css$/;

describe("the house", () => {
  it("names no file after nothing", () => {
    expect(sources.filter((f) => FORBIDDEN_NAMES.test(f))).toEqual([]);
  });

  it("keeps app for Next's own files", () => {
    expect(files("app/**/*.{ts,tsx,js,jsx,css,svg,png,ico,json,md}").filter((f) => !NEXT_FILES.test(path.basename(f)))).toEqual([]);
  });

  it("keeps every file under 250 lines", () => {
    expect(sources.filter((f) => read(f).split("\n").length > 251)).toEqual([]);
  });

  it("gives every noun a policy beside its reads and writes", () => {
    const owners = new Set(code.filter((f) => /^lib\/(?!platform)[^/]+\/(queries|service)\.ts$/.test(f)).map((f) => path.dirname(f)));
    owners.delete("lib/committees");
    expect([...owners].filter((dir) => !code.includes(`${dir}/policy.ts`))).toEqual([]);
  });

  it("lets only queries and services of a noun, and the matching they share, touch the database", () => {
    const touching = offenders(code.filter((f) => nouns(f) || /^(app|components)\//.test(f)), (text) => /from "@\/lib\/platform\/db"/.test(text));
    expect(touching.filter((f) => !/(^|\/|-)(queries|service)\.ts$/.test(f) && f !== "lib/accounts/auth-options.ts")).toEqual([]);
  });

  it("makes actors in the session and the program only", () => {
    expect(offenders(code, (text) => /\bmint\b.*from|\bmint[ <]/.test(text)).sort()).toEqual(["lib/platform/actor.ts", "lib/platform/program.ts", "lib/platform/session.ts"]);
  });

  it("takes the actor first in every read and write of a noun", () => {
    const exported = /^export (?:async function (\w+)|const (\w+) = (?:async )?(?=\(.*Promise<|async))(?:<[^>]*>)?\(\s*([\w{]+)?/gm;
    const bad = code.filter((f) => /^lib\/(?!platform)[^/]+\/(?:[\w-]+-)?(queries|service)\.ts$/.test(f)).flatMap((f) =>
      [...read(f).matchAll(exported)].filter((m) => m[3] !== "actor").map((m) => `${f}: ${m[1] ?? m[2]}`));
    expect(bad.sort()).toEqual(WITHOUT_ACTOR);
  });

  it("makes every export of actions.ts with action() or publicAction()", () => {
    const bad = code.filter((f) => f.endsWith("/actions.ts")).flatMap((f) => {
      expect(read(f).startsWith('"use server";')).toBe(true);
      return [...read(f).matchAll(/^export (.*)$/gm)].filter((m) => !/^const \w+ = (action|publicAction)\(/.test(m[1] ?? "")).map((m) => `${f}: ${m[1]}`);
    });
    expect(bad).toEqual([]);
  });

  it("has server actions nowhere else", () => {
    expect(offenders(code, (text) => /^\s*["']use server["']/m.test(text)).filter((f) => !f.endsWith("/actions.ts"))).toEqual([]);
  });

  it("guards every route handler", () => {
    const open = ["app/api/auth/[...nextauth]/route.ts", "app/api/health/route.ts", "app/api/size/route.ts"];
    const bad = offenders(code.filter((f) => f.endsWith("/route.ts")), (text) => !/guardedRoute\(|handlers"/.test(text));
    expect(bad).toEqual(open);
    expect(offenders(code.filter((f) => f.endsWith("/handlers.ts")), (text) => [...text.matchAll(/^export const \w+ = /gm)].length !== [...text.matchAll(/= guardedRoute\(/g)].length)).toEqual([]);
  });

  it("guards every page that is not for everybody", () => {
    const open = ["app/page.tsx", "app/(holder)/account/password/page.tsx"];
    const pages = code.filter((f) => f.endsWith("/page.tsx") && !f.startsWith("app/(public)/") && !open.includes(f));
    expect(pages.length).toBeGreaterThan(10);
    expect(offenders(pages, (text) => !/await require(Actor|Role|Office|Staff|Delegate|Leader)\(/.test(text))).toEqual([]);
  });

  it("holds no unsafe SQL, no eval, no suppressed rule, no lost note", () => {
    expect(offenders(code, (text) => /\$(query|execute)RawUnsafe|Prisma\.raw\(|\beval\(|new Function\(|Math\.random|eslint-disable|@ts-(ignore|expect-error|nocheck)|TODO|FIXME/.test(text))).toEqual([]);
  });

  it("names every column of every model in Chinese", () => {
    const bad = files("prisma/models/*.prisma").flatMap((f) => {
      const lines = read(f).split("\n");
      return lines.filter((line, i) => /^ {2}\w+ +(String|Int|BigInt|Boolean|DateTime|Json|Bytes|Decimal|[A-Z]\w+)(\?|\[\])?( |$)/.test(line) && !/@relation|^ {2}\w+ +[A-Z]\w+(\[\])?\??$/.test(line.trimEnd()) && !/\/\/\/ .*\p{Script=Han}/u.test(lines[i - 1] ?? "")).map((l) => `${f}: ${l.trim()}`);
    });
    expect(bad.filter((b) => !/(Term|Unit|Person|Delegate\w*|Account|Grant|Session|Committee|RosterImport\w*|UnitChange|CompositionTarget|Delegation)(\[\]|\?)?( |$)/.test(b))).toEqual([]);
  });
});

/** Reads and writes that stand before there is an actor, each for its own reason. */
const WITHOUT_ACTOR = [
  "lib/committees/service.ts: found",
  "lib/roster-imports/job-service.ts: runImport",
  "lib/roster-imports/job-service.ts: sweepImports",
];
