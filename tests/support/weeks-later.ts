import pg from "pg";
import { PgBoss } from "pg-boss";
import { demoDatabase } from "./demo-database";

/** Moves every day of the open clock of one subject back by so many days, as if all of it had begun earlier. */
export async function weeksAgo(subjectId: string, days: number): Promise<void> {
  const client = new pg.Client({ connectionString: demoDatabase().owner });
  await client.connect();
  await client.query(`UPDATE "Deadline" SET "startedOn" = "startedOn" - $2::int, "firstDueOn" = "firstDueOn" - $2::int, "dueOn" = "dueOn" - $2::int, "nextOn" = "nextOn" - $2::int WHERE "subjectId" = $1 AND "closedOn" IS NULL`, [subjectId, days]);
  await client.end();
}

/** Has the scheduler of clocks look now instead of within five minutes. */
export async function lookAtClocks(): Promise<void> {
  const boss = new PgBoss({ connectionString: demoDatabase().app, migrate: false, createSchema: false, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.send("deadlines", {}, { expireInSeconds: 120 });
  await boss.stop({ graceful: false });
}
