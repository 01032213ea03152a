import "server-only";
import { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";
import { educationBands } from "@/lib/platform/codes/education";
import type { Scope } from "@/lib/delegates/labels";
import { heldOnSql, statusOnSql } from "@/lib/delegates/as-of";
import { visibleSql } from "@/lib/delegates/scope-sql";
import { parts, type Part } from "./figures";

const sql = Prisma.sql;

const schooled = (band: keyof typeof educationBands) => sql`f.education = ANY(${[...educationBands[band].codes]}::text[])`;
const flagged = (flag: string) => sql`${flag}::"DelegateFlag" = ANY(f.flags)`;

/** When a row of facts belongs to a part; the same conditions as the roster's filters, held together by a test. */
const conditions: Record<Part, Prisma.Sql> = {
  total: sql`true`,
  "category:LEADING_CADRE": sql`f.category = 'LEADING_CADRE'`,
  "category:PROFESSIONAL": sql`f.category = 'PROFESSIONAL'`,
  "category:MODEL": sql`f.category = 'MODEL'`,
  "category:MILITARY": sql`f.category = 'MILITARY'`,
  "category:none": sql`f.category IS NULL`,
  "sex:2": sql`f.sex = '2'`,
  "sex:1": sql`f.sex = '1'`,
  "sex:none": sql`f.sex IS NULL`,
  "ethnicity:01": sql`f.ethnicity = '01'`,
  "ethnicity:minority": sql`f.ethnicity <> '01'`,
  "ethnicity:none": sql`f.ethnicity IS NULL`,
  "age:0-35": sql`f.age <= 35`,
  "age:36-45": sql`f.age BETWEEN 36 AND 45`,
  "age:46-50": sql`f.age BETWEEN 46 AND 50`,
  "age:51-55": sql`f.age BETWEEN 51 AND 55`,
  "age:56-60": sql`f.age BETWEEN 56 AND 60`,
  "age:61-": sql`f.age >= 61`,
  "education:POSTGRADUATE": schooled("POSTGRADUATE"),
  "education:UNDERGRADUATE": schooled("UNDERGRADUATE"),
  "education:JUNIOR_COLLEGE": schooled("JUNIOR_COLLEGE"),
  "education:SECONDARY": schooled("SECONDARY"),
  "education:JUNIOR_MIDDLE": schooled("JUNIOR_MIDDLE"),
  "education:PRIMARY": schooled("PRIMARY"),
  "education:OTHER": schooled("OTHER"),
  "education:none": sql`f.education IS NULL`,
  "flag:FRONTLINE": flagged("FRONTLINE"),
  "flag:WORKER": flagged("WORKER"),
  "flag:FARMER": flagged("FARMER"),
  "flag:NEW_ORGANIZATION": flagged("NEW_ORGANIZATION"),
  "flag:RETIRED": flagged("RETIRED"),
  "flag:RETURNED_OVERSEAS": flagged("RETURNED_OVERSEAS"),
};

const scopes: Record<Scope, Prisma.Sql> = {
  register: sql`IN ('PENDING_REVIEW', 'ACTIVE', 'SUSPENDED')`,
  active: sql`= 'ACTIVE'`,
  elected: sql`<> 'INVALID'`,
};

const standing = ({ asOf, scope }: { asOf: string | null; scope: Scope }) => (asOf === null ? sql`d.status ${scopes[scope]}` : statusOnSql(asOf, sql`s."toStatus" ${scopes[scope]}`));

/** The mandate as it stood: of the past row that held on the day, else of the present one. */
const mandate = sql`
  CASE WHEN h.id IS NULL THEN d."delegationId" ELSE h."delegationId" END AS "delegationId", h."delegationName",
  CASE WHEN h.id IS NULL THEN d."unitId" ELSE h."unitId" END AS "unitId", h."unitName",
  CASE WHEN h.id IS NULL THEN d."primaryCategory" ELSE h."primaryCategory" END AS category,
  CASE WHEN h.id IS NULL THEN d.flags ELSE h.flags END AS flags,
  CASE WHEN h.id IS NULL THEN d.education ELSE h.education END::text AS education`;

const counts = Prisma.join(parts.map((part) => sql`count(*) FILTER (WHERE ${conditions[part]})`));

/**
 * The whole composition as one statement over the delegates the actor may see, now or as the register stood on `asOf`.
 * Months are compared as months: somebody born in the month of `on` has reached the age. The facts are read once and
 * summed twice.
 */
export function countingSql(actor: Actor, of: { termId: string; on: string; asOf: string | null; scope: Scope }): Prisma.Sql {
  const [year, month] = [Number(of.on.slice(0, 4)), Number(of.on.slice(5, 7))];
  return sql`
    WITH facts AS MATERIALIZED (
      SELECT ${mandate}, p.sex, p.ethnicity,
             ${year}::int - left(p."birthMonth", 4)::int - (right(p."birthMonth", 2)::int > ${month}::int)::int AS age
      FROM "Delegate" d JOIN "Person" p ON p.id = d."personId" ${heldOnSql(of.asOf)}
      WHERE d."termId" = ${of.termId}::uuid AND ${visibleSql(actor)} AND ${standing(of)}
    ), groups AS (
      SELECT f."delegationId", f."unitId", ARRAY[${counts}]::int[] AS counts, sum(f.age)::int AS ages, min(f."delegationName") AS delegation, min(f."unitName") AS unit
      FROM facts f GROUP BY f."delegationId", f."unitId"
    )
    SELECT g."delegationId", COALESCE(g.delegation, t.name) AS delegation, t.position AS place, g."unitId", COALESCE(g.unit, u.name) AS unit,
           lpad(u.depth::text, 3, '0') || lpad(u.position::text, 6, '0') || u.path AS "unitPlace", NULL AS ethnicity, g.counts, g.ages
    FROM groups g LEFT JOIN "Delegation" t ON t.id = g."delegationId" LEFT JOIN "Unit" u ON u.id = g."unitId"
    UNION ALL
    SELECT NULL, NULL, NULL, NULL, NULL, NULL, f.ethnicity, ARRAY[count(*)]::int[], 0 FROM facts f GROUP BY f.ethnicity`;
}
