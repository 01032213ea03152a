import { v7 as newId } from "uuid";
import { plantActivity, plantMark, plantParticipations } from "../support/activities-held";
import { ownerQuery } from "../support/database";
import type { House } from "../support/roster";

/** A training a unit has closed, with one delegate who was there throughout and has the certificate of it. */
export async function trainingOf(house: House, unitId: string, delegateId: string, number: number): Promise<{ training: string; certificate: string }> {
  const { id, sessions: [sessionId = ""] } = await plantActivity(house, { state: "ARCHIVED", unitId, sessions: [{ startsAt: new Date("2026-04-16T09:00:00+08:00") }] });
  const [participationId = ""] = await plantParticipations(house, id, [delegateId]);
  await plantMark(house, { activityId: id, sessionId, participationId, delegateId }, "PRESENT");
  const certificate = newId();
  await ownerQuery(`INSERT INTO "Certificate" (id, "committeeId", "participationId", year, number, hours, "issuedAt", "issuedBy") VALUES ($1, $2, $3, 2026, $4, 4, now(), '沈文清')`, [certificate, house.id, participationId, number]);
  return { training: id, certificate };
}

/** A line of the yearly plan of trainings. */
export async function planLineOf(house: House): Promise<string> {
  const id = newId();
  await ownerQuery(`INSERT INTO "TrainingPlanLine" (id, "committeeId", year, month, topic, form, title, hours, people, "updatedAt") VALUES ($1, $2, 2026, 5, 'TENURE', 'CLASS', '矩阵培训', 8, 20, now())`, [id, house.id]);
  return id;
}
