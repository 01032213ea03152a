import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerQuery } from "../support/database";
import { askRoute, builtActions, builtRoutes, deciding, forms, plain, postByForm, postByScript, wrongMethod, type Answer, type Door, type Told } from "./ask";
import { acts, factsOf, OPEN_ROUTES, pages, routes, sees, type ActRight, type PageRight } from "./rights";
import { rightsSheet } from "./sheet";
import { openServer } from "./server";
import { buildTown, openDoor, ownerships, type Identity, type Ownership, type Subject, type Town } from "./town";

let town: Town;
let server: Awaited<ReturnType<typeof openServer>>;
const doors = new Map<Identity, Door>();
const hidden = new Map<Identity, string[]>();
let cells = 0;
let refusals = 0;
const faults: string[] = [];

/** Counts one cell and keeps what is wrong with it. */
function cell(where: string, fault: string | null): void {
  cells += 1;
  if (fault) faults.push(`${where}: ${fault}`);
}

async function reopen(): Promise<void> {
  for (const identity of town.identities) doors.set(identity, { origin: server.origin, token: await openDoor(identity) });
}

/** Every row that a refusal must leave as it was; traces of the refusal itself (audit, counters, sessions seen) do not count. */
async function fingerprint(): Promise<string> {
  const tables = await ownerQuery<{ t: string }>(`SELECT tablename AS t FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1`, [["AuditEvent", "RateLimit", "Session", "_prisma_migrations"]]);
  const sums = tables.map(({ t }) => `SELECT '${t}' AS t, md5(coalesce(string_agg(r::text, '|' ORDER BY r::text), '')) AS sum FROM "${t}" r`);
  const sessions = `SELECT 'Session', md5(coalesce(string_agg(concat(id, "accountId", "grantId", "revokedAt"), '|' ORDER BY id), '')) FROM "Session"`;
  return JSON.stringify(await ownerQuery([...sums, sessions].join(" UNION ALL ")));
}

/** What was found last, while nothing has been asked since that may write. */
let standing: string | null = null;
const asBefore = async (): Promise<string> => (standing ??= await fingerprint());
const asAfter = async (): Promise<string> => (standing = await fingerprint());

const TOGETHER = 4;

/** Asks for everybody, some at a time: the server answers them in turn, and the test waits for fewer. */
async function everybody(ask: (identity: Identity) => Promise<void>): Promise<void> {
  for (let from = 0; from < town.identities.length; from += TOGETHER) await Promise.all(town.identities.slice(from, from + TOGETHER).map(ask));
}

/** Names and numbers an identity may not read anywhere: by the policies' scopes, and whole numbers never. */
async function hiddenFrom({ actor }: Identity): Promise<string[]> {
  const words: [string, Subject, string][] = Object.values(town.delegates).map((d) => [d.name, "delegate", d.id]);
  words.push(["已停用社区党委", "unit", town.records.unit.archived ?? ""], ["被管某", "account", town.records.account.own ?? ""], ["邻区某", "account", town.records.account.foreign ?? ""]);
  const kept: string[] = Object.values(town.delegates).flatMap((d) => d.numbers);
  for (const [word, subject, id] of words) if (!actor || !(await sees(actor, subject, id))) kept.push(word);
  return kept;
}

const leak = (identity: Identity, told: Told): string | null => {
  const word = (hidden.get(identity) ?? []).find((w) => told.body.includes(w));
  return word ? `tells ${word}` : null;
};

beforeAll(async () => {
  town = await buildTown();
  server = await openServer();
  await reopen();
  for (const identity of town.identities) hidden.set(identity, await hiddenFrom(identity));
}, 120_000);

afterAll(async () => {
  await server.close();
  process.stdout.write(`rights matrix: ${cells} cells (${refusals} refused acts), ${faults.length} mismatches\n`);
});

