import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";

const addresses = (): { owner: string; app: string } => JSON.parse(readFileSync(path.join(path.dirname(process.env.DEMO_ACCOUNTS_FILE ?? ""), "e2e-database.json"), "utf8"));

/** Moves every day of the open clock of one subject back by so many days, as if all of it had begun earlier. */
export async function weeksAgo(subjectId: string, days: number): Promise<void> {
  const client = new pg.Client({ connectionString: addresses().owner });
  await client.connect();
  await client.query(`UPDATE "Deadline" SET "startedOn" = "startedOn" - $2::int, "firstDueOn" = "firstDueOn" - $2::int, "dueOn" = "dueOn" - $2::int, "nextOn" = "nextOn" - $2::int WHERE "subjectId" = $1 AND "closedOn" IS NULL`, [subjectId, days]);
  await client.end();
}

/** Has the scheduler of clocks look now instead of within five minutes. */
export async function lookAtClocks(): Promise<void> {
  const boss = new PgBoss({ connectionString: addresses().app, migrate: false, createSchema: false, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.send("deadlines", {}, { expireInSeconds: 120 });
  await boss.stop({ graceful: false });
}
