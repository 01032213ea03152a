// Power over corrections. The delegate asks for the own record and no other; the liaison confirms for the own unit; only
// the office writes, and where the unit has no liaison it does so directly. Nobody handles the own request.
import { may as mayDelegate } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { CorrectionState } from "@/prisma/client/enums";
import { correctionFlow, type CorrectionEvent } from "./flow";

export type CorrectionAct = CorrectionEvent | "submit" | "attach" | "reveal";
/** `active`: the mandate is in force. */
export type CorrectionFacts = { committeeId: string; unitId: string; personId: string; active: boolean };
type Rule = (actor: Actor, of: CorrectionFacts) => boolean;

/** Whether the request is about the actor. */
export const isOwn = (actor: Actor, of: Pick<CorrectionFacts, "personId">): boolean => "personId" in actor && actor.personId !== null && actor.personId === of.personId;

const delegate: Rule = (actor, of) => actor.role === "DELEGATE" && actor.committeeId === of.committeeId && isOwn(actor, of) && of.active;
const office: Rule = (actor, of) => mayDelegate(actor, "edit", of) && !isOwn(actor, of);
const liaison: Rule = (actor, of) => actor.role === "UNIT_LIAISON" && actor.committeeId === of.committeeId && actor.unitIds.includes(of.unitId) && !isOwn(actor, of);
const any = (...rules: Rule[]): Rule => (actor, of) => rules.some((rule) => rule(actor, of));

const who: Record<CorrectionAct, Rule> = {
  submit: delegate, resubmit: delegate, withdraw: delegate, attach: delegate,
  confirm: liaison, approve: office, sendBack: any(office, liaison), reveal: any(office, liaison),
};

export const may = (actor: Actor, act: CorrectionAct, of: CorrectionFacts): boolean => who[act](actor, of);

export type Standing = { state: CorrectionState; hasLiaison: boolean };

/** What the order of the steps leaves open beside the flow: the liaison comes first where there is one, and is done once confirmed. */
export const isTurn = (actor: Actor, event: CorrectionEvent, of: Standing): boolean => {
  if (event === "approve") return of.state === "CONFIRMED" || !of.hasLiaison;
  return !(event === "sendBack" && actor.role === "UNIT_LIAISON" && of.state === "CONFIRMED");
};

/** The steps open to the actor on this request, in the order of the flow. */
export const openTo = (actor: Actor, of: CorrectionFacts & Standing): CorrectionEvent[] => correctionFlow.open(of.state).filter((event) => may(actor, event, of) && isTurn(actor, event, of));

/** Which requests the actor may know of. */
export function visibleTo(actor: Actor): Prisma.CorrectionRequestWhereInput {
  const nothing = { id: { in: [] } };
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, delegate: { unitId: { in: [...actor.unitIds] } } };
    case "DELEGATE":
      return actor.personId ? { committeeId: actor.committeeId, delegate: { personId: actor.personId } } : nothing;
    case "LEADER":
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return nothing;
  }
}
