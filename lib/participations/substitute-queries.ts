import "server-only";
import { visibleTo as delegatesVisibleTo } from "@/lib/delegates/policy";
import { may as mayActivity } from "@/lib/activities/policy";
import type { Actor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import type { ParticipationState } from "@/prisma/client/enums";
import { meetingsOf } from "./invite-queries";
import type { ParticipationRecord } from "./queries";

/** Whose place somebody else may be called for. */
export const replaceable: ParticipationState[] = ["DECLINED", "NO_RESPONSE", "LEAVE_GRANTED"];
/** A substitute who is out again is none. */
export const outAgain: ParticipationState[] = ["DECLINED", "CANCELLED", "WITHDRAWN", "NO_RESPONSE", "LEAVE_GRANTED"];

const MOST = 100;

const chosen = { id: true, personId: true, unitId: true, flags: true, groupId: true, delegationId: true, person: { select: { name: true } }, delegation: { select: { name: true } }, unit: { select: { name: true } } } satisfies Prisma.DelegateSelect;

/**
 * Whom the picker would call instead: in office, on no list of this activity; first of the same group, then of the same
 * unit, then of the same delegation, then anybody; among these the front line first, and who was at no meeting this term
 * (domain 2.4). Null where the place cannot be filled: not an invitation, begun, filled already, or nobody is left.
 */
export async function suggestSubstitute(actor: Actor, of: ParticipationRecord) {
  const { activity } = of;
  if (!mayActivity(actor, "invite", { committeeId: of.committeeId, unitId: activity.unitId }) || activity.entry !== "INVITATION" || activity.state !== "PUBLISHED" || activity.startsAt <= now() || !replaceable.includes(of.state)) return null;
  if (await db().participation.count({ where: { committeeId: of.committeeId, substituteForId: of.id, state: { notIn: outAgain } } })) return null;
  const left = await db().delegate.findUnique({ where: { id: of.delegateId }, select: { groupId: true, unitId: true, delegationId: true } });
  const free: Prisma.DelegateWhereInput = { AND: [delegatesVisibleTo(actor), { termId: activity.termId, status: "ACTIVE", participations: { none: { activityId: activity.id } } }] };
  const near: { why: string; where: Prisma.DelegateWhereInput }[] = [
    ...(left?.groupId ? [{ why: "同一小组", where: { groupId: left.groupId } }] : []), ...(left ? [{ why: "同一选举单位", where: { unitId: left.unitId } }, { why: "同一代表团", where: { delegationId: left.delegationId } }] : []), { why: "在任代表", where: {} },
  ];
  for (const { why, where } of near) {
    const rows = await db().delegate.findMany({ where: { AND: [free, where] }, select: chosen, orderBy: [{ strokeKey: "asc" }, { id: "asc" }], take: MOST });
    if (rows.length === 0) continue;
    const met = await meetingsOf(actor, rows.map((d) => d.id));
    const rank = (d: (typeof rows)[number]) => (d.flags.includes("FRONTLINE") ? 0 : 2) + (met.has(d.id) ? 1 : 0);
    const [first] = rows.map((d, n) => ({ d, n })).sort((a, b) => rank(a.d) - rank(b.d) || a.n - b.n);
    if (!first) continue;
    const { id, personId, unitId, person, delegation, unit, flags } = first.d;
    return { id, personId, unitId, name: person.name, delegation: delegation.name, unitName: unit.name, why: [why, ...(flags.includes("FRONTLINE") ? ["生产和工作一线"] : []), met.has(id) ? "" : "本届未列席过"].filter(Boolean).join("，") };
  }
  return null;
}

export type Suggested = NonNullable<Awaited<ReturnType<typeof suggestSubstitute>>>;
