// Who writes notices and to whom. The office writes to everybody of its committee, a liaison to the delegates of the own
// units and to nobody else. A draft is its writer's own; what is sent is read by its writer, and what the office sent by
// the whole office. Files go with the letter: its readers take them, and whoever may read the letter itself.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { Role } from "@/prisma/client/enums";
import type { Reach } from "./schema";

export const OFFICE: Role[] = ["OFFICE", "OFFICE_HEAD"];

const isOffice = (actor: Actor): boolean => actor.role === "OFFICE" || actor.role === "OFFICE_HEAD";
const writes = (actor: Actor): boolean => isOffice(actor) || actor.role === "UNIT_LIAISON";

export type LetterAct = "write" | "revise" | "remind";
type Facts = { committeeId: string; accountId?: string; role?: Role };

/** `remind` is for the writer, and for the office where the office wrote. */
export function may(actor: Actor, act: LetterAct, of: Facts): boolean {
  if (!writes(actor) || actor.committeeId !== of.committeeId) return false;
  if (act === "write") return true;
  if (actor.accountId === of.accountId) return true;
  return act === "remind" && isOffice(actor) && of.role !== undefined && OFFICE.includes(of.role);
}

/** Delegates are cut to the own units by the roster itself; every other kind of reader is the office's to write to. */
export const mayReach = (actor: Actor, { liaisons, handling, colleagues }: Reach): boolean => isOffice(actor) || liaisons.length + handling.length + colleagues.length === 0;

export function visibleTo(actor: Actor): Prisma.LetterWhereInput {
  if (!writes(actor) || actor.accountId === null) return { id: { in: [] } };
  const office: Prisma.LetterWhereInput[] = isOffice(actor) ? [{ sentAt: { not: null }, role: { in: OFFICE } }] : [];
  return { committeeId: actor.committeeId ?? "", OR: [{ accountId: actor.accountId }, ...office] };
}

export function filesVisibleTo(actor: Actor): Prisma.DispatchFileWhereInput {
  if (actor.accountId === null) return { id: { in: [] } };
  return { OR: [{ dispatch: { messages: { some: { accountId: actor.accountId } } } }, { letter: visibleTo(actor) }] };
}
