import { beforeAll, describe, expect, it } from "vitest";
import { ownerQuery } from "../support/database";
import { builtActions, postByForm, postByScript, type Door, type Told } from "./ask";
import { acts, factsOf, sees, type ActRight } from "./rights";
import { openDoor, type Identity, type Ownership } from "./town";
import { addressOf, asAfter, asBefore, cases, cell, doors, faults, leak, refusals, reopen, roundabout, server, someTogether, town, walkedThousands } from "./walk";

type Refused = { verb: string };
type Turned = "let in" | "forbidden" | "missing" | "unauthorised" | "stranger" | "malformed";

/** What became of an act: told by the audit, which records refusals, and by the answer's own words. */
async function outcomeOf({ accountId }: Identity, post: () => Promise<Told>): Promise<{ outcome: Turned; told: Told }> {
  const [last] = await ownerQuery<{ seq: string }>(`SELECT coalesce(max(seq), 0) AS seq FROM "AuditEvent"`);
  const told = await post();
  if (told.body.includes("有内容需要改正")) return { outcome: "malformed", told };
  if (told.body.includes("登录已失效，没有保存")) return { outcome: "unauthorised", told };
  if (told.body.includes("请求来源不明")) return { outcome: "stranger", told };
  const [refused] = await ownerQuery<Refused>(`SELECT verb FROM "AuditEvent" WHERE seq > $1 AND "accountId" IS NOT DISTINCT FROM $2 AND outcome = 'REFUSED' AND verb <> 'session.signIn' ORDER BY seq LIMIT 1`, [last?.seq, accountId]);
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

/** Whom no record opens the act is turned away before one is looked at: the own one or a foreign one, by turns, and none at all stand for the rest. */
const standFor = (cells: Cell[], turn: number): Cell[] => (cells.some(({ want }) => want === "let in") || cells.length === 1 ? cells : cells.filter(({ of }) => of === "nowhere" || of === (turn % 2 === 0 ? "own" : "foreign")));

async function cellsOf(right: ActRight): Promise<Cell[]> {
  const list: Cell[] = [];
  for (const [at, identity] of town.identities.entries()) {
    const own: Cell[] = [];
    for (const [of, id] of cases(right.on)) if (identity.stands === "acting" || !right.on || roundabout.has(of)) own.push({ identity, of, id, want: await mayAct(right, identity, id) });
    list.push(...standFor(own, acts.indexOf(right) + at));
  }
  return list;
}

/** A page that carries the act, with the record of the cell in its address. */
function workerOf(right: ActRight, { of, id }: Cell) {
  const built = builtActions().get(right.act);
  const route = built?.pages.find((p) => !p.includes("[")) ?? built?.pages[0] ?? "/";
  return { id: built?.id ?? "", page: addressOf(route, of, id || (town.records.account.own ?? ""), { act: "rename" }), fields: right.fields(id, town, of) };
}

const formTurned = (told: Told, outcome: Turned) => ["forbidden", "missing", "unauthorised"].includes(outcome) || told.answer !== "open";

/** The cells of one account after another, records that are not there first; what another account does meanwhile is told apart by the audit. */
const byAccount = (list: Cell[]): Cell[][] => [...new Set(list.map((c) => c.identity.accountId))].map((account) => list.filter((c) => c.identity.accountId === account).reverse());

describe("acts that are refused", () => {
  beforeAll(reopen);

  it.each(acts)("$act", async (right) => {
    const [list, from, before] = [await cellsOf(right), faults.length, await asBefore()];
    const said = (c: Cell, way: string) => `${c.identity.name} ${right.act} ${way} (${c.of})`;
    await someTogether(byAccount(list.filter((c) => c.want !== "let in")), async (cells) => {
      const nowhere = new Map<Identity, Turned>();
      for (const c of cells) {
        refusals.acts += 1;
        const door = doors.get(c.identity) as Door;
        const { outcome, told } = await outcomeOf(c.identity, () => postByScript(door, workerOf(right, c)));
        if (c.of === "nowhere") nowhere.set(c.identity, outcome);
        const fits = c.want === "turned away" ? outcome === "forbidden" || outcome === "missing" : outcome === c.want;
        const knows = c.identity.actor && right.on && (await sees(c.identity.actor, right.on, c.id));
        const tells = !knows && c.want === "turned away" && nowhere.has(c.identity) && nowhere.get(c.identity) !== outcome;
        cell(said(c, "by script"), !fits ? `${outcome}, expected ${c.want}` : tells ? `${outcome} where nothing is told of a record that is not there: ${nowhere.get(c.identity)}` : leak(c.identity, told));
        // A form without scripts leads to the same act, and draws its page: the own record shows it, to the accounts by turns.
        if (c.of !== "own" || (acts.indexOf(right) + town.identities.indexOf(c.identity)) % 3 !== 0) continue;
        const plain = await outcomeOf(c.identity, () => postByForm(door, workerOf(right, c)));
        cell(said(c, "by form"), formTurned(plain.told, plain.outcome) ? leak(c.identity, plain.told) : `${plain.outcome} (${plain.told.status}), expected ${c.want}`);
      }
    });
    // Where a form comes from is asked before who sends it: one seat that may is enough.
    for (const c of list.filter(({ want }) => want === "let in").slice(0, 1)) {
      for (const origin of [null, "null", "https://evil.example"]) {
        const { outcome } = await outcomeOf(c.identity, () => postByScript(doors.get(c.identity) as Door, { ...workerOf(right, c), origin }));
        cell(said(c, `from origin ${origin}`), outcome === "stranger" || outcome === "let in" ? null : outcome);
      }
    }
    expect([faults.slice(from), await asAfter()]).toEqual([[], before]);
  }, 120_000);
});

// Only after every refusal: what is let in changes the records the refusals are held against.
describe("acts that are let in", () => {
  it.each(acts)("$act", async (right) => {
    const from = faults.length;
    for (const c of (await cellsOf(right)).filter(({ want }) => want === "let in")) {
      const door = { origin: server.origin, token: await openDoor(c.identity) };
      const { outcome, told } = await outcomeOf(c.identity, () => postByScript(door, workerOf(right, c)));
      cell(`${c.identity.name} ${right.act} let in (${c.of})`, outcome === "let in" ? (told.answer === "broken" ? "broken" : null) : outcome);
    }
    expect(faults.slice(from)).toEqual([]);
  }, 120_000);
});

walkedThousands();
