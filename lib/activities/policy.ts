// Power over activities. The office organises for the whole committee, a liaison for the own unit and what is below it;
// who organises, records (domain 2.13). A delegate answers, enrols and asks leave for the own person; the liaison answers
// for somebody without an account, and it is marked. Leaders read. Nobody else learns of an activity.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { ActivityState } from "@/prisma/client/enums";
import { activityFlow, publicStates, type ActivityEvent } from "./flow";

export type ActivityAct = ActivityEvent | "plan" | "edit" | "remove" | "invite" | "addFile" | "mark" | "correct";
export type ActivityFacts = { committeeId: string; unitId: string };
type Rule = (actor: Actor, of: ActivityFacts) => boolean;

const within = (actor: Actor, of: { committeeId: string }) => actor.committeeId === of.committeeId;
const office: Rule = (actor, of) => within(actor, of) && (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD");
const head: Rule = (actor, of) => within(actor, of) && actor.role === "OFFICE_HEAD";
const liaison: Rule = (actor, of) => within(actor, of) && actor.role === "UNIT_LIAISON" && actor.unitIds.includes(of.unitId);
const any = (...rules: Rule[]): Rule => (actor, of) => rules.some((rule) => rule(actor, of));
const organiser = any(office, liaison);

const who: Record<ActivityAct, Rule> = {
  plan: organiser, edit: organiser, remove: organiser, publish: organiser, invite: organiser, addFile: organiser, cancel: organiser,
  hold: organiser, mark: organiser, close: organiser,
  // Once the list is confirmed a mark moves hours and absences: that is for the head, with a reason (domain 6.4).
  correct: head,
};

export const may = (actor: Actor, act: ActivityAct, of: ActivityFacts): boolean => who[act](actor, of);

/** The steps open to the actor on this activity, in the order of the flow. */
export const openTo = (actor: Actor, of: ActivityFacts & { state: ActivityState }): ActivityEvent[] => activityFlow.open(of.state).filter((event) => may(actor, event, of));

export type ParticipationAct = "reply" | "replyFor" | "enrol" | "leave" | "decideLeave" | "signIn";
export type ParticipationFacts = { committeeId: string; unitId: string; personId: string; activityUnitId: string };

const self = (actor: Actor, of: ParticipationFacts) => within(actor, of) && actor.role === "DELEGATE" && actor.personId === of.personId;
const runs = (actor: Actor, of: ParticipationFacts) => organiser(actor, { committeeId: of.committeeId, unitId: of.activityUnitId });

const whoOf: Record<ParticipationAct, (actor: Actor, of: ParticipationFacts) => boolean> = {
  reply: self, enrol: self, leave: self, signIn: self,
  /** Somebody else's reply, marked as such: by who organises, or by the liaison of the delegate's own unit. */
  replyFor: (actor, of) => runs(actor, of) || liaison(actor, of),
  decideLeave: runs,
};

export const mayOf = (actor: Actor, act: ParticipationAct, of: ParticipationFacts): boolean => whoOf[act](actor, of);

/** Which activities the actor may know of: a liaison those of the own unit, those that invite the own delegates and those open to enrol. */
export function visibleTo(actor: Actor): Prisma.ActivityWhereInput {
  const mine = (who: Prisma.ParticipationWhereInput): Prisma.ActivityWhereInput => ({ state: { in: publicStates }, OR: [{ entry: "ENROLMENT", unit: { parentId: null } }, { participations: { some: who } }] });
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, OR: [{ unitId: { in: [...actor.unitIds] } }, mine({ unitId: { in: [...actor.unitIds] } })] };
    case "DELEGATE":
      return actor.personId ? { committeeId: actor.committeeId, ...mine({ delegate: { personId: actor.personId } }) } : { id: { in: [] } };
    case "LEADER":
      return { committeeId: actor.committeeId, state: { in: publicStates } };
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}

/** Whose participation the actor may know of. A delegate sees the own alone: who else is invited is told by the organiser. */
export function participationsVisibleTo(actor: Actor): Prisma.ParticipationWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
    case "LEADER":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, unitId: { in: [...actor.unitIds] } };
    case "DELEGATE":
      return actor.personId ? { committeeId: actor.committeeId, delegate: { personId: actor.personId } } : { id: { in: [] } };
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}

/** Whoever was struck off a list learns that, and takes no materials any more. */
const stillOn: Prisma.ParticipationWhereInput = { OR: [{ state: { not: "CANCELLED" } }, { activity: { state: "CANCELLED" } }] };

/** Materials go with the activity: whoever may know of it takes them, a delegate while on its list or where everybody may enrol. */
export const filesVisibleTo = (actor: Actor): Prisma.ActivityFileWhereInput => {
  const among: Prisma.ActivityWhereInput = actor.role === "DELEGATE" ? { OR: [{ entry: "ENROLMENT" }, { participations: { some: { AND: [participationsVisibleTo(actor), stillOn] } } }] } : {};
  return { activity: { AND: [visibleTo(actor), among] } };
};
