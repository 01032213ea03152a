import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enqueue, stopJobs, work } from "@/lib/platform/jobs";
import { ownerQuery, useDatabase } from "../support/database";

let app: pg.Client;

beforeAll(async () => {
  app = new pg.Client({ connectionString: (await useDatabase()).url });
  await app.connect();
});
afterAll(() => app.end());

describe("the role the program runs as", () => {
  it.each([
    ['UPDATE "AuditEvent" SET verb = verb', /permission denied/],
    ['DELETE FROM "AuditEvent"', /permission denied/],
    ['TRUNCATE "AuditEvent"', /permission denied/],
    ['TRUNCATE "RateLimit"', /permission denied/],
    ['DROP TABLE "RateLimit"', /must be owner/],
    ['ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL', /must be owner/],
    ["CREATE TABLE probe (a int)", /permission denied/],
    ["CREATE TEMPORARY TABLE probe (a int)", /permission denied/],
    ["CREATE TABLE pgboss.probe (a int)", /permission denied/],
    ["CREATE SCHEMA probe", /permission denied/],
    ['DELETE FROM "_prisma_migrations"', /permission denied/],
    ["SET ROLE dangdaibiao_owner", /permission denied/],
    ["COPY (SELECT 1) TO PROGRAM 'true'", /permission denied/],
  ])("may not %s", (sql, reason) => expect(app.query(sql)).rejects.toThrow(reason));

  it("reads and writes the rows of every other table", async () => {
    const tables = await ownerQuery<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('AuditEvent', '_prisma_migrations')");
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) {
      const { rows } = await app.query("SELECT has_table_privilege($1, 'SELECT') AND has_table_privilege($1, 'INSERT') AND has_table_privilege($1, 'UPDATE') AND has_table_privilege($1, 'DELETE') AS all", [`public."${name}"`]);
      expect(rows, name).toEqual([{ all: true }]);
    }
  });

  it("appends to the audit trail and reads it", async () => {
    await app.query(`INSERT INTO "AuditEvent" ("actorName", role, verb, "targetType", outcome, "requestId") VALUES ('测试', 'SYSTEM', 'probe.append', 'Probe', 'DONE', 'probe')`);
    const { rows } = await app.query("SELECT \"actorName\" FROM \"AuditEvent\" WHERE verb = 'probe.append'");
    expect(rows).toEqual([{ actorName: "测试" }]);
  });

  it("makes a queue, puts a job in it and works it", async () => {
    const done = new Promise<Record<string, string>>((resolve) => {
      void work("probe", async (data) => resolve(data)).then(() => enqueue("probe", { id: "1" }, "1"));
    });
    expect(await done).toEqual({ id: "1" });
    await stopJobs();
  });
});
