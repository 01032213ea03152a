import { v7 as newId } from "uuid";
import { plantActivity, plantParticipations } from "../support/activities-held";
import { ownerQuery } from "../support/database";
import type { House } from "../support/roster";

/** A research a unit has published and that has begun, with one delegate who comes, one stop and what this account saw there. */
export async function researchOf(house: House, unitId: string, delegateId: string, authorId: string): Promise<{ id: string; finding: string }> {
  const { id } = await plantActivity(house, { state: "PUBLISHED", kind: "RESEARCH", title: "矩阵专题调研", unitId, sessions: [{ startsAt: new Date(), minutes: 300 }] });
  await plantParticipations(house, id, [delegateId]);
  const [research, stop, finding] = [newId(), newId(), newId()];
  await ownerQuery(`INSERT INTO "Research" (id, "committeeId", "activityId", "updatedAt") VALUES ($1, $2, $3, now())`, [research, house.id, id]);
  await ownerQuery(`INSERT INTO "ResearchStop" (id, "committeeId", "researchId", position, name, kind) VALUES ($1, $2, $3, 1, '矩阵社区', 'COMMUNITY')`, [stop, house.id, research]);
  await ownerQuery(`INSERT INTO "Finding" (id, "committeeId", "researchId", "stopId", kind, text, "authorId", "authorName", "updatedAt") VALUES ($1, $2, $3, $4, 'ISSUE', '楼道堆放杂物', $5, '矩阵某', now())`, [finding, house.id, research, stop, authorId]);
  return { id, finding };
}
