// Power over terminations. The electing unit's liaison proposes for the own delegates, the office for all; only the
// office enters what the committee decided and where it was filed. Leaders do not read cases: they see the outcome, and
// of what is under way in their committee the number alone, for it is they who decide.
import { may as mayDelegate } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { TerminationState } from "@/prisma/client/enums";
import { terminationFlow, type TerminationEvent } from "./flow";

export type TerminationAct = TerminationEvent | "propose" | "record" | "carry";
export type TerminationFacts = { committeeId: string; unitId: string };
type Rule = (actor: Actor, of: TerminationFacts) => boolean;

const office: Rule = (actor, of) => mayDelegate(actor, "TERMINATE", of);
const liaison: Rule = (actor, of) => actor.role === "UNIT_LIAISON" && actor.committeeId === of.committeeId && actor.unitIds.includes(of.unitId);
const any = (...rules: Rule[]): Rule => (actor, of) => rules.some((rule) => rule(actor, of));

const who: Record<TerminationAct, Rule> = { propose: any(office, liaison), record: office, carry: office, decideYes: office, decideNo: office, withdraw: any(office, liaison), file: office };

export const may = (actor: Actor, act: TerminationAct, of: TerminationFacts): boolean => who[act](actor, of);

/** The steps open to the actor on this case, in the order of the flow. */
export const openTo = (actor: Actor, of: TerminationFacts & { state: TerminationState }): TerminationEvent[] => terminationFlow.open(of.state).filter((event) => may(actor, event, of));

/** Which cases the actor may know of. */
export function visibleTo(actor: Actor): Prisma.TerminationCaseWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, unitId: { in: [...actor.unitIds] } };
    case "LEADER":
    case "DELEGATE":
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}

/** Which cases make up the number under way that the actor may be told. */
export const countedFor = (actor: Actor): Prisma.TerminationCaseWhereInput => (actor.role === "LEADER" ? { committeeId: actor.committeeId } : visibleTo(actor));
