import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const files = (pattern: string) => globSync(pattern, { exclude: (f) => /node_modules|prisma.client|^\.next|^\.data/.test(String(f)) }).map((f) => f.split(path.sep).join("/")).sort();
const read = (file: string) => readFileSync(file, "utf8");

const sources = [...files("app/**/*.{ts,tsx}"), ...files("components/**/*.{ts,tsx}"), ...files("lib/**/*.ts")];
const code = sources.filter((f) => !f.endsWith(".test.ts") && !f.endsWith(".test.tsx"));
const ofNouns = code.filter((f) => /^lib\/(?!platform\/)/.test(f));

const FORBIDDEN_NAMES = /(^|\/)(index|utils?|helpers?|hooks?|types?|constants?|common|misc)\.tsx?$/;
const NEXT_FILES = /^(page|layout|loading|error|not-found|forbidden|unauthorized|global-error|route|template|default)\.tsx?$|^[a-z-]+\.css$/;
const OPEN_PAGES = ["app/page.tsx", "app/(holder)/account/password/page.tsx"];
const OPEN_ROUTES = ["app/api/auth/[...nextauth]/route.ts", "app/api/health/route.ts", "app/api/size/route.ts", "app/(holder)/schedule/feed/[token]/route.ts"];

/** Reads and writes that stand before there is an actor, each for its own reason. */
const WITHOUT_ACTOR = [
  "lib/committees/service.ts: found", "lib/committees/service.ts: foundWithSeats", "lib/delegates/card-service.ts: readCards", "lib/merges/job-service.ts: sweepMerges", "lib/roster-imports/job-service.ts: runImport",
  "lib/roster-imports/job-service.ts: sweepImports", "lib/registration-forms/job-service.ts: runBatch", "lib/registration-forms/job-service.ts: sweepBatches",
  "lib/delegate-accounts/job-service.ts: runBatch", "lib/delegate-accounts/job-service.ts: sweepBatches", "lib/unit-imports/job-service.ts: sweepUnitImports", "lib/duty-imports/job-service.ts: sweepDutyImports", "lib/duties/job-service.ts: gatherTallies", "lib/attendances/job-service.ts: sweepAttendanceImports", "lib/deadlines/job-service.ts: runPasses",
  "lib/messages/relay-service.ts: spread", "lib/messages/digest-service.ts: makeDigests",
  "lib/schedules/service.ts: readerOf", "lib/participations/job-service.ts: lapseReplies", "lib/participations/job-service.ts: leaveLists", "lib/participations/job-service.ts: sweepParticipations", "lib/messages/delivery-service.ts: sendWaiting", "lib/messages/delivery-service.ts: sweepLeases",
];
const EXPORTED = /^export (?:async function (\w+)|const (\w+) = (?:async )?(?=\(.*Promise<|async))(?:<[^>]*>)?\(\s*([\w{]+)?/gm;

type Rule = { on: string[]; bad: (text: string, file: string) => boolean; breach: [file: string, text: string] };

/** What holds in every file it is about; `breach` is a file that breaks it, so that a rule gone blind is seen. */
const RULES: Record<string, Rule> = {
  "names no file after nothing": { on: sources, bad: (_, file) => FORBIDDEN_NAMES.test(file), breach: ["lib/units/utils.ts", ""] },
  "keeps app for Next's own files": {
    on: files("app/**/*.{ts,tsx,js,jsx,css,svg,png,ico,json,md}"), bad: (_, file) => !NEXT_FILES.test(path.basename(file)), breach: ["app/(staff)/manage/unit-list.tsx", ""],
  },
  "keeps every file under 250 lines": { on: sources, bad: (text) => text.split("\n").length > 251, breach: ["lib/units/service.ts", "\n".repeat(300)] },
  "gives every noun a policy beside its reads and writes": {
    on: ofNouns.filter((f) => /\/(queries|service)\.ts$/.test(f) && path.dirname(f).split("/").length === 2 && !f.startsWith("lib/committees/")),
    bad: (_, file) => !code.includes(`${path.dirname(file)}/policy.ts`), breach: ["lib/newnoun/queries.ts", ""],
  },
  "lets only queries and services of a noun touch the database": {
    on: [...ofNouns, ...code.filter((f) => /^(app|components)\//.test(f))].filter((f) => f !== "lib/accounts/auth-options.ts"),
    bad: (text, file) => /from "@\/lib\/platform\/db"/.test(text) && !/(^|\/|-)(queries|service)\.ts$/.test(file), breach: ["lib/units/tree.ts", 'import { db } from "@/lib/platform/db";'],
  },
  "makes actors in the session and the program only": {
    on: code.filter((f) => !/^lib\/platform\/(actor|program|session)\.ts$/.test(f)), bad: (text) => /\bmint\b.*from|\bmint[ <(]/.test(text), breach: ["lib/units/service.ts", "const me = mint<AccountActor>({});"],
  },
  "takes the actor first in every read and write of a noun": {
    on: ofNouns.filter((f) => /^lib\/[^/]+\/(?:[\w-]+-)?(queries|service)\.ts$/.test(f)),
    bad: (text, file) => [...text.matchAll(EXPORTED)].some((m) => m[3] !== "actor" && !WITHOUT_ACTOR.includes(`${file}: ${m[1] ?? m[2]}`)),
    breach: ["lib/units/queries.ts", "export async function listUnits(filters: UnitFilters) {}"],
  },
  "makes every export of actions.ts with action() or publicAction()": {
    on: code.filter((f) => f.endsWith("/actions.ts")),
    bad: (text) => !text.startsWith('"use server";') || [...text.matchAll(/^export (.*)$/gm)].some((m) => !/^const \w+ = (action|publicAction)\(/.test(m[1] ?? "")),
    breach: ["lib/units/actions.ts", '"use server";\nexport async function renameUnit(form: FormData) {}'],
  },
  "has server actions nowhere else": { on: code.filter((f) => !f.endsWith("/actions.ts")), bad: (text) => /^\s*["']use server["']/m.test(text), breach: ["components/units/change-form.tsx", '  "use server";'] },
  "guards every route handler": {
    on: code.filter((f) => f.endsWith("/route.ts") && !OPEN_ROUTES.includes(f)), bad: (text) => !/guardedRoute\(|handlers"/.test(text), breach: ["app/(staff)/manage/units/export/route.ts", "export async function GET() {}"],
  },
  "guards every handler": {
    on: code.filter((f) => /[/-]handlers\.ts$/.test(f)), bad: (text) => [...text.matchAll(/^export (const|async function|function) \w+/gm)].length !== [...text.matchAll(/= guardedRoute\(/g)].length,
    breach: ["lib/units/handlers.ts", "export const getExport = async () => new Response();"],
  },
  "guards every page that is not for everybody": {
    on: code.filter((f) => f.endsWith("/page.tsx") && !f.startsWith("app/(public)/") && !OPEN_PAGES.includes(f)), bad: (text) => !/await require(Actor|Role|Office|Staff|Delegate|Leader)\(/.test(text),
    breach: ["app/(staff)/manage/units/page.tsx", "export default async function Page() {}"],
  },
  "holds no unsafe SQL, no eval, no suppressed rule, no lost note": {
    on: code, bad: (text) => /\$(query|execute)RawUnsafe|Prisma\.raw\(|\beval\(|new Function\(|Math\.random|eslint-disable|@ts-(ignore|expect-error|nocheck)|TODO|FIXME/.test(text),
    breach: ["lib/units/queries.ts", "db().$queryRawUnsafe(sql)"],
  },
};

describe("the house", () => {
  it.each(Object.entries(RULES))("%s", (_, { on, bad }) => {
    expect(on.length).toBeGreaterThan(0);
    expect(on.filter((file) => bad(read(file), file))).toEqual([]);
  });

  it("names every column of every model in Chinese", () => {
    const bad = files("prisma/models/*.prisma").flatMap((f) => {
      const lines = read(f).split("\n");
      return lines.filter((line, i) => /^ {2}\w+ +(String|Int|BigInt|Boolean|DateTime|Json|Bytes|Decimal|[A-Z]\w+)(\?|\[\])?( |$)/.test(line) && !/@relation|^ {2}\w+ +[A-Z]\w+(\[\])?\??$/.test(line.trimEnd()) && !/\/\/\/ .*\p{Script=Han}/u.test(lines[i - 1] ?? "")).map((l) => `${f}: ${l.trim()}`);
    });
    expect(bad.filter((b) => !/(Term|Unit|Person|Delegate\w*|Account|Grant|Session|Committee|RosterImport\w*|UnitChange|CompositionTarget|Delegation)(\[\]|\?)?( |$)/.test(b))).toEqual([]);
  });
});

describe("a planted breach is caught", () => {
  const house = new ESLint({ cwd: path.resolve(import.meta.dirname, "..") });
  const inBoundaries = async (file: string, imported: string) => {
    const [result] = await house.lintText(`import * as planted from "${imported}";\n\nexport const use = planted;\n`, { filePath: file });
    return result?.messages.filter((m) => m.ruleId === "boundaries/dependencies").length ?? 0;
  };
  it.each([
    ["a page reaching for the database", "app/(staff)/manage/page.tsx", "@/lib/platform/db"],
    ["a page calling a service", "app/(staff)/manage/page.tsx", "@/lib/units/service"],
    ["a component calling a service", "components/units/unit-tree.tsx", "@/lib/units/service"],
    ["a component of no noun that knows one", "components/ui/table.tsx", "@/lib/units/labels"],
    ["a frame that knows a higher noun", "components/shell/staff-shell.tsx", "@/lib/delegates/labels"],
    ["the platform knowing a noun", "lib/platform/flow.ts", "@/lib/terms/labels"],
    ["a noun reaching up", "lib/units/service.ts", "@/lib/delegates/queries"],
    ["a noun reaching sideways", "lib/terms/queries.ts", "@/lib/units/queries"],
    ["a policy reading the database", "lib/units/policy.ts", "@/lib/platform/db"],
    ["a schema reading rows", "lib/units/schema.ts", "@/lib/units/queries"],
    ["a flow that writes", "lib/units/flow.ts", "@/lib/units/service"],
  ])("%s", async (_, file, imported) => expect(await inBoundaries(file, imported)).toBe(1));
  it.each([
    ["a page reading through queries", "app/(staff)/manage/page.tsx", "@/lib/units/queries"],
    ["a noun reading a lower one", "lib/delegates/queries.ts", "@/lib/units/queries"],
    ["a service asking its policy", "lib/units/service.ts", "@/lib/units/policy"],
  ])("but not %s", async (_, file, imported) => expect(await inBoundaries(file, imported)).toBe(0));
  it.each(Object.entries(RULES))("%s", (_, { bad, breach: [file, text] }) => expect(bad(text, file)).toBe(true));
});
