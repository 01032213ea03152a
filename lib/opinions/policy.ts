// Power over opinions. Whoever attended gives them for the own person; the office enters what came on paper, hands on,
// settles, files and releases. Where it was handed to, the liaison answers, who reads the words and not who said them; the
// office enters an answer that came on paper. The delegate has the last word. Leaders and everybody else know of none.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { OpinionState } from "@/prisma/client/enums";
import { handedStates, opinionFlow, type OpinionEvent } from "./flow";

export type OpinionAct = OpinionEvent | "give" | "record" | "print";
/** Whose opinion it is, null on unsigned paper, and the unit of the tree it was handed to. */
export type OpinionFacts = { committeeId: string; personId: string | null; targetId: string | null };
type Rule = (actor: Actor, of: OpinionFacts) => boolean;

const within = (actor: Actor, of: OpinionFacts) => actor.committeeId === of.committeeId;
const office: Rule = (actor, of) => within(actor, of) && (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD");
const handler: Rule = (actor, of) => within(actor, of) && actor.role === "UNIT_LIAISON" && of.targetId !== null && actor.unitIds.includes(of.targetId);
const self: Rule = (actor, of) => within(actor, of) && actor.role === "DELEGATE" && of.personId !== null && actor.personId === of.personId;
const either = (...rules: Rule[]): Rule => (actor, of) => rules.some((rule) => rule(actor, of));

const who: Record<OpinionAct, Rule> = {
  give: self, withdraw: self, acknowledge: self, askAgain: self,
  record: office, print: office, hand: office, settle: office, file: office, release: office, sendBack: office,
  // The office too: an answer may come on paper, and a liaison may be away.
  answer: either(handler, office), giveBack: either(handler, office),
};

export const may = (actor: Actor, act: OpinionAct, of: OpinionFacts): boolean => who[act](actor, of);

/** The steps open to the actor on this opinion, in the order of the flow; asking again is for once. */
export const openTo = (actor: Actor, of: OpinionFacts & { state: OpinionState; again: boolean }): OpinionEvent[] =>
  opinionFlow.open(of.state).filter((event) => may(actor, event, of) && !(event === "askAgain" && of.again));

/** Which opinions the actor may know of: a delegate the own, a liaison what was handed to the own units. */
export function visibleTo(actor: Actor): Prisma.OpinionWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, targetId: { in: [...actor.unitIds] }, state: { in: handedStates } };
    case "DELEGATE":
      return actor.personId ? { committeeId: actor.committeeId, delegate: { personId: actor.personId } } : { id: { in: [] } };
    case "LEADER":
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}
