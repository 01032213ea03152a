import { v7 as newId } from "uuid";
import { ownerQuery } from "../support/database";
import type { House } from "../support/roster";

/** What a delegate said after a meeting, handed to a unit that has not answered yet. */
export async function opinionOf(house: House, activityId: string, delegate: { id: string }, targetId: string): Promise<string> {
  const id = newId();
  await ownerQuery(
    `INSERT INTO "Opinion" (id, "committeeId", "termId", "activityId", "delegateId", "unitId", kind, state, content, "authorName", "targetId", "handedTo", "handedAt", "updatedAt")
     SELECT $1, d."committeeId", d."termId", $2, d.id, d."unitId", 'OPINION', 'HANDED', '请给矩阵村的村口装路灯', '矩阵代表', u.id, u.name, now(), now() FROM "Delegate" d, "Unit" u WHERE d.id = $3 AND u.id = $4 AND u."committeeId" = $5`,
    [id, activityId, delegate.id, targetId, house.id],
  );
  return id;
}
