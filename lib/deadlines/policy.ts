// Power over clocks. They start and end with the acts of other rooms. The head of the office extends, the office pauses
// and resumes; who answers for an owner urges: the office, its head, the supervision office for what reached it, and a
// unit's liaison the own delegates. Nobody urges or extends what he has to do himself, in whatever seat he is at the time.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { DeadlineState, Role } from "@/prisma/client/enums";
import { deadlineFlow, type DeadlineEvent } from "./flow";
import { rungs } from "./ladder";

export type DeadlineFacts = { committeeId: string; unitId: string; ownerRole: Role; rung: number; /** The account itself is an owner of it, in a seat of its own. */ owes: boolean };
/** What people do with a clock; the rest follows from acts elsewhere and from the scheduler. */
export type DeadlineAct = Exclude<DeadlineEvent, "lapse" | "meet" | "cancel">;
type Rule = (actor: Actor, of: DeadlineFacts) => boolean;

const here = (actor: Actor, of: DeadlineFacts): boolean => actor.committeeId === of.committeeId;
const office: Rule = (actor, of) => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && here(actor, of);
const head: Rule = (actor, of) => actor.role === "OFFICE_HEAD" && here(actor, of);
const supervisor: Rule = (actor, of) => actor.role === "SUPERVISOR" && here(actor, of) && of.rung >= rungs.length;
const liaison: Rule = (actor, of) => actor.role === "UNIT_LIAISON" && here(actor, of) && of.ownerRole === "DELEGATE" && actor.unitIds.includes(of.unitId);
const any = (...rules: Rule[]): Rule => (actor, of) => rules.some((rule) => rule(actor, of));
const unowed = (rule: Rule): Rule => (actor, of) => rule(actor, of) && !of.owes;
const others = (rule: Rule): Rule => unowed((actor, of) => rule(actor, of) && actor.role !== of.ownerRole);

const who: Record<DeadlineAct, Rule> = { urge: others(any(office, supervisor, liaison)), extend: unowed(head), pause: office, resume: office };

export const may = (actor: Actor, act: DeadlineAct, of: DeadlineFacts): boolean => who[act](actor, of);

const ACTS: DeadlineAct[] = ["urge", "extend", "pause", "resume"];

/** What the actor can do with this clock now. */
export const openTo = (actor: Actor, of: DeadlineFacts & { state: DeadlineState }): DeadlineAct[] => ACTS.filter((act) => deadlineFlow.next(of.state, act) !== undefined && may(actor, act, of));

/** Which clocks the actor may know of. The supervision office hears of one when the ladder has come to it, a handling unit of what it has to do itself. */
export function visibleTo(actor: Actor): Prisma.DeadlineWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "SUPERVISOR":
      return { committeeId: actor.committeeId, rung: { gte: rungs.length } };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, unitId: { in: [...actor.unitIds] } };
    case "HANDLING_UNIT":
      return { committeeId: actor.committeeId, ownerRole: actor.role, ownerUnitId: { in: [...actor.unitIds] } };
    case "DELEGATE":
    case "LEADER":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}
