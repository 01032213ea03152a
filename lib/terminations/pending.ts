import type { Actor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";
import type { TerminationState } from "@/prisma/client/enums";
import { terminationFlow, type TerminationEvent } from "./flow";

const page = (id: string): string => `/manage/terminations/${id}`;

/** Cases of the committee in a state that has this step, as visibleTo and the flow have them; a test holds both together. */
const waitingFor = (committeeId: string, event: TerminationEvent): Prisma.Sql => {
  const states: TerminationState[] = terminationFlow.states.filter((state) => terminationFlow.next(state, event));
  return Prisma.sql`
    SELECT c.id, p.name AS title, u.name AS note, c."createdAt" AS since FROM "TerminationCase" c JOIN "Delegate" d ON d.id = c."delegateId" JOIN "Person" p ON p.id = d."personId" JOIN "Unit" u ON u.id = c."unitId"
    WHERE c."committeeId" = ${committeeId}::uuid AND c.state = ANY(${states}::"TerminationState"[])`;
};

/** The office enters the committee's decision and files it; its head need not be asked for either. */
export function pendingTerminations(actor: Actor): Pending[] {
  if (actor.role !== "OFFICE") return [];
  return [
    { kind: "termination.decide", name: "登记党委对资格终止的决定", page, rows: waitingFor(actor.committeeId, "decideYes") },
    { kind: "termination.file", name: "资格终止报上一级党委备案", page, rows: waitingFor(actor.committeeId, "file") },
  ];
}