const DOORS: Record<string, Record<Identity["stands"], Answer>> = {
  "/": { stranger: "login", firstPassword: "password", noGrant: "no-grant", acting: "elsewhere" },
  "/login": { stranger: "open", firstPassword: "elsewhere", noGrant: "no-grant", acting: "elsewhere" },
  "/login/no-grant": { stranger: "login", firstPassword: "elsewhere", noGrant: "open", acting: "elsewhere" },
};
const TURNED: Record<Identity["stands"], Answer> = { stranger: "login", firstPassword: "password", noGrant: "no-grant", acting: "forbidden" };

async function expectedOf(right: PageRight, { actor, stands }: Identity, id: string): Promise<Answer> {
  if (right.for === "anyone") return "open";
  if (right.for === "door") return DOORS[right.route]?.[stands] ?? "broken";
  if (right.for === "holder") return stands === "acting" || stands === "firstPassword" ? "open" : TURNED[stands];
  if (stands !== "acting" || !actor) return TURNED[stands];
  if (!right.for.includes(actor.role)) return "forbidden";
  return right.of && !(await sees(actor, right.of, id)) ? "missing" : "open";
}

/** The address of a page about one record. */
function addressOf(route: string, of: Ownership, id: string, rest: Record<string, string> = {}): string {
  const params: Record<string, string> = { ...rest, ...(route.includes("[delegation]") || route.includes("[group]") ? { id: town.termOf[of], delegation: id, group: id } : { id, seq: id }) };
  return route.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? "x");
}

const cases = (of: Subject | undefined): [Ownership, string][] => (of ? ownerships.flatMap((o): [Ownership, string][] => (town.records[of][o] ? [[o, town.records[of][o]]] : [])) : [["own", ""]]);

/** Whose records are also asked for by the less usual ways, which lead to the same code for all. */
const roundabout = new Set<Ownership>(["own", "foreign"]);

/** A slug of no meaning in place of an id, so that nothing of a foreign shape slips by the parser. */
const CROOKED = ["not-an-id", "%00", "0x1"];

async function isMissing(door: Door, address: string, method: "GET" | "POST" = "GET"): Promise<string | null> {
  const { answer, status } = await askRoute(door, address, method);
  return answer === "missing" ? null : `${answer} (${status}) instead of missing`;
}

describe("the table", () => {
  const built = builtRoutes();
  it("names every page of the build and no other", () => expect(pages.map((p) => p.route).sort()).toEqual(built.pages));
  it("names every route handler of the build and no other", () => expect([...routes.map((r) => r.route), ...Object.keys(OPEN_ROUTES)].sort()).toEqual(built.routes));
  it("names every act of the build and no other", () => expect(acts.map((a) => a.act).sort()).toEqual([...builtActions().keys()].sort()));
  it("is published as it is", () => {
    const file = "docs/rights.md";
    if (process.env.WRITE_RIGHTS) writeFileSync(file, rightsSheet());
    expect(existsSync(file) && readFileSync(file, "utf8")).toBe(rightsSheet());
  });
});

describe("pages", () => {
  it.each(pages)("$route", async (right) => {
    const [from, before] = [faults.length, await asBefore()];
    await everybody(async (identity) => {
      const door = doors.get(identity) as Door;
      for (const [of, id] of cases(right.of)) {
        const address = addressOf(right.route, of, id, right.rest);
        const want = await expectedOf(right, identity, id);
        await Promise.all(Object.entries(forms).filter(([form]) => plain.includes(form) || (want !== "open" && roundabout.has(of))).map(async ([form, ask]) => {
          const told = await ask(door, address);
          const wrong = deciding.includes(form) && told.answer !== want ? `${told.answer} (${told.status}), expected ${want}` : null;
          cell(`${identity.name} ${form} ${address} (${of})`, wrong ?? (told.answer === "broken" ? "broken" : leak(identity, told)));
        }));
      }
      await Promise.all(["PUT", "PATCH", "DELETE", "OPTIONS"].map(async (method) => cell(`${identity.name} ${method} ${right.route}`, (await wrongMethod(door, addressOf(right.route, "own", "x"), method)).answer === "no-method" ? null : "not 405")));
    });
    expect([faults.slice(from), await asAfter()]).toEqual([[], before]);
  }, 120_000);

  it.each(pages.filter((p) => p.of))("$route of no real id is missing, not broken", async (right) => {
    const from = faults.length;
    for (const identity of town.identities.filter((i) => i.actor && Array.isArray(right.for) && right.for.includes(i.actor.role) && i.stands === "acting")) {
      for (const id of CROOKED) cell(`${identity.name} ${right.route} ${id}`, await isMissing(doors.get(identity) as Door, addressOf(right.route, "own", id, right.rest)));
    }
    expect(faults.slice(from)).toEqual([]);
  });
});

