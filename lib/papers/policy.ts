// Power over the papers an act rests on. They obey the same rules as the act: who may know of a status of a delegate or
// of a termination case as staff may read its papers, the office puts them in and takes them out; the liaison who
// proposes a termination puts in the papers of the proposal (trust promise 4).
import { visibleTo as delegatesVisibleTo } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import { may as mayTerminate, visibleTo as casesVisibleTo } from "@/lib/terminations/policy";
import type { Prisma } from "@/prisma/client/client";

export type PaperAct = "attach" | "remove";
/** `proposed` is set for a termination case: whether it still waits for its decision. */
export type PaperFacts = { committeeId: string; unitId: string; proposed?: boolean };

const isOffice = (actor: Actor, of: PaperFacts): boolean => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === of.committeeId;

export const may = (actor: Actor, act: PaperAct, of: PaperFacts): boolean => isOffice(actor, of) || (act === "attach" && of.proposed === true && mayTerminate(actor, "propose", of));

/** Which papers the actor may know of. Leaders and delegates read statuses, not the files behind them. */
export function visibleTo(actor: Actor): Prisma.PaperWhereInput {
  if (actor.role !== "OFFICE" && actor.role !== "OFFICE_HEAD" && actor.role !== "UNIT_LIAISON") return { id: { in: [] } };
  return { committeeId: actor.committeeId, OR: [{ statusEvent: { delegate: delegatesVisibleTo(actor) } }, { termination: casesVisibleTo(actor) }] };
}
