import { readFileSync } from "node:fs";
import path from "node:path";

const DIST = path.resolve(process.env.NEXT_DIST ?? ".next", "server");
const manifest = <T>(name: string): T => JSON.parse(readFileSync(path.join(DIST, name), "utf8")) as T;

type Reference = { exportedName: string; filename: string; workers: Record<string, unknown> };

const withoutGroups = (file: string): string => file.replace(/\/\([^)]+\)/g, "").replace(/\/(page|route)$/, "") || "/";

/** Every page and route handler of the build, as addresses with their parameters: from the build's own list. */
export function builtRoutes(): { pages: string[]; routes: string[] } {
  const keys = Object.keys(manifest<Record<string, string>>("app-paths-manifest.json")).filter((key) => !key.startsWith("/_"));
  const of = (ending: string) => keys.filter((key) => key.endsWith(ending)).map(withoutGroups).sort();
  return { pages: of("/page"), routes: of("/route") };
}

/** Every server action of the build: its id by name, and the addresses of the pages that carry it. */
export function builtActions(): Map<string, { id: string; pages: string[] }> {
  const { node } = manifest<{ node: Record<string, Reference> }>("server-reference-manifest.json");
  return new Map(Object.entries(node).map(([id, { exportedName, workers }]) => [exportedName, { id, pages: Object.keys(workers).filter((w) => w.endsWith("/page")).map((w) => withoutGroups(w.replace(/^app/, ""))) }]));
}

export type Answer = "open" | "login" | "password" | "no-grant" | "elsewhere" | "forbidden" | "missing" | "unsigned" | "refused" | "no-method" | "broken";
export type Told = { answer: Answer; status: number; body: string };

const byAddress = (location: string): Answer => {
  const { pathname } = new URL(location, "http://x");
  return ({ "/login": "login", "/account/password": "password", "/login/no-grant": "no-grant" } as Record<string, Answer>)[pathname] ?? "elsewhere";
};

/** What a flight answer says: a redirect, a refusal, or a page. */
function inFlight(body: string): Answer {
  const sent = /NEXT_REDIRECT;\w+;([^;"]+);/.exec(body);
  if (sent) return byAddress(sent[1] ?? "");
  const code = /NEXT_HTTP_ERROR_FALLBACK;(\d+)/.exec(body)?.[1];
  if (code) return code === "403" ? "forbidden" : "missing";
  return "open";
}

const BY_STATUS: Record<number, Answer> = { 401: "unsigned", 403: "forbidden", 404: "missing", 405: "no-method", 409: "refused" };

async function read(response: Response): Promise<Told> {
  const body = await response.text();
  const { status } = response;
  if (status >= 500) return { answer: "broken", status, body };
  if (status >= 300 && status < 400) return { answer: byAddress(response.headers.get("location") ?? ""), status, body };
  const flight = status === 200 && (response.headers.get("content-type") ?? "").includes("text/x-component");
  return { answer: flight ? inFlight(body) : (BY_STATUS[status] ?? "open"), status, body };
}

export type Door = { origin: string; token: string | null };
type Headers = Record<string, string>;

const cookie = ({ token }: Door): Headers => (token ? { cookie: `ddb-session=${token}` } : {});

async function send(door: Door, address: string, method: string, headers: Headers = {}, body?: FormData): Promise<Response> {
  return fetch(door.origin + address, { method, redirect: "manual", headers: { ...cookie(door), ...headers }, ...(body ? { body } : {}) });
}

/** The framework first names the address of a flight answer, then gives it. */
async function flight(door: Door, address: string, headers: Headers): Promise<Told> {
  const first = await send(door, address, "GET", headers);
  const location = first.headers.get("location") ?? "";
  if (!location.includes("_rsc")) return read(first);
  await first.arrayBuffer();
  return read(await send(door, location, "GET", headers));
}

const TREE = encodeURIComponent(JSON.stringify(["", { children: ["__PAGE__", {}, null, null, 0] }, null, null, 16]));

/** Every way a page can be asked for. */
export const forms: Record<string, (door: Door, address: string) => Promise<Told>> = {
  GET: async (door, address) => read(await send(door, address, "GET")),
  HEAD: async (door, address) => read(await send(door, address, "HEAD")),
  RSC: (door, address) => flight(door, address, { rsc: "1" }),
  "POST without an act": async (door, address) => read(await send(door, address, "POST", { origin: door.origin })),
  "RSC of the page alone": (door, address) => flight(door, address, { rsc: "1", "next-router-state-tree": TREE }),
  prefetch: (door, address) => flight(door, address, { rsc: "1", "next-router-prefetch": "1" }),
  "segment prefetch": (door, address) => flight(door, address, { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }),
  ".rsc": async (door, address) => read(await send(door, `${address}.rsc`, "GET")),
  ".segments": async (door, address) => read(await send(door, `${address}.segments/_tree.segment.rsc`, "GET")),
  "middleware header": async (door, address) => read(await send(door, address, "GET", { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-middleware-rewrite": address })),
};

/** Forms whose answer is the page's own decision; the others are held to "no word of it". */
export const deciding = ["GET", "HEAD", "RSC", "POST without an act", "middleware header"];

export const wrongMethod = async (door: Door, address: string, method: string): Promise<Told> => read(await send(door, address, method, { origin: door.origin }));

export const askRoute = async (door: Door, address: string, method: string): Promise<Told> => read(await send(door, address, method, { origin: door.origin }, method === "POST" ? new FormData() : undefined));

type Post = { id: string; page: string; fields: Record<string, string>; origin?: string | null; headers?: Headers };

/** An act as the page's scripts send it. */
export async function postByScript(door: Door, { id, page, fields, origin = door.origin, headers = {} }: Post): Promise<Told> {
  const form = new FormData();
  // The arguments come after what they refer to: the server reads them as they stream in.
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  form.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  return read(await send(door, page, "POST", { "next-action": id, accept: "text/x-component", ...(origin === null ? {} : { origin }), ...headers }, form));
}

/** An act as a browser without scripts posts its form. */
export async function postByForm(door: Door, { id, page, fields, origin = door.origin }: Post): Promise<Told> {
  const form = new FormData();
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
  form.append("$ACTION_1:1", JSON.stringify([{ status: "idle" }]));
  form.append("$ACTION_KEY", "k0");
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return read(await send(door, page, "POST", origin === null ? {} : { origin }, form));
}