describe("files", () => {
  it("of no real id are missing, not broken", async () => {
    const from = faults.length;
    const office = town.identities.find((i) => i.name === "经办") as Identity;
    for (const { route, method } of routes.filter((r) => r.of)) for (const id of CROOKED) cell(`${route} ${id}`, await isMissing(doors.get(office) as Door, addressOf(route, "own", id), method));
    expect(faults.slice(from)).toEqual([]);
  });

  it.each(routes)("$route", async ({ route, method, may, of }) => {
    const [from, before] = [faults.length, await asBefore()];
    await everybody(async (identity) => {
      const { actor, stands } = identity;
      for (const [ownership, id] of cases(of)) {
        const told = await askRoute(doors.get(identity) as Door, addressOf(route, ownership, id), method);
        const known = actor && (!of || (await sees(actor, of, id)));
        const let_in = stands === "acting" && actor && known && may(actor);
        const turned = stands === "firstPassword" ? ["forbidden"] : actor ? ["forbidden", "missing"] : ["unsigned"];
        const right = let_in ? !["forbidden", "unsigned"].includes(told.answer) : turned.includes(told.answer);
        cell(`${identity.name} ${method} ${route} (${ownership})`, right ? leak(identity, told) : `${told.answer} (${told.status}), expected ${let_in ? "open" : turned.join(" or ")}`);
      }
      for (const wrong of ["PUT", "DELETE", method === "GET" ? "POST" : "GET"]) {
        const told = await wrongMethod(doors.get(identity) as Door, addressOf(route, "own", "x"), wrong);
        cell(`${identity.name} ${wrong} ${route}`, told.answer === "no-method" ? null : `${told.status} instead of 405`);
      }
    });
    expect([faults.slice(from), await asAfter()]).toEqual([[], before]);
  }, 60_000);
});

type Refused = { verb: string };
type Turned = "let in" | "forbidden" | "missing" | "unauthorised" | "stranger" | "malformed";

/** What became of an act: told by the audit, which records refusals, and by the answer's own words. */
async function outcomeOf(post: () => Promise<Told>): Promise<{ outcome: Turned; told: Told }> {
  const [last] = await ownerQuery<{ seq: string }>(`SELECT coalesce(max(seq), 0) AS seq FROM "AuditEvent"`);
  const told = await post();
  if (told.body.includes("有内容需要改正")) return { outcome: "malformed", told };
  if (told.body.includes("登录已失效，没有保存")) return { outcome: "unauthorised", told };
  if (told.body.includes("请求来源不明")) return { outcome: "stranger", told };
  const [refused] = await ownerQuery<Refused>(`SELECT verb FROM "AuditEvent" WHERE seq > $1 AND outcome = 'REFUSED' AND verb <> 'session.signIn' ORDER BY seq LIMIT 1`, [last?.seq]);
  return { outcome: !refused ? "let in" : refused.verb.endsWith(".find") ? "missing" : "forbidden", told };
}

