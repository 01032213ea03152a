// What moving many delegates at once does to each of them, told before it is done (interface.md 1.2.3).
import type { BatchOutcome, DelegateStatus } from "@/prisma/client/enums";
import { onRegister } from "./flow";

/** Where a mandate stands. */
export type Places = { delegationId: string; groupId: string | null; unitId: string };
export type Placed = Places & { id: string; name: string; version: number; status: DelegateStatus };

/** Where they shall stand; what is left out stays. A group of null takes them out of every group. */
export type MoveTarget = { delegationId?: string; groupId?: string | null; unitId?: string };

/** The delegation each group of the term stands in; null for a group across all. */
export type GroupHomes = ReadonlyMap<string, string | null>;

export type Moved = { row: Placed; outcome: BatchOutcome; after: Places };

const fits = (homes: GroupHomes, groupId: string, delegationId: string): boolean => {
  const home = homes.get(groupId);
  return home === null || home === delegationId;
};

/** A group stays while it goes with the delegation; a group of the old delegation is left. */
const groupAfter = (row: Placed, target: MoveTarget, delegationId: string, homes: GroupHomes): string | null => {
  if (target.groupId !== undefined) return target.groupId;
  return row.groupId && fits(homes, row.groupId, delegationId) ? row.groupId : null;
};

/** One delegate: left the register, asked into a group of another delegation, already there, or to be moved. */
function planOne(row: Placed, target: MoveTarget, homes: GroupHomes): Moved {
  const before: Places = { delegationId: row.delegationId, groupId: row.groupId, unitId: row.unitId };
  if (!onRegister.includes(row.status)) return { row, outcome: "LEFT", after: before };
  const delegationId = target.delegationId ?? row.delegationId;
  if (target.groupId && !fits(homes, target.groupId, delegationId)) return { row, outcome: "ELSEWHERE", after: before };
  const after: Places = { delegationId, groupId: groupAfter(row, target, delegationId, homes), unitId: target.unitId ?? row.unitId };
  const same = after.delegationId === before.delegationId && after.groupId === before.groupId && after.unitId === before.unitId;
  return { row, outcome: same ? "SAME" : "DONE", after };
}

/** What becomes of everybody in the list, in its order. */
export const planMove = (rows: readonly Placed[], target: MoveTarget, homes: GroupHomes): Moved[] => rows.map((row) => planOne(row, target, homes));
