import "server-only";
import { continueMandates, endMandates } from "@/lib/delegates/term-end-service";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { dayOf, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Refusal } from "@/lib/platform/errors";
import { addDelegation, addGroup, holdTerms } from "@/lib/terms/service";
import { refusals } from "./labels";
import { getReadiness, type Readiness } from "./queries";
import type { TermChange } from "./schema";

/** The last day of the old term lies in it, after all that happened, and neither after today nor after the new term began. */
function refuseDay(endedOn: string, { from, to, lastEventOn }: Readiness): void {
  const faults = [
    ...(endedOn > today() ? [refusals.future] : []), ...(endedOn > to.startsOn ? [refusals.afterStart(to.startsOn)] : []),
    ...(endedOn <= from.startsOn ? [refusals.beforeStart(from.startsOn)] : []), ...(lastEventOn && endedOn < lastEventOn ? [refusals.endedLater(lastEventOn)] : []),
  ];
  if (faults.length > 0) throw new Refusal("没有办理。", { endedOn: faults });
}

type Places = { delegations: Map<string, string>; groups: Map<string, string> };

/** From each delegation and group of the old term to the one of the same name in the new; with `carry` those missing are set up. */
async function placesOf(actor: Actor, { from, to }: Readiness, carry: boolean): Promise<Places> {
  const select = { id: true, name: true, unitId: true } as const;
  const orderBy = { position: "asc" } as const;
  const [old, there, oldGroups, groupsThere] = await Promise.all([
    db().delegation.findMany({ where: { termId: from.id }, select, orderBy }), db().delegation.findMany({ where: { termId: to.id }, select, orderBy }),
    db().delegateGroup.findMany({ where: { termId: from.id }, select: { id: true, name: true, delegationId: true }, orderBy }), db().delegateGroup.findMany({ where: { termId: to.id }, select: { id: true, name: true }, orderBy }),
  ]);
  const places: Places = { delegations: new Map(), groups: new Map() };
  for (const { id, name, unitId } of old) {
    const same = there.find((d) => d.name === name)?.id ?? (carry ? await addDelegation(actor, to.id, { name, unitId }) : undefined);
    if (same) places.delegations.set(id, same);
  }
  for (const { id, name, delegationId } of oldGroups) {
    const same = groupsThere.find((g) => g.name === name)?.id ?? (carry ? await addGroup(actor, to.id, { name, delegationId: (delegationId && places.delegations.get(delegationId)) ?? null }) : undefined);
    if (same) places.groups.set(id, same);
  }
  return places;
}

/** Those of the old term who go on, each with a delegation to stand in; refuses when one is missing. */
async function continuingOf({ from }: Readiness, { continuing, chosen }: TermChange, places: Places): Promise<string[]> {
  if (continuing === "none") return [];
  const going = await db().delegate.findMany({
    where: { committeeId: from.committeeId, termId: from.id, status: "ACTIVE", ...(continuing === "chosen" ? { id: { in: chosen } } : {}) }, select: { id: true, delegationId: true, delegation: { select: { name: true } } },
  });
  const missing = new Set(going.filter((d) => !places.delegations.has(d.delegationId)).map((d) => d.delegation.name));
  if (missing.size > 0) throw new Refusal("没有办理。", { carry: [refusals.noDelegation([...missing].slice(0, 5).join("、"))] });
  return going.map((d) => d.id);
}

/**
 * Changes the term: every mandate of the present one ends on `endedOn`, its vacancies are closed, who goes on gets a new
 * mandate that waits for its review, and the other term becomes the present one; all or nothing, and once, however many
 * do it at once. Refuses while something of the old term is open, and days out of order.
 */
export const change = (actor: Actor, input: TermChange): Promise<{ ended: number; continued: number }> =>
  transact(async () => {
    await holdTerms(actor);
    const ready = await getReadiness(actor, input.id);
    if (!ready) throw new Refusal((await presentIs(actor, input.id)) ? refusals.already : refusals.noPresent);
    const { from, to } = ready;
    if (from.id !== input.from) throw new Conflict({ from: { theirs: from.name, yours: "—" } }, from.id);
    if (ready.hindrances.length > 0) throw new Refusal(`没有办理。${ready.hindrances.join("")}`);
    refuseDay(input.endedOn, ready);
    const places = await placesOf(actor, ready, input.carry === "carry");
    const going = await continuingOf(ready, input, places);
    const ended = await endMandates(actor, from.id, { effectiveOn: input.endedOn, basis: input.basis });
    const continued = await continueMandates(actor, from.id, to.id, going, places, to.startsOn);
    const vacancies = await db().vacancy.updateMany({ where: { committeeId: from.committeeId, termId: from.id, state: "OPEN" }, data: { state: "CLOSED", note: "本届任期届满", version: { increment: 1 } } });
    await db().term.updateMany({ where: { id: from.id, version: from.version }, data: { endsOn: dayOf(input.endedOn), version: { increment: 1 } } });
    const moved = await db().committee.updateMany({ where: { id: from.committeeId, currentTermId: from.id }, data: { currentTermId: to.id } });
    if (moved.count === 0) throw new Refusal(refusals.already);
    await audit(actor, {
      verb: "term.change", target: { type: "Term", id: to.id, name: to.name }, reason: input.basis,
      changes: { current: [from.name, to.name], endedOn: [from.endsOn, input.endedOn], ended: [null, String(ended)], continued: [null, String(continued)], vacancies: [null, String(vacancies.count)] },
    });
    return { ended, continued };
  }, 120);

const presentIs = async (actor: Actor, termId: string): Promise<boolean> => (await db().committee.count({ where: { id: actor.committeeId ?? "", currentTermId: termId } })) > 0;
