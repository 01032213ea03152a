import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

const owner = (): string => (JSON.parse(readFileSync(path.join(path.dirname(process.env.DEMO_ACCOUNTS_FILE ?? ""), "e2e-database.json"), "utf8")) as { owner: string }).owner;

/** Moves an activity so many days back with its sessions, as if it had been planned for then: none can be published once it has begun. */
export async function daysAgo(activityId: string, days: number): Promise<void> {
  const client = new pg.Client({ connectionString: owner() });
  await client.connect();
  for (const [table, key] of [["ActivitySession", "activityId"], ["Activity", "id"]] as const) {
    await client.query(`UPDATE "${table}" SET "startsAt" = "startsAt" - $2::int * interval '1 day', "endsAt" = "endsAt" - $2::int * interval '1 day' WHERE "${key}" = $1`, [activityId, days]);
  }
  await client.end();
}
