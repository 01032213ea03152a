import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { Prisma } from "@/prisma/client/client";
import { rules, type Rule } from "./catalogue";
import { WHOLE } from "./labels";
import { may } from "./policy";

/** Settings of a rule of two persons that another head of the office has to confirm or turn down. */
export function pendingRules(actor: AccountActor): Pending[] {
  if (!may(actor, "confirm", { committeeId: actor.committeeId })) return [];
  const names = Prisma.join(rules.filter((rule: Rule) => rule.two).map(({ key, name }) => Prisma.sql`(${key}, ${name})`));
  const rows = Prisma.sql`
    SELECT s.id, n.name AS title, coalesce(u.name, ${WHOLE}) AS note, s."enteredAt" AS since
    FROM "RuleSetting" s JOIN (VALUES ${names}) n(key, name) ON n.key = s.key LEFT JOIN "Unit" u ON u.id = s."unitId"
    WHERE s."committeeId" = ${actor.committeeId}::uuid AND s.state = 'PROPOSED' AND s."enteredById" IS DISTINCT FROM ${actor.accountId}::uuid`;
  return [{ kind: "rule.confirm", name: "确认改设的规则", page: () => "/manage/rules", rows }];
}
