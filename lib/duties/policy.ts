// Power over the ledger. A delegate writes and mends the own records, and mends what was taken in from earlier years and
// came back; the liaison of the own unit writes for somebody who does not go online; the office reviews what others wrote,
// its head takes an approved one back (domain 6.6). What an activity wrote is written and taken away by the office and the
// program alone, with the activity. Leaders read what counts.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { DutyOrigin, DutyState } from "@/prisma/client/enums";
import { counting, dutyFlow, type DutyEvent } from "./flow";

export type DutyAct = DutyEvent | "log" | "logFor" | "record" | "edit" | "remove" | "confirm" | "dispute" | "settle";
export type DutyFacts = { committeeId: string; unitId: string; personId: string; authorId: string | null; origin: DutyOrigin };
type Rule = (actor: Actor, of: DutyFacts) => boolean;

const within = (actor: Actor, of: DutyFacts) => actor.committeeId === of.committeeId;
const office: Rule = (actor, of) => within(actor, of) && (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD");
const head: Rule = (actor, of) => within(actor, of) && actor.role === "OFFICE_HEAD";
const program: Rule = (actor, of) => within(actor, of) && actor.role === "SYSTEM";
const liaison: Rule = (actor, of) => within(actor, of) && actor.role === "UNIT_LIAISON" && actor.unitIds.includes(of.unitId);
const self: Rule = (actor, of) => within(actor, of) && actor.role === "DELEGATE" && actor.personId === of.personId;
const any = (...rules: Rule[]): Rule => (actor, of) => rules.some((rule) => rule(actor, of));
/** Whose record it is: the delegate's own, or one the liaison wrote for the delegate. */
const writer: Rule = (actor, of) => (of.origin === "OWN" && self(actor, of)) || (of.origin === "BEHALF" && liaison(actor, of));
/** Who mends one that came back: its writer, and the delegate where a workbook brought it. */
const mender: Rule = (actor, of) => writer(actor, of) || (of.origin === "IMPORT" && self(actor, of));
/** Nobody reviews what came from the own account. */
const reviewer: Rule = (actor, of) => office(actor, of) && (of.authorId === null || of.authorId !== actor.accountId);

const who: Record<DutyAct, Rule> = {
  log: self,
  logFor: liaison,
  record: any(office, liaison, program),
  edit: mender,
  remove: writer,
  submit: mender,
  withdraw: writer,
  revise: mender,
  approve: reviewer,
  reject: reviewer,
  revoke: head,
  confirm: (actor, of) => of.origin !== "OWN" && self(actor, of),
  dispute: (actor, of) => of.origin !== "OWN" && self(actor, of),
  settle: office,
};

export const may = (actor: Actor, act: DutyAct, of: DutyFacts): boolean => who[act](actor, of);

/** The steps open to the actor on this record, in the order of the flow. */
export const openTo = (actor: Actor, of: DutyFacts & { state: DutyState }): DutyEvent[] => dutyFlow.open(of.state).filter((event) => may(actor, event, of));

/** Which records the actor may know of. Drafts are their writer's: the office and leaders see none. */
export function visibleTo(actor: Actor): Prisma.DutyWhereInput {
  switch (actor.role) {
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "OFFICE":
    case "OFFICE_HEAD":
      return { committeeId: actor.committeeId, state: { not: "DRAFT" } };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, unitId: { in: [...actor.unitIds] }, OR: [{ state: { not: "DRAFT" } }, { origin: "BEHALF" }] };
    case "DELEGATE":
      return actor.personId ? { committeeId: actor.committeeId, delegate: { personId: actor.personId }, OR: [{ state: { not: "DRAFT" } }, { origin: { in: ["OWN", "IMPORT"] } }] } : { id: { in: [] } };
    case "LEADER":
      return { committeeId: actor.committeeId, state: { in: counting } };
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}

/** The same of the ledger's tallies; null where they cannot tell what the actor sees. */
export function talliesVisibleTo(actor: Actor): Prisma.DutyTallyWhereInput | null {
  if (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") return { committeeId: actor.committeeId, state: { not: "DRAFT" } };
  if (actor.role === "UNIT_LIAISON") return { committeeId: actor.committeeId, unitId: { in: [...actor.unitIds] }, OR: [{ state: { not: "DRAFT" } }, { origin: "BEHALF" }] };
  return actor.role === "LEADER" ? { committeeId: actor.committeeId, state: { in: counting } } : null;
}
