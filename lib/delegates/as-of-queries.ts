import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { IsoDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import type { DelegateStatus } from "@/prisma/client/enums";
import { heldOn, statusOn } from "./as-of";

const past = {
  delegateId: true, unitId: true, unitName: true, delegationName: true, groupName: true, delegateNo: true, primaryCategory: true, flags: true, education: true, degree: true,
  school: true, employer: true, position: true, rank: true, professionalTitle: true,
} satisfies Prisma.DelegatePastSelect;

type Mandate = { id: string; status: DelegateStatus; delegation: { name: string }; group: { name: string } | null; unit: { name: string } };

/** Rows the actor was given, as they stood on a day, in two statements; unchanged without a day. */
export async function asOfDay<T extends Mandate>(actor: Actor, rows: T[], on: IsoDate | null): Promise<T[]> {
  if (on === null || rows.length === 0) return rows;
  const ids = { committeeId: actor.committeeId ?? "", delegateId: { in: rows.map((row) => row.id) } };
  const [statuses, pasts] = await Promise.all([
    db().delegateStatusEvent.findMany({ where: { ...ids, ...statusOn(on) }, select: { delegateId: true, toStatus: true } }),
    db().delegatePast.findMany({ where: { ...ids, ...heldOn(on) }, select: past }),
  ]);
  const statusOf = new Map(statuses.map((s) => [s.delegateId, s.toStatus]));
  const pastOf = new Map(pasts.map((p) => [p.delegateId, p]));
  return rows.map((row) => {
    const status = statusOf.get(row.id) ?? row.status;
    const held = pastOf.get(row.id);
    if (!held) return { ...row, status };
    const { delegateId: _, unitId, unitName, delegationName, groupName, ...facts } = held;
    return { ...row, ...facts, status, unit: { ...row.unit, ...("id" in row.unit ? { id: unitId } : {}), name: unitName }, delegation: { name: delegationName }, group: groupName === null ? null : { name: groupName } };
  });
}
