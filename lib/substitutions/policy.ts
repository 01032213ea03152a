// Power over standing in. Whoever has a role that may be lent names a deputy for it; the security administrator, who is
// neither of the two, agrees or not; either side or he ends it.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { SubstitutionState } from "@/prisma/client/enums";
import { substitutionFlow, type SubstitutionEvent } from "./flow";
import { LENT_ROLES } from "./labels";

export type SubstitutionAct = SubstitutionEvent | "name";
export type SubstitutionFacts = { committeeId: string; absentId?: string; deputyId?: string };
type Rule = (actor: Actor, of: SubstitutionFacts) => boolean;

const here: Rule = (actor, of) => actor.committeeId === of.committeeId;
const lender: Rule = (actor, of) => here(actor, of) && LENT_ROLES.some((role) => role === actor.role);
const party: Rule = (actor, of) => here(actor, of) && actor.accountId !== null && (actor.accountId === of.absentId || actor.accountId === of.deputyId);
const keeper: Rule = (actor, of) => here(actor, of) && actor.role === "SECURITY_ADMIN";
const keeperOfOthers: Rule = (actor, of) => keeper(actor, of) && !party(actor, of);

const who: Record<SubstitutionAct, Rule> = { name: lender, agree: keeperOfOthers, refuse: keeperOfOthers, end: (actor, of) => party(actor, of) || keeper(actor, of) };

export const may = (actor: Actor, act: SubstitutionAct, of: SubstitutionFacts): boolean => who[act](actor, of);

/** The steps open to the actor, in the order of the flow. */
export const openTo = (actor: Actor, of: SubstitutionFacts & { state: SubstitutionState }): SubstitutionEvent[] => substitutionFlow.open(of.state).filter((event) => may(actor, event, of));

/** Which the actor may know of: the security administrator all, everybody else those of the own account. */
export function visibleTo(actor: Actor): Prisma.SubstitutionWhereInput {
  switch (actor.role) {
    case "SECURITY_ADMIN":
      return { committeeId: actor.committeeId };
    case "OFFICE":
    case "OFFICE_HEAD":
    case "UNIT_LIAISON":
    case "DELEGATE":
    case "LEADER":
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "AUDIT_ADMIN":
      return { committeeId: actor.committeeId, OR: [{ absentId: actor.accountId }, { deputyId: actor.accountId }] };
    case "SYSTEM":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}
