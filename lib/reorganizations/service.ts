import "server-only";
import { carryHanded, carryOpinions } from "@/lib/opinions/unit-service";
import { carryActivities, carryParticipations } from "@/lib/activities/unit-service";
import { carryCorrections } from "@/lib/corrections/unit-service";
import { carryClocks } from "@/lib/deadlines/unit-service";
import { carryDelegates } from "@/lib/delegates/unit-service";
import { carryDuties } from "@/lib/duties/unit-service";
import { carryGrants, type CarriedGrant } from "@/lib/grants/unit-service";
import type { Actor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { carryTerminations } from "@/lib/terminations/unit-service";
import { carryDelegations } from "@/lib/terms/delegations/unit-service";
import { absorb, handOver, holdUnits } from "@/lib/units/reorganize-service";
import { establish } from "@/lib/units/service";
import { carryVacancies } from "@/lib/vacancies/unit-service";
import { refusals } from "./labels";
import { getMergePlan, type Extent, type Party } from "./queries";
import type { MergeInput, SplitInput } from "./schema";
import { getSplitPlan } from "./split-queries";

const SECONDS = 120;

/** The day lies between the setting up of everybody who takes part and today. */
function refuseDay(effectiveOn: string, parties: readonly Party[]): void {
  const youngest = parties.reduce<Party | null>((found, u) => (u.activeFrom > effectiveOn && (!found || u.activeFrom > found.activeFrom) ? u : found), null);
  if (effectiveOn > today()) throw new Refusal("没有办理。", { effectiveOn: [refusals.future] });
  if (youngest) throw new Refusal("没有办理。", { effectiveOn: [refusals.tooEarly(youngest.name, youngest.activeFrom)] });
}

/** Refuses what cannot be, and what is no longer what was looked at. */
function refuseOther({ faults, mark }: { faults: string[]; mark: string }, expected: string): void {
  if (faults.length > 0) throw new Refusal(`没有办理。${faults.join("")}`);
  if (mark !== expected) throw new Refusal(refusals.movedOn);
}

/** Every record that hangs on the units, each by the noun it belongs to. */
async function carry(actor: Actor, { heads, naming, grants, seats, cases }: Extent, from: readonly Party[], to: { id: string; name: string }, basis: string): Promise<void> {
  const names = new Map(from.map((u) => [u.id, u.name]));
  const named = <T extends { unitId: string }>(rows: T[]) => rows.map((row) => ({ ...row, unitName: names.get(row.unitId) ?? "" }));
  if (heads.length > 0) {
    await carryDelegates(actor, named(heads), to, basis);
    await carryCorrections(actor, heads, to.id);
    const ids = heads.map((d) => d.id);
    await carryDuties(actor, ids, to.id);
    await carryParticipations(actor, ids, to.id);
    await carryOpinions(actor, ids, to.id);
  }
  if (naming.length > 0) await carryDelegations(actor, named(naming), to, basis);
  if (seats.length > 0) await carryVacancies(actor, named(seats), to, basis);
  if (cases.length > 0) await carryTerminations(actor, named(cases), to, basis);
  if (grants.length > 0) await carryGrants(actor, named(grants) satisfies CarriedGrant[], to, basis);
}

/**
 * Merges units into another: their delegates on the register, delegations, open seats and cases, grants and what stands
 * below go over, they are closed, and what is past stays under their name; all or nothing, and once, however many do it
 * at once. The register changes today; the day is kept in the history. Refuses what the plan names as a fault, anything
 * that moved since the preview, and days out of order.
 */
export const merge = (actor: Actor, { id, intoId, also, expected, effectiveOn, basis }: MergeInput): Promise<void> =>
  transact(async () => {
    await holdUnits(actor, "MERGE", [id, intoId, ...also]);
    const plan = await getMergePlan(actor, { id, intoId, also });
    refuseOther(plan, expected);
    const { into, sources, extent, gains } = plan;
    refuseDay(effectiveOn, [into, ...sources]);
    await carry(actor, extent, sources, into, basis);
    await carryClocks(actor, sources.map((u) => u.id), into.id);
    await carryActivities(actor, sources.map((u) => u.id), into.id);
    await carryHanded(actor, sources.map((u) => u.id), into);
    const of = <T>(rows: readonly T[], unitId: string, at: (row: T) => string | null) => rows.filter((row) => at(row) === unitId);
    const parts = sources.map((u) => ({ id: u.id, children: of(extent.below, u.id, (b) => b.parentId).map((b) => b.id), heads: of(extent.heads, u.id, (d) => d.unitId).length, grants: of(extent.grants, u.id, (g) => g.unitId).length }));
    await absorb(actor, into.id, parts, gains, { effectiveOn, basis });
  }, SECONDS);

/**
 * Gives the chosen delegates, units below and grants of a unit to another one, which is set up first when it is new; the
 * unit stays in use. Resolves to the id of the one that receives. Refuses like merge.
 */
export const split = (actor: Actor, { id, toId, parentId, name, kind, delegates, children, grants, expected, effectiveOn, basis }: SplitInput): Promise<string> =>
  transact(async () => {
    await holdUnits(actor, "SPLIT", [id, ...(toId ? [toId] : [])]);
    const plan = await getSplitPlan(actor, id, { toId, name, kind, parentId }, { delegates, children, grants });
    refuseOther(plan, expected);
    const { from, extent, gains } = plan;
    refuseDay(effectiveOn, [from, ...(plan.to ? [plan.to] : []), ...(plan.made?.parent ? [plan.made.parent] : [])]);
    const to = plan.to ?? { id: await establish(actor, { parentId, name, kind: kind ?? from.kind, ...gains, activeFrom: effectiveOn, basis }), name };
    await carry(actor, extent, [from], to, basis);
    await handOver(actor, from.id, to.id, { children: extent.below.map((u) => u.id), heads: extent.heads.length, grants: extent.grants.length }, gains, { effectiveOn, basis });
    return to.id;
  }, SECONDS);
