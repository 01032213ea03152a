import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { visibleTo } from "./policy";

const told = { id: true, statusEventId: true, terminationId: true, fileName: true, size: true, accountName: true, uploadedAt: true } as const;
const oldestFirst = [{ uploadedAt: "asc" as const }, { id: "asc" as const }];

const inWords = <R extends { uploadedAt: Date }>({ uploadedAt, ...row }: R) => ({ ...row, at: formatInstant(uploadedAt) });

/** The papers behind every status of one delegate, the oldest first; at most ten for each of some dozen. */
export async function listPapersOf(actor: Actor, delegateId: string) {
  return (await db().paper.findMany({ where: { AND: [visibleTo(actor), { statusEvent: { delegateId } }] }, select: told, orderBy: oldestFirst, take: 500 })).map(inWords);
}

/** The papers of a termination case, the oldest first. */
export async function listCasePapers(actor: Actor, terminationId: string) {
  return (await db().paper.findMany({ where: { AND: [visibleTo(actor), { terminationId }] }, select: told, orderBy: oldestFirst, take: 50 })).map(inWords);
}

export type PaperRow = Awaited<ReturnType<typeof listPapersOf>>[number];

/** How many papers are behind the statuses of one delegate. */
export const countPapersOf = (actor: Actor, delegateId: string): Promise<number> => db().paper.count({ where: { AND: [visibleTo(actor), { statusEvent: { delegateId } }] } });