async function mayAct(right: ActRight, { actor, stands }: Identity, id: string): Promise<Turned | "turned away"> {
  if (right.anyone) return "let in";
  if (stands === "firstPassword") return right.firstPassword ? "let in" : "unauthorised";
  if (stands !== "acting" || !actor) return "unauthorised";
  if (right.on && !(await sees(actor, right.on, id))) return "turned away";
  return right.may(actor, await factsOf(actor, right.on, id)) ? "let in" : "turned away";
}

type Cell = { identity: Identity; of: Ownership; id: string; want: Turned | "turned away" };

async function cellsOf(right: ActRight): Promise<Cell[]> {
  const list: Cell[] = [];
  for (const identity of town.identities) for (const [of, id] of cases(right.on)) list.push({ identity, of, id, want: await mayAct(right, identity, id) });
  return list;
}

/** A page that carries the act, with the record of the cell in its address. */
function workerOf(right: ActRight, { of, id }: Cell) {
  const built = builtActions().get(right.act);
  const route = built?.pages.find((p) => !p.includes("[")) ?? built?.pages[0] ?? "/";
  return { id: built?.id ?? "", page: addressOf(route, of, id || (town.records.account.own ?? ""), { act: "rename" }), fields: right.fields(id, town, of) };
}

const formTurned = (told: Told, outcome: Turned) => ["forbidden", "missing", "unauthorised"].includes(outcome) || told.answer !== "open";

describe("acts", () => {
  it.each(acts)("$act", async (right) => {
    await reopen();
    const [list, from, before] = [await cellsOf(right), faults.length, await fingerprint()];
    const nowhere = new Map<Identity, Turned>();
    const said = (c: Cell, way: string) => `${c.identity.name} ${right.act} ${way} (${c.of})`;
    for (const c of list.filter((c) => c.want !== "let in").reverse()) {
      refusals += 1;
      const door = doors.get(c.identity) as Door;
      const { outcome, told } = await outcomeOf(() => postByScript(door, workerOf(right, c)));
      if (c.of === "nowhere") nowhere.set(c.identity, outcome);
      const fits = c.want === "turned away" ? outcome === "forbidden" || outcome === "missing" : outcome === c.want;
      const knows = c.identity.actor && right.on && (await sees(c.identity.actor, right.on, c.id));
      const tells = !knows && c.want === "turned away" && nowhere.has(c.identity) && nowhere.get(c.identity) !== outcome;
      cell(said(c, "by script"), !fits ? `${outcome}, expected ${c.want}` : tells ? `${outcome} where nothing is told of a record that is not there: ${nowhere.get(c.identity)}` : leak(c.identity, told));
      if (!roundabout.has(c.of)) continue;
      const plain = await outcomeOf(() => postByForm(door, workerOf(right, c)));
      cell(said(c, "by form"), formTurned(plain.told, plain.outcome) ? leak(c.identity, plain.told) : `${plain.outcome} (${plain.told.status}), expected ${c.want}`);
    }
    for (const c of list.filter((c) => c.want === "let in")) {
      for (const origin of [null, "null", "https://evil.example"]) {
        const { outcome } = await outcomeOf(() => postByScript(doors.get(c.identity) as Door, { ...workerOf(right, c), origin }));
        cell(said(c, `from origin ${origin}`), outcome === "stranger" || outcome === "let in" ? null : outcome);
      }
    }
    expect([faults.slice(from), await fingerprint()]).toEqual([[], before]);
    for (const c of list.filter((c) => c.want === "let in")) {
      const door = { origin: server.origin, token: await openDoor(c.identity) };
      const { outcome, told } = await outcomeOf(() => postByScript(door, workerOf(right, c)));
      cell(said(c, "let in"), outcome === "let in" ? (told.answer === "broken" ? "broken" : null) : outcome);
    }
    expect(faults.slice(from)).toEqual([]);
  }, 120_000);
});

it("has walked thousands of cells without a mismatch", () => {
  expect(cells).toBeGreaterThan(5000);
  expect(faults).toEqual([]);
});
