import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { visibleTo } from "@/lib/units/policy";
import { find } from "@/lib/units/row-queries";
import { MAX_DEPTH } from "@/lib/units/tree";
import type { UnitKind } from "@/prisma/client/enums";
import { listBelow, listCases, listGrantsOn, listHeads, type Below, type GrantOn, type Head } from "./extent-queries";
import { refusals } from "./labels";
import { clashesBelow, demand, depthFaults, markOf, party, type Extent, type Party } from "./queries";
import { MOST_BOXES } from "./schema";

/** Where the part goes: to a unit there is, or to one to be set up. */
export type SplitTo = { toId: string | null; name: string; kind: UnitKind | null; parentId: string | null };
type Chosen = { delegates: readonly string[]; children: readonly string[]; grants: readonly string[] };

/** What a unit has to give; `more` when it has more delegates than one form holds. */
export async function getGivable(actor: Actor, id: string): Promise<{ from: Party; heads: Head[]; below: Below[]; grants: GrantOn[]; more: boolean }> {
  const from = party(await find(actor, id));
  demand(actor, "SPLIT", from);
  const [heads, below, grants] = await Promise.all([listHeads(actor, [id]), listBelow(actor, [id]), listGrantsOn(actor, [id], null)]);
  return { from, heads: heads.slice(0, MOST_BOXES), below, grants, more: heads.length > MOST_BOXES };
}

export type SplitPlan = { from: Party; to: Party | null; made: { name: string; kind: UnitKind | null; parent: Party | null } | null; extent: Extent; left: number; gains: { isElecting: boolean; isHandling: boolean }; faults: string[]; mark: string };

/** Why a new unit cannot be set up there; the ways of the parts that go are closed to it. */
async function newFaults(actor: Actor, { name, kind }: SplitTo, parent: Party | null, going: readonly Below[]): Promise<string[]> {
  if (name.length < 2) return [refusals.nameMissing];
  if (!kind) return [refusals.kindMissing];
  if (!parent) return [refusals.parentMissing];
  if (parent.closed) return [refusals.parentClosed];
  if (parent.depth + 1 >= MAX_DEPTH) return [refusals.tooDeep];
  if (going.some((u) => parent.path.startsWith(u.path))) return [refusals.parentGoes];
  const taken = await db().unit.count({ where: { AND: [visibleTo(actor), { parentId: parent.id, name, id: { notIn: going.map((u) => u.id) } }] } });
  return taken > 0 ? [refusals.nameTaken(name)] : [];
}

function givingFaults(from: Party, to: Party | null, going: readonly Below[]): string[] {
  return [
    ...(from.parentId === null ? [refusals.rootGoes] : []), ...(to?.parentId === null ? [refusals.intoRoot] : []), ...[from, ...(to ? [to] : [])].filter((u) => u.closed).map((u) => refusals.closed(u.name)),
    ...(to?.id === from.id ? [refusals.itself(from.name)] : []), ...going.filter((u) => to?.path.startsWith(u.path)).map((u) => refusals.below(to?.name ?? "", u.name)),
  ];
}

/** What of the chosen is the unit's to give, now. */
async function chosenOf(actor: Actor, id: string, toId: string | null, { delegates, children, grants }: Chosen): Promise<{ extent: Extent; left: number; strange: boolean }> {
  const [heads, below, held, cases] = await Promise.all([listHeads(actor, [id]), listBelow(actor, [id]), listGrantsOn(actor, [id], toId), listCases(actor, [id])]);
  const pick = <T extends { id: string }>(rows: T[], ids: readonly string[]) => rows.filter((row) => ids.includes(row.id));
  const extent: Extent = { heads: pick(heads, delegates), below: pick(below, children), grants: pick(held, grants), naming: [], seats: [], cases: cases.filter((c) => delegates.includes(c.delegateId)) };
  const found = extent.heads.length + extent.below.length + extent.grants.length;
  return { extent, left: heads.length - extent.heads.length, strange: found !== new Set([...delegates, ...children, ...grants]).size };
}

/**
 * What a split would do, and why it cannot be done; `mark` stands for all of it. Forbidden for whoever does not keep the
 * tree, NotFound when one of the units is not the actor's to know of.
 */
export async function getSplitPlan(actor: Actor, id: string, into: SplitTo, chosen: Chosen): Promise<SplitPlan> {
  const from = party(await find(actor, id));
  const to = into.toId ? party(await find(actor, into.toId)) : null;
  const parent = !to && into.parentId ? party(await find(actor, into.parentId)) : null;
  for (const unit of [from, to, parent]) if (unit) demand(actor, "SPLIT", unit);
  const { extent, left, strange } = await chosenOf(actor, id, into.toId, chosen);
  const { heads, below, grants } = extent;
  const early = [...givingFaults(from, to, below), ...(strange ? [refusals.notOf] : []), ...(heads.length + below.length + grants.length === 0 ? [refusals.nothingChosen] : []), ...(to ? [] : await newFaults(actor, into, parent, below))];
  const depth = to ? to.depth : (parent?.depth ?? 0) + 1;
  const late = early.length > 0 ? [] : [...(to ? await clashesBelow(actor, to, below) : []), ...(await depthFaults(actor, depth, below))];
  const gains = { isElecting: !to?.isElecting && heads.length > 0, isHandling: !to?.isHandling && grants.some((g) => g.role === "HANDLING_UNIT") };
  const made = to ? null : { name: into.name, kind: into.kind, parent };
  return { from, to, made, extent, left, gains, faults: [...early, ...late], mark: markOf([from, ...(to ? [to] : []), ...(parent ? [parent] : [])], extent, made ? [made.name, made.kind ?? ""] : []) };
}
