// Power over grants. The security administrator gives and takes roles and keeps no accounts; never the own ones.
// An account holds one of the three administrators' seats at most, and none beside another role, because no
// administrator reads business data (three administrators: SECURITY.md, promise 5). When units are merged or split, the
// office carries the grants on them along: nobody gets a role by that, and the audit names each.
import { isSeat } from "@/lib/accounts/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { Role } from "@/prisma/client/enums";

export type GrantAct = "list" | "give" | "take" | "giveDelegate" | "carry";
export type HolderFacts = { committeeId: string; accountId?: string };
type Rule = (actor: Actor, holder: HolderFacts) => boolean;

const keeper: Rule = (actor, holder) => actor.role === "SECURITY_ADMIN" && actor.committeeId === holder.committeeId;
const keeperOfOthers: Rule = (actor, holder) => keeper(actor, holder) && actor.accountId !== holder.accountId;
const program: Rule = (actor, holder) => actor.role === "SYSTEM" && actor.committeeId === holder.committeeId;
const office: Rule = (actor, holder) => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === holder.committeeId;
/** Of the one role that follows from a mandate, and of no other. */
const officeForOthers: Rule = (actor, holder) => office(actor, holder) && actor.accountId !== holder.accountId;
const any = (...rules: Rule[]): Rule => (actor, holder) => rules.some((rule) => rule(actor, holder));

const who: Record<GrantAct, Rule> = {
  list: keeper,
  give: any(keeperOfOthers, program),
  take: keeperOfOthers,
  giveDelegate: officeForOthers,
  carry: office,
};

export const may = (actor: Actor, act: GrantAct, holder: HolderFacts): boolean => who[act](actor, holder);

/** Which accounts' grants the actor may know of; everybody's own are read elsewhere. */
export function visibleTo(actor: Actor): Prisma.AccountWhereInput {
  switch (actor.role) {
    case "SECURITY_ADMIN":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "SYSTEM_ADMIN":
    case "AUDIT_ADMIN":
    case "OFFICE":
    case "OFFICE_HEAD":
    case "UNIT_LIAISON":
    case "DELEGATE":
    case "LEADER":
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}

/** Whether a role applies in one unit and what is below it; the others apply in the whole committee. */
export const needsUnit = (role: Role): boolean => role === "UNIT_LIAISON" || role === "HANDLING_UNIT";

export type Obstacle = "held" | "twoSeats" | "seatBesideWork" | "workBesideSeat";

/** What keeps an account that holds these grants from one more, null when nothing does. */
export function obstacleTo(held: readonly { role: Role; unitId: string | null }[], role: Role, unitId: string | null): Obstacle | null {
  if (held.some((grant) => grant.role === role && grant.unitId === unitId)) return "held";
  const seats = held.filter((grant) => isSeat(grant.role)).length;
  if (isSeat(role)) {
    if (seats > 0) return "twoSeats";
    return held.length > 0 ? "seatBesideWork" : null;
  }
  return seats > 0 ? "workBesideSeat" : null;
}
