// Power over units. The office keeps the tree of its committee; a liaison reads the own unit and what is below it;
// leaders and the supervision office read. Nobody else learns of a unit (trust promise 3), except that the security
// administrator needs the names to give grants.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import { stateOf, unitFlow, type OtherSide, type UnitChangeEvent } from "./flow";

export type UnitAct = "establish" | "remove" | UnitChangeEvent;
/** What is offered on a unit; the other side of a merge or split is not. */
export type OfferedAct = Exclude<UnitAct, OtherSide>;
export type UnitFacts = { committeeId: string; parentId: string | null; activeTo: unknown };
type Rule = (actor: Actor, unit: { committeeId: string }) => boolean;

const office: Rule = (actor, unit) => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === unit.committeeId;
const officeOrProgram: Rule = (actor, unit) => office(actor, unit) || (actor.role === "SYSTEM" && actor.committeeId === unit.committeeId);

const who: Record<UnitAct, Rule> = {
  establish: officeOrProgram,
  remove: office,
  RENAME: office,
  MOVE: office,
  ADJUST: office,
  DEACTIVATE: office,
  REACTIVATE: office,
  MERGE: office,
  ABSORB: office,
  SPLIT: office,
  RECEIVE: office,
};

export const may = (actor: Actor, act: UnitAct, unit: { committeeId: string }): boolean => who[act](actor, unit);

/** The root is the committee itself: it has nowhere to go and is never closed. */
const ofRoot: readonly UnitAct[] = ["RENAME", "ADJUST"];

/** What the actor may do to this unit now, in the order of the flow; removing comes last. */
export function openTo(actor: Actor, unit: UnitFacts): OfferedAct[] {
  const events = [...unitFlow.open(stateOf(unit)).filter((event) => event !== "ABSORB" && event !== "RECEIVE"), "remove" as const];
  return events.filter((act) => may(actor, act, unit) && (unit.parentId !== null || ofRoot.includes(act)));
}

const NOTHING: Prisma.UnitWhereInput = { id: { in: [] } };

/** What the actor may know of, as a where for every read of units. */
export function visibleTo(actor: Actor): Prisma.UnitWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "LEADER":
    case "SUPERVISOR":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, id: { in: [...actor.unitIds] } };
    case "DELEGATE":
    case "HANDLING_UNIT":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return NOTHING;
  }
}

/** Whose names the actor may choose from in a form. */
export const choosableBy = (actor: Actor): Prisma.UnitWhereInput =>
  actor.role === "SECURITY_ADMIN" ? { committeeId: actor.committeeId } : visibleTo(actor);

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
      return { id: { in: [] } };
  }
}
