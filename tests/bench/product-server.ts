// The product's own reads and writes behind a plain HTTP server: what they cost without a page around them.
import { createServer } from "node:http";
import pg from "pg";
import { getFigure, listFigureRows } from "@/lib/attendances/figure-queries";
import { getComposition } from "@/lib/compositions/queries";
import { delegateFilters } from "@/lib/delegates/filters";
import { getDelegate, getNeighbours, getOwnDelegate, getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { delegateInput } from "@/lib/delegates/schema";
import { create } from "@/lib/delegates/service";
import { recordInWords, writtenOf } from "@/lib/delegates/written";
import { getOwnYear } from "@/lib/duties/own-queries";
import { countDuties, listDuties } from "@/lib/duties/queries";
import { sumDuties } from "@/lib/duties/sum-queries";
import type { Flaw } from "@/lib/quality/labels";
import { countFlaws, getQualityFrame, listFlawed } from "@/lib/quality/queries";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { listMonth } from "@/lib/schedules/queries";
import { scheduleFilters } from "@/lib/schedules/schema";
import { listTaskGroups } from "@/lib/tasks/queries";
import { mandateAt, personAt } from "./people";

type Account = Pick<AccountActor, "accountId" | "name" | "grantId" | "role" | "committeeId" | "unitId" | "unitIds" | "personId">;
type Facts = { termId: string; actors: { office: Account; liaison: Account; ordinary: Account; delegate: Account }; ordinaryPath: string; places: { unitId: string; delegationId: string; groupId: string } };

const facts = JSON.parse(process.env.BENCH_FACTS ?? "{}") as Facts;
const FIRST_NEW = 1_500_000;

const actorOf = (account: Account): AccountActor =>
  mint<AccountActor>({ ...account, sessionId: account.accountId, requestId: account.accountId, address: "192.0.2.7" });

const actors: Record<string, AccountActor> = Object.fromEntries(Object.entries(facts.actors).map(([name, account]) => [name, actorOf(account)]));
const office = actorOf(facts.actors.office);
const frame = await getRosterFrame(office);
let created = FIRST_NEW;

/** The collection form of the next new person, as a browser posts it. */
function nextForm() {
  const at = created++;
  const text = Object.fromEntries(Object.entries({ ...personAt(at), ...mandateAt(at, facts.places, `N-${at}`) }).map(([name, value]) => [name, value ?? ""]));
  return writtenOf(delegateInput.parse(text));
}

type Handle = (actor: AccountActor, query: URLSearchParams) => Promise<unknown>;

const search: Handle = async (actor, query) => {
  if (!frame) throw new Error("no term");
  return listDelegates(actor, delegateFilters.parse(Object.fromEntries(query)), frame);
};

/** The list as it stood on a day. */
const listOf: Handle = async (actor, query) => {
  const filters = delegateFilters.parse(Object.fromEntries(query));
  const then = await getRosterFrame(actor, filters);
  if (!then) throw new Error("no term");
  return listDelegates(actor, filters, then);
};

const quality = async (actor: AccountActor) => {
  const ground = await getQualityFrame(actor);
  if (!ground) throw new Error("no term");
  return ground;
};

const handles: Record<string, Handle> = {
  "/as-of": listOf,
  "/composition-as-of": async (actor, query) => getComposition(actor, { scope: "register", asOf: query.get("asOf") ?? "" }),
  "/quality": async (actor) => countFlaws(actor, await quality(actor)),
  "/flawed": async (actor, query) => listFlawed(actor, query.get("kind") as Flaw, await quality(actor), 1),
  "/list": search,
  "/search": search,
  "/initials": search,
  "/detail": async (actor, query) => {
    const d = await getDelegate(actor, query.get("id") ?? "");
    return { ...recordInWords(d), neighbours: await getNeighbours(actor, d) };
  },
  "/create": async (actor) => ({ id: await create(actor, facts.termId, nextForm(), { samePerson: "different", reviewBasis: "代表资格审查报告" }) }),
  "/home": async (actor) => Promise.all([getOwnDelegate(actor), getOwnYear(actor, "2026"), listTaskGroups(actor)]),
  "/ledger": async (actor) => Promise.all([listDuties(actor, { state: undefined, page: 1 }), countDuties(actor, [undefined, "SUBMITTED", "APPROVED", "REJECTED", "disputed"], {}), sumDuties(actor, {})]),
  "/unit-attendance": async (actor) => Promise.all([getFigure(actor, { unitPath: facts.ordinaryPath }), listFigureRows(actor, { unitPath: facts.ordinaryPath }, { show: "due", page: 1 })]),
  "/calendar": async (actor) => listMonth(actor, scheduleFilters.parse({ month: "2025-06" })),
  "/composition": async (actor) => getComposition(actor, { scope: "register" }),
};

type Statement = { text: string; values: unknown[] };
type Query = { text: string; values?: unknown[] };
let noted: Statement[] | null = null;

/** Every statement of this process goes through the driver; while somebody asks, it is kept. */
const send = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function note(this: pg.Client, ...given: unknown[]) {
  const [first, values] = given as [string | Query, unknown[] | undefined];
  noted?.push(typeof first === "string" ? { text: first, values: values ?? [] } : { text: first.text, values: first.values ?? values ?? [] });
  return send.apply(this, given);
} as typeof pg.Client.prototype.query;

async function answer(url: URL): Promise<unknown> {
  const query = new URLSearchParams(url.searchParams);
  const actor = actors[query.get("as") ?? ""] ?? office;
  query.delete("as");
  const traced = query.get("trace") === "1";
  query.delete("trace");
  if (!traced) return handles[url.pathname]?.(actor, query);
  noted = [];
  await handles[url.pathname]?.(actor, query);
  const statements = noted;
  noted = null;
  return statements;
}

createServer((request, response) => {
  void answer(new URL(request.url ?? "/", "http://bench")).then(
    (found) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(found)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.stdout.write("ready\n"));
