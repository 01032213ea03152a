import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { sha256 } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import { isoOf } from "@/lib/units/dates";
import { visibleTo } from "@/lib/units/policy";
import { find, type Unit } from "@/lib/units/row-queries";
import { MAX_DEPTH } from "@/lib/units/tree";
import { countStaying, listBelow, listCases, listGrantsOn, listHeads, listNaming, listSeats, MOST_HEADS, type Below, type GrantOn, type Hanging, type Head, type Naming, type Staying } from "./extent-queries";
import { refusals } from "./labels";
import { may, type ReorganizationAct } from "./policy";

/** What one act carries from units into another; the preview shows it and the act writes exactly it. */
export type Extent = { heads: Head[]; naming: Naming[]; below: Below[]; grants: GrantOn[]; seats: Hanging[]; cases: Hanging[] };
export type Party = Pick<Unit, "id" | "committeeId" | "name" | "kind" | "parentId" | "path" | "depth" | "isElecting" | "isHandling" | "version"> & { activeFrom: string; closed: boolean };

export const party = ({ activeFrom, activeTo, parent: _, ...unit }: Unit): Party => ({ ...unit, activeFrom: isoOf(activeFrom), closed: activeTo !== null });

export function demand(actor: Actor, act: ReorganizationAct, unit: Party): void {
  if (!may(actor, act, unit)) throw new Forbidden(`unit.${act.toLowerCase()}`, { type: "Unit", id: unit.id, name: unit.name }, refusals[act === "MERGE" ? "merge" : "split"]);
}

/** One mark of who takes part and of everything carried; a name or a post that changes does not touch it. */
export function markOf(parties: readonly Party[], extent: Extent, more: readonly string[] = []): string {
  const ids = (list: readonly { id: string; unitId?: string; held?: boolean }[]) => list.map((row) => `${row.id} ${row.unitId ?? ""} ${row.held ?? ""}`).sort();
  return sha256(JSON.stringify([parties.map((p) => `${p.id} ${p.version}`), ids(extent.heads), ids(extent.naming), ids(extent.below), ids(extent.grants), ids(extent.seats), ids(extent.cases), more]));
}

/** Names that would stand twice below a unit. */
export async function clashesBelow(actor: Actor, into: { id: string; name: string }, coming: readonly Below[]): Promise<string[]> {
  const there = await db().unit.findMany({ where: { AND: [visibleTo(actor), { parentId: into.id, id: { notIn: coming.map((u) => u.id) } }] }, select: { name: true } });
  const taken = new Set(there.map((u) => u.name));
  const twice = new Set<string>();
  for (const { name } of coming) {
    if (taken.has(name)) twice.add(name);
    taken.add(name);
  }
  return twice.size > 0 ? [refusals.clash([...twice].slice(0, 5).join("、"), into.name)] : [];
}

/** Whether what hangs under the units that come fits below one that stands at `depth`. */
export async function depthFaults(actor: Actor, depth: number, coming: readonly Below[]): Promise<string[]> {
  for (const { path, depth: own } of coming) {
    const lowest = await db().unit.aggregate({ where: { AND: [visibleTo(actor), { path: { startsWith: path } }] }, _max: { depth: true } });
    if (depth + 1 + (lowest._max.depth ?? own) - own >= MAX_DEPTH) return [refusals.tooDeep];
  }
  return [];
}

export type MergePlan = { into: Party; sources: Party[]; extent: Extent; staying: Staying[]; gains: { isElecting: boolean; isHandling: boolean }; faults: string[]; mark: string };

const standing = (into: Party, sources: readonly Party[]): string[] => [
  ...[into, ...sources].filter((u) => u.closed).map((u) => refusals.closed(u.name)),
  ...(sources.some((u) => u.parentId === null) ? [refusals.rootGoes] : []), ...(into.parentId === null ? [refusals.intoRoot] : []),
  ...sources.flatMap((u) => (u.id === into.id ? [refusals.itself(u.name)] : into.path.startsWith(u.path) ? [refusals.below(into.name, u.name)] : [])),
];

/**
 * What a merge of units into another would do, and why it cannot be done; `mark` stands for all of it. Forbidden for
 * whoever does not keep the tree, NotFound when one of them is not the actor's to know of.
 */
export async function getMergePlan(actor: Actor, { id, intoId, also }: { id: string; intoId: string; also: readonly string[] }): Promise<MergePlan> {
  const ids = [...new Set([id, ...also])].sort();
  const into = party(await find(actor, intoId));
  const sources: Party[] = [];
  for (const source of ids) sources.push(party(await find(actor, source)));
  for (const unit of [into, ...sources]) demand(actor, "MERGE", unit);
  const faults = standing(into, sources);
  const [heads, naming, children, grants, seats, cases, staying] = await Promise.all([listHeads(actor, ids), listNaming(actor, ids), listBelow(actor, ids), listGrantsOn(actor, ids, intoId), listSeats(actor, ids), listCases(actor, ids), countStaying(actor, ids)]);
  const below = children.filter((u) => !ids.includes(u.id) && u.id !== intoId);
  const extent: Extent = { heads, naming, below, grants, seats, cases };
  const hindrances = faults.length > 0 ? faults : [...(heads.length > MOST_HEADS ? [refusals.tooMany(MOST_HEADS)] : []), ...(await clashesBelow(actor, into, below)), ...(await depthFaults(actor, into.depth, below))];
  const gains = { isElecting: !into.isElecting && sources.some((u) => u.isElecting), isHandling: !into.isHandling && sources.some((u) => u.isHandling) };
  return { into, sources, extent, staying, gains, faults: hindrances, mark: markOf([into, ...sources], extent) };
}
