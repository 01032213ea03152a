// What the walks over pages and over acts share: a town, a server of the build, somebody at every door, and the books.
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownerQuery } from "../support/database";
import type { Door, Told } from "./ask";
import { sees } from "./rights";
import { openServer } from "./server";
import { buildTown, openDoor, ownerships, type Identity, type Ownership, type Subject, type Town } from "./town";

export let town: Town;
export let server: Awaited<ReturnType<typeof openServer>>;
export const doors = new Map<Identity, Door>();
const hidden = new Map<Identity, string[]>();
let cells = 0;
export const refusals = { acts: 0 };
export const faults: string[] = [];

/** Counts one cell and keeps what is wrong with it. */
export function cell(where: string, fault: string | null): void {
  cells += 1;
  if (fault) faults.push(`${where}: ${fault}`);
}

export async function reopen(): Promise<void> {
  for (const identity of town.identities) doors.set(identity, { origin: server.origin, token: await openDoor(identity) });
}

/** Every row that a refusal must leave as it was; traces of the refusal itself (audit, counters, sessions seen) do not count. */
export async function fingerprint(): Promise<string> {
  const tables = await ownerQuery<{ t: string }>(`SELECT tablename AS t FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1`, [["AuditEvent", "RateLimit", "Session", "_prisma_migrations"]]);
  const sums = tables.map(({ t }) => `SELECT '${t}' AS t, md5(coalesce(string_agg(r::text, '|' ORDER BY r::text), '')) AS sum FROM "${t}" r`);
  const sessions = `SELECT 'Session', md5(coalesce(string_agg(concat(id, "accountId", "grantId", "revokedAt"), '|' ORDER BY id), '')) FROM "Session"`;
  // Without the order a plan of several workers may answer the tables in any sequence.
  return JSON.stringify(await ownerQuery(`${[...sums, sessions].join(" UNION ALL ")} ORDER BY 1`));
}

/** What was found last, while nothing has been asked since that may write. */
let standing: string | null = null;
export const asBefore = async (): Promise<string> => (standing ??= await fingerprint());
export const asAfter = async (): Promise<string> => (standing = await fingerprint());

const TOGETHER = 4;

/** Does a few at a time: the server answers them in turn, and the test waits for fewer. */
export async function someTogether<T>(list: readonly T[], ask: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < list.length; from += TOGETHER) await Promise.all(list.slice(from, from + TOGETHER).map(ask));
}

/** Asks for everybody. */
export const everybody = (ask: (identity: Identity) => Promise<void>): Promise<void> => someTogether(town.identities, ask);

/** Names and numbers an identity may not read anywhere: by the policies' scopes, and whole numbers never. */
async function hiddenFrom({ actor }: Identity): Promise<string[]> {
  const words: [string, Subject, string][] = Object.values(town.delegates).map((d) => [d.name, "delegate", d.id]);
  words.push(["已停用社区党委", "unit", town.records.unit.archived ?? ""], ["被管某", "account", town.records.account.own ?? ""], ["邻区某", "account", town.records.account.foreign ?? ""]);
  const kept: string[] = Object.values(town.delegates).flatMap((d) => d.numbers);
  for (const [word, subject, id] of words) if (!actor || !(await sees(actor, subject, id))) kept.push(word);
  return kept;
}

export const leak = (identity: Identity, told: Told): string | null => {
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
  process.stdout.write(`rights matrix: ${cells} cells (${refusals.acts} refused acts), ${faults.length} mismatches\n`);
});

/** The address of a page about one record. */
export function addressOf(route: string, of: Ownership, id: string, rest: Record<string, string> = {}): string {
  const params: Record<string, string> = { ...rest, ...(route.includes("[participation]") ? { id: town.records.activity[of] ?? id, participation: id } : route.includes("[finding]") ? { id: town.records.research[of] ?? id, finding: id } : route.includes("[delegation]") || route.includes("[group]") ? { id: town.termOf[of], delegation: id, group: id } : { id, seq: id, file: id }) };
  return route.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? "x");
}

export const cases = (of: Subject | undefined): [Ownership, string][] => (of ? ownerships.flatMap((o): [Ownership, string][] => (town.records[of][o] ? [[o, town.records[of][o]]] : [])) : [["own", ""]]);

/** Whose records are also asked for by the less usual ways, which lead to the same code for all. */
export const roundabout = new Set<Ownership>(["own", "foreign"]);

/** Told at the end of each walk. */
export const walkedThousands = (): void =>
  it("has walked thousands of cells without a mismatch", () => {
    expect(cells).toBeGreaterThan(2000);
    expect(faults).toEqual([]);
  });
