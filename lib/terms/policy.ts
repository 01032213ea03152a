// Power over terms, delegations and groups. The office keeps them; which term is the present one is set by the head of
// the office alone. A liaison reads the delegations and groups of the own delegates only, leaders and the supervision
// office read all of their committee, nobody else reads (trust promise 3).
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export type TermAct = "open" | "edit" | "makeCurrent" | "arrange";
type Rule = (actor: Actor, term: { committeeId: string }) => boolean;

const office: Rule = (actor, term) => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === term.committeeId;
const head: Rule = (actor, term) => actor.role === "OFFICE_HEAD" && actor.committeeId === term.committeeId;
const program: Rule = (actor, term) => actor.role === "SYSTEM" && actor.committeeId === term.committeeId;
const any = (...rules: Rule[]): Rule => (actor, term) => rules.some((rule) => rule(actor, term));

const who: Record<TermAct, Rule> = {
  open: any(office, program),
  edit: office,
  makeCurrent: any(head, program),
  arrange: any(office, program),
};

export const may = (actor: Actor, act: TermAct, term: { committeeId: string }): boolean => who[act](actor, term);

/** What the actor may do with this term now; the present one cannot be made present again. */
export const openTo = (actor: Actor, term: { committeeId: string; current: boolean }): TermAct[] =>
  (Object.keys(who) as TermAct[]).filter((act) => may(actor, act, term) && !(act === "makeCurrent" && term.current));

const NOTHING = { id: { in: [] } };

/** What the actor may know of, as a where for every read of terms. */
export function visibleTo(actor: Actor): Prisma.TermWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "UNIT_LIAISON":
    case "LEADER":
    case "SUPERVISOR":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "DELEGATE":
    case "HANDLING_UNIT":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return NOTHING;
  }
}

/** Which delegates the actor's figures may count: the same rows the roster shows that actor. */
export function countedFor(actor: Actor): Prisma.DelegateWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "LEADER":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, unitId: { in: [...actor.unitIds] } };
    case "SUPERVISOR":
    case "DELEGATE":
    case "HANDLING_UNIT":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return NOTHING;
  }
}

/** Delegations the actor may know of: for a liaison those of the own units and those own delegates are in. */
export function delegationsVisibleTo(actor: Actor): Prisma.DelegationWhereInput {
  if (actor.role !== "UNIT_LIAISON") return { term: visibleTo(actor) };
  const own = { in: [...actor.unitIds] };
  return { committeeId: actor.committeeId, OR: [{ unitId: own }, { delegates: { some: { unitId: own } } }] };
}

/** Groups the actor may know of: for a liaison those own delegates are in. */
export function groupsVisibleTo(actor: Actor): Prisma.DelegateGroupWhereInput {
  if (actor.role !== "UNIT_LIAISON") return { term: visibleTo(actor) };
  return { committeeId: actor.committeeId, delegates: { some: { unitId: { in: [...actor.unitIds] } } } };
}
