import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { ParticipationState } from "@/prisma/client/enums";
import { participationsVisibleTo } from "./policy";

/** Whoever may still come stands on the papers of an activity. */
const ON_PAPER: ParticipationState[] = ["INVITED", "ACCEPTED", "NO_RESPONSE", "LEAVE_REQUESTED", "LEAVE_GRANTED"];

/** A congress several times over. */
const MOST = 3000;

/** Those on the list of an activity that may come, by delegation in the order of the roster. */
export async function listForPaper(actor: Actor, activityId: string) {
  const rows = await db().participation.findMany({
    where: { AND: [participationsVisibleTo(actor), { activityId, state: { in: ON_PAPER } }] }, take: MOST,
    orderBy: [{ delegate: { delegation: { position: "asc" } } }, { delegate: { sortOrder: "asc" } }, { id: "asc" }],
    select: { id: true, state: true, unit: { select: { name: true } }, delegate: { select: { employer: true, position: true, person: { select: { name: true, sex: true } }, delegation: { select: { name: true } } } } },
  });
  return rows.map(({ id, state, unit, delegate: d }) => ({ id, state, name: d.person.name, sex: d.person.sex, post: [d.employer, d.position].filter(Boolean).join(""), delegation: d.delegation.name, unit: unit.name }));
}

export type OnPaper = Awaited<ReturnType<typeof listForPaper>>[number];
