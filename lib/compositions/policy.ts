// Power over the composition. The office sets the requirements of its congress and reads everything; leaders read; a
// liaison reads the composition of the own unit, which requirements on the whole congress say nothing about.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export type CompositionAct = "view" | "export" | "readTargets" | "setTarget" | "changeTarget" | "removeTarget" | "setReferenceDate";
type Rule = (actor: Actor, of: { committeeId: string }) => boolean;

const own = (actor: Actor, of: { committeeId: string }) => actor.committeeId === of.committeeId;
const office: Rule = (actor, of) => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && own(actor, of);
const liaison: Rule = (actor, of) => actor.role === "UNIT_LIAISON" && own(actor, of);
const leader: Rule = (actor, of) => actor.role === "LEADER" && own(actor, of);
const program: Rule = (actor, of) => actor.role === "SYSTEM" && own(actor, of);
const any = (...rules: Rule[]): Rule => (actor, of) => rules.some((rule) => rule(actor, of));

const who: Record<CompositionAct, Rule> = {
  view: any(office, liaison, leader, program),
  export: any(office, liaison),
  readTargets: any(office, leader, program),
  setTarget: any(office, program),
  changeTarget: office,
  removeTarget: office,
  setReferenceDate: any(office, program),
};

export const may = (actor: Actor, act: CompositionAct, of: { committeeId: string }): boolean => who[act](actor, of);

/** The requirements the actor may know of. */
export function visibleTo(actor: Actor): Prisma.CompositionTargetWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "LEADER":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
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
