import "server-only";
import { holdActivity } from "@/lib/activities/places-service";
import type { Plan } from "@/lib/activities/schema";
import { plan as planActivity } from "@/lib/activities/service";
import { dispatch } from "@/lib/messages/dispatch-service";
import type { Actor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { groupsVisibleTo } from "@/lib/terms/policy";
import { ahead } from "./flow";
import { refusals, stopNames } from "./labels";
import { may, type ResearchAct } from "./policy";
import { getResearch, listMembers, type ResearchRecord } from "./queries";
import type { Arrangement, StopRow } from "./schema";

export type At = { id: string; version: number };
export type Kept = ResearchRecord & { researchId: string };

export const targetOf = ({ id, title }: { id: string; title: string }) => ({ type: "Research", id, name: title });

const sentences: Record<ResearchAct, string> = { ...refusals, submit: refusals.write, sendBack: refusals.review, adopt: refusals.review, file: refusals.review, enterRemark: refusals.remark };

export function demand(actor: Actor, act: ResearchAct, of: ResearchRecord): void {
  if (!may(actor, act, of.facts)) throw new Forbidden(act === "find" ? "research.addFinding" : `research.${act}`, targetOf(of), sentences[act]);
}

/** The research with its row, held to the end of the transaction; the row is made when it is first needed. NotFound outside the actor's sight. */
export async function holdResearch(actor: Actor, id: string): Promise<Kept> {
  await getResearch(actor, id);
  await holdActivity(actor, id);
  const { count } = await db().research.createMany({ data: [{ committeeId: actor.committeeId ?? "", activityId: id }], skipDuplicates: true });
  const found = await getResearch(actor, id);
  if (!found.researchId) throw new Error(`no research of activity ${id} after making ${count}`);
  return { ...found, researchId: found.researchId };
}

/** Writes columns of a research where nobody wrote in between. */
export async function write(actor: Actor, of: Kept, { version }: Pick<At, "version">, data: Parameters<ReturnType<typeof db>["research"]["updateMany"]>[0]["data"], differing: Record<string, { theirs: string; yours: string }> = {}): Promise<void> {
  const { count } = await db().research.updateMany({ where: { id: of.researchId, committeeId: actor.committeeId ?? "", state: of.state, version }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new Conflict(differing, String(of.version));
}

async function groupOf(actor: Actor, of: { termId: string }, id: string | null): Promise<{ id: string; name: string } | null> {
  if (!id) return null;
  const found = await db().delegateGroup.findFirst({ where: { AND: [groupsVisibleTo(actor), { id, termId: of.termId }] }, select: { id: true, name: true } });
  if (!found) throw new Refusal(refusals.notSaved, { groupId: [refusals.group] });
  return found;
}

/** Plans a research as a draft activity that a group carries. Refuses as planning an activity does, and a group of another term. Returns the activity's id. */
export const plan = (actor: Actor, of: Plan, groupId: string | null): Promise<string> =>
  transact(async () => {
    const id = await planActivity(actor, of);
    if (groupId) {
      const found = await holdResearch(actor, id);
      const group = await groupOf(actor, found, groupId);
      await write(actor, found, found, { groupId });
      await audit(actor, { verb: "research.arrange", target: targetOf(found), changes: { group: [null, group?.name ?? null] } });
    }
    return id;
  });

/** Sets topic, group and leader; who becomes leader is told. Refuses a group of another term, and a leader who is not on the list as coming. */
export const arrange = (actor: Actor, at: At, { topic, groupId, leaderId }: Arrangement): Promise<void> =>
  transact(async () => {
    const found = await holdResearch(actor, at.id);
    demand(actor, "arrange", found);
    if (found.activityState === "CANCELLED") throw new Refusal(refusals.routeClosed);
    // What stood there may stay, also where the actor could not choose it now.
    const group = groupId === found.groupId ? { name: found.groupName } : await groupOf(actor, found, groupId);
    const leader = leaderId === null || leaderId === found.leaderId ? null : (await listMembers(actor, at.id)).find((m) => m.id === leaderId);
    if (leader === undefined) throw new Refusal(refusals.notSaved, { leaderId: [refusals.leader] });
    const leaderName = leaderId === null ? null : (leader?.name ?? found.leaderName);
    const differing = { topic: { theirs: found.givenTopic ?? "", yours: topic ?? "" }, groupId: { theirs: found.groupName ?? "", yours: group?.name ?? "" }, leaderId: { theirs: found.leaderName ?? "", yours: leaderName ?? "" } };
    await write(actor, found, at, { topic, groupId, leaderId }, Object.fromEntries(Object.entries(differing).filter(([, { theirs, yours }]) => theirs !== yours)));
    await audit(actor, { verb: "research.arrange", target: targetOf(found), changes: changesOf({ topic: found.givenTopic, group: found.groupName, leader: found.leaderName }, { topic, group: group?.name ?? null, leader: leaderName }) });
    if (leader) await dispatch(actor, { key: `research:${at.id}:leader:${found.version}`, kind: "research.leader", to: { persons: [leader.personId] }, variables: { title: found.title, unit: found.unitName }, subject: { type: "Activity", id: at.id }, href: `/my/researches/${at.id}` });
  });

/** What is wrong with a route, by the line of its form. */
function faultsOf(of: Kept, rows: readonly StopRow[]): Record<string, string[]> {
  const stops = new Map(of.stops.map((stop) => [stop.id, stop]));
  const fields: Record<string, string[]> = {};
  const names = new Set<string>();
  for (const { row, id, name, kind, address, note } of rows) {
    const used = id !== null && (stops.get(id)?.findings ?? 0) > 0;
    if (!name && used) fields[`name${row}`] = [refusals.stopUsed];
    else if (!name && (kind || address || note)) fields[`name${row}`] = [refusals.noStop];
    if (name && names.has(name)) fields[`name${row}`] = [refusals.stopTwice];
    if (name && !kind) fields[`kind${row}`] = [refusals.stopKind];
    if (name) names.add(name);
  }
  return fields;
}

const inWords = (stops: readonly { name: string; kind: StopRow["kind"] }[]): string | null => stops.map(({ name, kind }) => `${name}${kind ? `（${stopNames[kind]}）` : ""}`).join("、") || null;

/** Sets the stops in their order while the research is ahead. Refuses two of a name, one without a kind, and taking off one where something was seen. */
export const setRoute = (actor: Actor, at: At, rows: readonly StopRow[]): Promise<void> =>
  transact(async () => {
    const found = await holdResearch(actor, at.id);
    demand(actor, "arrange", found);
    if (!ahead.includes(found.activityState)) throw new Refusal(refusals.routeClosed);
    const fields = faultsOf(found, rows);
    if (Object.keys(fields).length > 0) throw new Refusal(refusals.notSaved, fields);
    await write(actor, found, at, {});
    const known = new Set(found.stops.map((stop) => stop.id));
    const kept = rows.flatMap(({ row: _, kind, ...of }) => (of.name && kind ? [{ ...of, kind }] : [])).map((of, i) => ({ ...of, id: of.id && known.has(of.id) ? of.id : null, position: i + 1 }));
    await db().researchStop.deleteMany({ where: { researchId: found.researchId, id: { notIn: kept.flatMap(({ id }) => id ?? []) } } });
    for (const { id, ...data } of kept) {
      if (id) await db().researchStop.update({ where: { id }, data, select: { id: true } });
      else await db().researchStop.create({ data: { ...data, committeeId: found.committeeId, researchId: found.researchId }, select: { id: true } });
    }
    await audit(actor, { verb: "research.route", target: targetOf(found), changes: changesOf({ route: inWords(found.stops) }, { route: inWords(kept) }) });
  });
