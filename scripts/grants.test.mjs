import { expect, it } from "vitest";
import { grantStatements } from "./grants.mjs";

const sql = grantStatements('ap"p', "ddb", ["public", "pgboss"], ["AuditEvent", "Other", "_prisma_migrations"]);

it("never grants structure", () => {
  const granted = sql.filter((line) => line.startsWith("GRANT")).join("\n");
  expect(granted).not.toMatch(/CREATE|TRUNCATE|REFERENCES|TRIGGER|ALL PRIVILEGES|GRANT ALL/);
});

it("lets the audit trail only grow, after every wider grant", () => {
  const at = sql.indexOf('REVOKE ALL ON public."AuditEvent" FROM "ap""p"');
  expect(sql[at + 1]).toBe('GRANT SELECT, INSERT ON public."AuditEvent" TO "ap""p"');
  expect(at).toBeGreaterThan(sql.findLastIndex((line) => line.includes("ON ALL TABLES")));
});

it("lets the record of migrations only be read", () => expect(sql).toContain('GRANT SELECT ON public."_prisma_migrations" TO "ap""p"'));

it("serves both schemas and names no table that is absent", () => {
  expect(sql.filter((line) => line.includes("IN SCHEMA pgboss"))).toHaveLength(4);
  expect(grantStatements("app", "ddb", ["public"], []).join()).not.toContain("AuditEvent");
});
