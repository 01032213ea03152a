import pg from "pg";
import { demoDatabase } from "./demo-database";

/** Moves an activity so many days back with its sessions, as if it had been planned for then: none can be published once it has begun. */
export async function daysAgo(activityId: string, days: number): Promise<void> {
  const client = new pg.Client({ connectionString: demoDatabase().owner });
  await client.connect();
  for (const [table, key] of [["ActivitySession", "activityId"], ["Activity", "id"]] as const) {
    await client.query(`UPDATE "${table}" SET "startsAt" = "startsAt" - $2::int * interval '1 day', "endsAt" = "endsAt" - $2::int * interval '1 day' WHERE "${key}" = $1`, [activityId, days]);
  }
  await client.end();
}
