import "server-only";
import { jobOf } from "@/lib/delegates/queries";
import type { Actor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import { getCurrentTerm, getTerm, type TermRecord } from "@/lib/terms/queries";
import { refusals } from "./labels";
import { may } from "./policy";
import { MOST } from "./schema";

export type Readiness = {
  from: TermRecord; to: TermRecord;
  /** Heads of the present term by what becomes of them. */
  active: number; suspended: number; pending: number; openTerminations: number; openVacancies: number;
  /** The day of the last change of a mandate that would end. */
  lastEventOn: string | null;
  /** Why the change cannot be made yet, in sentences; empty when it can. */
  hindrances: string[];
};

const iso = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? null;

/** What stands against the change: what is still open in the present term, and dates that do not fit. */
function hindrancesOf({ from, to, pending, openTerminations }: Omit<Readiness, "hindrances">): string[] {
  return [
    ...(to.startsOn < from.startsOn ? [refusals.earlier(from.name)] : []), ...(to.startsOn > today() ? [refusals.notBegun(to.startsOn)] : []),
    ...(pending > 0 ? [refusals.pending(pending)] : []), ...(openTerminations > 0 ? [refusals.terminations(openTerminations)] : []),
  ];
}

/** How the present term stands before the change to another; null while there is no present term or it is this one. Forbidden for whoever does not make the change. */
export async function getReadiness(actor: Actor, toId: string): Promise<Readiness | null> {
  const to = await getTerm(actor, toId);
  if (!may(actor, "change", to)) throw new Forbidden("term.change", { type: "Term", id: toId, name: to.name }, refusals.change);
  const from = await getCurrentTerm(actor);
  if (!from || from.id === to.id) return null;
  const mine = { committeeId: to.committeeId, termId: from.id };
  const [states, openTerminations, openVacancies, last] = await Promise.all([
    db().delegate.groupBy({ by: ["status"], where: mine, _count: true }),
    db().terminationCase.count({ where: { committeeId: to.committeeId, state: "PROPOSED", delegate: { termId: from.id } } }),
    db().vacancy.count({ where: { ...mine, state: "OPEN" } }),
    db().delegateStatusEvent.findFirst({ where: { committeeId: to.committeeId, untilOn: null, delegate: { termId: from.id, status: { in: ["ACTIVE", "SUSPENDED"] } } }, orderBy: { effectiveOn: "desc" }, select: { effectiveOn: true } }),
  ]);
  const count = (status: string) => states.find((s) => s.status === status)?._count ?? 0;
  const found = { from, to, active: count("ACTIVE"), suspended: count("SUSPENDED"), pending: count("PENDING_REVIEW"), openTerminations, openVacancies, lastEventOn: iso(last?.effectiveOn) };
  return { ...found, hindrances: hindrancesOf(found) };
}

/** Delegates in office of a term who may go on as persons, in stroke order; null when they are more than one form holds. */
export async function listContinuing(actor: Actor, { from, active }: Pick<Readiness, "from" | "active">) {
  if (active > MOST || !may(actor, "change", from)) return null;
  const rows = await db().delegate.findMany({
    where: { committeeId: from.committeeId, termId: from.id, status: "ACTIVE" }, orderBy: [{ strokeKey: "asc" }, { id: "asc" }], take: MOST,
    select: { id: true, employer: true, position: true, person: { select: { name: true } }, delegation: { select: { name: true } } },
  });
  return rows.map((d) => ({ id: d.id, name: d.person.name, job: jobOf(d.employer, d.position), delegation: d.delegation.name }));
}

export type Continuing = NonNullable<Awaited<ReturnType<typeof listContinuing>>>[number];
