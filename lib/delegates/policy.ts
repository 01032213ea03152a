// Power over delegates. The office keeps the roster of its committee; a liaison reads the own unit and what is below
// it; leaders read; a delegate reads the own record. Nobody else learns that a delegate exists (trust.md promise 3).
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { DelegateEvent } from "@/prisma/client/enums";
import { delegateFlow } from "./flow";
import type { DelegateStatus } from "@/prisma/client/enums";

export type DelegateFacts = { committeeId: string; unitId: string; personId: string; status: DelegateStatus };
export type DelegateAct =
  | "create" | "edit" | "move" | "number" | "arrange" | "setPhoto" | "removePhoto" | "revealMobile" | "revealIdNumber" | "import" | "export" | "exportNumbers" | "readHistory" | "readOwnWord" | "confirmOwn" | "consent" | "exportOwn" | "addOwnPhoto"
  | Exclude<DelegateEvent, "ELECT">;
type Asked = { committeeId: string; unitId?: string; personId?: string };
type Rule = (actor: Actor, d: Asked) => boolean;

const office: Rule = (actor, d) => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === d.committeeId;
const head: Rule = (actor, d) => actor.role === "OFFICE_HEAD" && actor.committeeId === d.committeeId;
const program: Rule = (actor, d) => actor.role === "SYSTEM" && actor.committeeId === d.committeeId;
const liaison: Rule = (actor, d) => actor.role === "UNIT_LIAISON" && actor.committeeId === d.committeeId && d.unitId !== undefined && actor.unitIds.includes(d.unitId);
/** A list is cut to the own units by visibleTo; the right to take it away is the liaison's own. */
const anyLiaison: Rule = (actor, d) => actor.role === "UNIT_LIAISON" && actor.committeeId === d.committeeId;
/** The delegate about the own record. */
const self: Rule = (actor, d) => actor.role === "DELEGATE" && actor.committeeId === d.committeeId && d.personId !== undefined && actor.personId === d.personId;
const any = (...rules: Rule[]): Rule => (actor, d) => rules.some((rule) => rule(actor, d));
const who: Record<DelegateAct, Rule> = {
  create: any(office, program),
  edit: office,
  move: office,
  number: office,
  arrange: office,
  setPhoto: office,
  removePhoto: office,
  import: any(office, program),
  revealMobile: any(office, liaison),
  revealIdNumber: office,
  export: any(office, anyLiaison),
  exportNumbers: office,
  readHistory: any(office, self),
  readOwnWord: any(office, liaison, self),
  confirmOwn: self,
  consent: self,
  exportOwn: self,
  addOwnPhoto: self,
  QUALIFY: head,
  DISQUALIFY: head,
  SUSPEND: head,
  RESTORE: head,
  TRANSFER_OUT: office,
  TERMINATE: office,
  TERM_END: any(head, program),
};

export const may = (actor: Actor, act: DelegateAct, d: Asked): boolean => who[act](actor, d);

/** The status events open to the actor on this delegate, in the order of the flow. A termination is a case of its own, and a term ends for all at once: neither is one button. */
export const openTo = (actor: Actor, d: DelegateFacts) => delegateFlow.open(d.status).filter((event) => event !== "TERMINATE" && event !== "TERM_END" && may(actor, event, d));

const NOTHING: Prisma.DelegateWhereInput = { id: { in: [] } };

/** What the actor may know of, as a where for every read of delegates. */
export function visibleTo(actor: Actor): Prisma.DelegateWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "LEADER":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, unitId: { in: [...actor.unitIds] } };
    case "DELEGATE":
      return actor.personId ? { committeeId: actor.committeeId, personId: actor.personId } : NOTHING;
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return NOTHING;
  }
}

/** Batches of the office are for the office: a list of them names people of every unit. */
export const batchesVisibleTo = (actor: Actor): Prisma.DelegateBatchWhereInput =>
  actor.role === "OFFICE" || actor.role === "OFFICE_HEAD" ? { committeeId: actor.committeeId } : { id: { in: [] } };
