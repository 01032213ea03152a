// The office issues certificates of trainings for the whole committee and takes them to print; a delegate has the own.
// Whoever may know of a participation may know of what it led to.
import { participationsVisibleTo } from "@/lib/activities/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";

export type CertificateAct = "issue" | "take";

export const may = (actor: Actor, _act: CertificateAct, of: { committeeId: string }): boolean => actor.committeeId === of.committeeId && (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD");

export const visibleTo = (actor: Actor): Prisma.CertificateWhereInput => ({ committeeId: actor.committeeId ?? "", participation: participationsVisibleTo(actor) });
