// Power over a research is that over its activity: who organises arranges route and leader; who takes part writes what was
// seen; leader and organiser write the report; the office decides it, nobody what came from the own account; leaders of
// the committee write remarks (domain 6.5). What an activity lets nobody know of, stays unknown here too.
import { may as mayActivity, visibleTo as activitiesVisibleTo } from "@/lib/activities/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { ParticipationState, ReportState } from "@/prisma/client/enums";
import { reportFlow, type ReportEvent } from "./flow";

export type ResearchAct = ReportEvent | "arrange" | "find" | "write" | "publish" | "remark" | "enterRemark";
export type ResearchFacts = { committeeId: string; unitId: string; submitterId: string | null; /** The person who leads the team, and whether the actor came or is to come. */ leaderPersonId: string | null; onTeam: boolean };
type Rule = (actor: Actor, of: ResearchFacts) => boolean;

const within = (actor: Actor, of: ResearchFacts) => actor.committeeId === of.committeeId;
const organiser: Rule = (actor, of) => mayActivity(actor, "edit", of);
const office: Rule = (actor, of) => within(actor, of) && (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD");
const member: Rule = (actor, of) => within(actor, of) && actor.role === "DELEGATE" && of.onTeam;
const leads: Rule = (actor, of) => actor.role === "DELEGATE" && member(actor, of) && actor.personId !== null && actor.personId === of.leaderPersonId;
const reviewer: Rule = (actor, of) => office(actor, of) && (of.submitterId === null || of.submitterId !== actor.accountId);
const any = (...rules: Rule[]): Rule => (actor, of) => rules.some((rule) => rule(actor, of));

const who: Record<ResearchAct, Rule> = {
  arrange: organiser,
  find: any(organiser, member),
  write: any(organiser, leads),
  submit: any(organiser, leads),
  sendBack: reviewer,
  adopt: reviewer,
  file: reviewer,
  publish: office,
  remark: (actor, of) => within(actor, of) && actor.role === "LEADER",
  enterRemark: office,
};

export const may = (actor: Actor, act: ResearchAct, of: ResearchFacts): boolean => who[act](actor, of);

/** The steps of the report open to the actor now. */
export const openTo = (actor: Actor, of: ResearchFacts & { state: ReportState }): ReportEvent[] => reportFlow.open(of.state).filter((event) => may(actor, event, of));

/** Findings, drafts and remarks are for who organises and the team, and for leaders once the report was handed in. */
export const insider: Rule = (actor, of) => organiser(actor, of) || office(actor, of) || member(actor, of);

const OFF: ParticipationState[] = ["CANCELLED", "WITHDRAWN", "DECLINED"];

/** Reports open to every delegate of the committee. */
export const published: Prisma.ActivityWhereInput = { kind: "RESEARCH", research: { is: { state: "ADOPTED", publishedAt: { not: null } } } };

/** Researches on whose list the delegate stands. */
export const ownOf = (actor: Actor): Prisma.ActivityWhereInput =>
  actor.role === "DELEGATE" && actor.personId
    ? { AND: [activitiesVisibleTo(actor), { kind: "RESEARCH", state: { not: "CANCELLED" }, participations: { some: { delegate: { personId: actor.personId }, state: { notIn: OFF } } } }] }
    : { id: { in: [] } };

/** Which researches the actor may know of, as activities. */
export function visibleTo(actor: Actor): Prisma.ActivityWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
    case "UNIT_LIAISON":
    case "LEADER":
      return { AND: [activitiesVisibleTo(actor), { kind: "RESEARCH" }] };
    case "DELEGATE":
      return { committeeId: actor.committeeId, OR: [ownOf(actor), published] };
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}
