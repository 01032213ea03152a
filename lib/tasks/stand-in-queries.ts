import "server-only";
import { cache } from "react";
import type { AccountActor } from "@/lib/platform/actor";
import { actorsStoodInFor } from "@/lib/platform/session";
import { listTaskGroups, type TaskGroup } from "./queries";

export type StandIn = { grantId: string; forName: string; groups: TaskGroup[]; total: number };

/** What the present role reaches anyway is not told a second time. */
const covered = (actor: AccountActor, by: AccountActor): boolean => actor.role === by.role && (by.unitId === null || (actor.unitId !== null && by.unitIds.includes(actor.unitId)));

/** What waits in the seats the account stands in for, each under the name of the one away; asked once per request. */
export const listStandIns = cache(async (actor: AccountActor): Promise<StandIn[]> => {
  const others = (await actorsStoodInFor()).filter((one) => !covered(one.actor, actor));
  const all = await Promise.all(others.map(async ({ actor: other, forName }) => ({ grantId: other.grantId, forName, groups: await listTaskGroups(other) })));
  return all.flatMap((one) => {
    const total = one.groups.reduce((sum, group) => sum + group.total, 0);
    return total > 0 ? [{ ...one, total }] : [];
  });
});
