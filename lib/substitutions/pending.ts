import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";
import { may } from "./policy";

/** Deputies who get a right they do not have, until the security administrator agrees or not. */
export function pendingSubstitutions(actor: AccountActor): Pending[] {
  if (!may(actor, "agree", { committeeId: actor.committeeId })) return [];
  const rows = Prisma.sql`
    SELECT s.id, concat(s."deputyName", '代', s."absentName") AS title, s.scope AS note, s."askedAt" AS since FROM "Substitution" s
    WHERE s."committeeId" = ${actor.committeeId}::uuid AND s.state = 'WAITING' AND ${actor.accountId}::uuid NOT IN (s."absentId", s."deputyId")`;
  return [{ kind: "substitution.agree", name: "同意外出代办", page: () => "/system/grants/waiting", rows }];
}
