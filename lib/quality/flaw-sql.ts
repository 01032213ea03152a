import "server-only";
import { visibleSql } from "@/lib/delegates/scope-sql";
import type { Actor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { Prisma } from "@/prisma/client/client";
import { flawGroups, type Flaw } from "./labels";

const sql = Prisma.sql;

/** The term looked at, the unit that stands for "not filled in", and the day its congress opened. */
export type Ground = { committeeId: string; termId: string; rootUnitId: string; opensOn: string };

const monthOf = (day: string, yearsBefore: number) => `${Number(day.slice(0, 4)) - yearsBefore}-${day.slice(5, 7)}`;

/** Two persons of a committee whom the office found to be two. */
const apart = sql`EXISTS (SELECT 1 FROM "PersonDistinction" x WHERE x."lowId" = least(p.id, q.id) AND x."highId" = greatest(p.id, q.id))`;

/** Another person `q` like `p`: the pairs both lists of likenesses are made of. */
export const alike = {
  sameName: sql`q."committeeId" = p."committeeId" AND q.name = p.name AND q."birthMonth" = p."birthMonth" AND q.id <> p.id AND NOT ${apart}`,
  sameMobile: sql`q."committeeId" = p."committeeId" AND q."mobileIndex" = p."mobileIndex" AND q.id <> p.id AND NOT ${apart}`,
};

/** Persons with a like, found from the values that stand twice in an index instead of one person after the other. */
const twins = (at: Ground, kind: keyof typeof alike, keys: Prisma.Sql, same: Prisma.Sql) => sql`p.id IN (
  SELECT p.id FROM (SELECT ${keys} FROM "Person" k WHERE k."committeeId" = ${at.committeeId}::uuid GROUP BY ${keys} HAVING count(*) > 1 OFFSET 0) k
  JOIN LATERAL (SELECT * FROM "Person" p WHERE p."committeeId" = ${at.committeeId}::uuid AND ${same} OFFSET 0) p ON true
  WHERE EXISTS (SELECT 1 FROM "Person" q WHERE ${alike[kind]} OFFSET 0))`;

const electedAt = (at: Ground) => sql`coalesce(d."electedOn", ${at.opensOn}::date)`;

/**
 * Under 18 by month when elected. Whoever was elected within two years before the opening, or later, is then younger
 * than twenty on that day, and anybody elected earlier is rare: two short walks instead of everybody.
 */
const electedMinor = (at: Ground) => sql`d.id IN (
  SELECT d.id FROM "Person" p JOIN "Delegate" d ON d."personId" = p.id
  WHERE p."committeeId" = ${at.committeeId}::uuid AND p."birthMonth" > ${monthOf(at.opensOn, 20)} AND d."termId" = ${at.termId}::uuid
    AND p."birthMonth" > to_char(${electedAt(at)} - interval '18 years', 'YYYY-MM')
  UNION ALL
  SELECT d.id FROM "Delegate" d JOIN "Person" p ON p.id = d."personId"
  WHERE d."committeeId" = ${at.committeeId}::uuid AND d."termId" = ${at.termId}::uuid AND d."electedOn" < ${`${monthOf(at.opensOn, 2)}-01`}::date
    AND p."birthMonth" <= ${monthOf(at.opensOn, 20)} AND p."birthMonth" > to_char(d."electedOn" - interval '18 years', 'YYYY-MM'))`;

/** When a delegate `d` with its person `p` bears a flaw; words are those of the partial indexes. */
const conditions: Record<Flaw, (at: Ground) => Prisma.Sql> = {
  unit: (at) => sql`d."unitId" = ${at.rootUnitId}::uuid`,
  category: () => sql`d."primaryCategory" IS NULL`,
  sex: () => sql`p.sex IS NULL`,
  ethnicity: () => sql`p.ethnicity IS NULL`,
  idNumber: () => sql`p."idNumberIndex" IS NULL`,
  mobile: () => sql`p."mobileIndex" IS NULL`,
  joinedPartyOn: () => sql`p."joinedPartyOn" IS NULL`,
  education: () => sql`d.education IS NULL`,
  position: () => sql`d.position IS NULL`,
  photo: () => sql`p."photoAt" IS NULL`,
  unconfirmed: () => sql`NOT EXISTS (SELECT 1 FROM "OwnConfirmation" o WHERE o."delegateId" = d.id AND o.year = ${Number(today().slice(0, 4))})`,
  idBirth: () => sql`p."idBirthMonth" <> p."birthMonth"`,
  idSex: () => sql`p."idSex" <> p.sex`,
  joinedMinor: () => sql`left(p."joinedPartyOn", 7) < ((left(p."birthMonth", 4)::int + 18)::text || right(p."birthMonth", 3))`,
  electedMinor,
  sameName: (at) => twins(at, "sameName", sql`k.name, k."birthMonth"`, sql`p.name = k.name AND p."birthMonth" = k."birthMonth"`),
  sameMobile: (at) => twins(at, "sameMobile", sql`k."mobileIndex"`, sql`p."mobileIndex" = k."mobileIndex"`),
};

const ofMandate: readonly Flaw[] = ["unit", "category", "education", "position", "unconfirmed"];
/** The planner takes any two columns to differ in most rows; here they rarely do, so the person is found first. */
const ofFewPersons: readonly Flaw[] = ["idBirth", "idSex", "joinedMinor"];

/** Delegates looked at: on the register, and in a former term those who stayed to its end. */
const standing = sql`d.status IN ('PENDING_REVIEW', 'ACTIVE', 'SUSPENDED', 'TERM_ENDED')`;

/** FROM and WHERE over the delegates of a term that the actor may see and whose records are to be in order. */
export const checkedSql = (actor: Actor, at: Ground): Prisma.Sql => sql`FROM "Delegate" d WHERE d."termId" = ${at.termId}::uuid AND ${visibleSql(actor)} AND ${standing}`;

/** The same, of those with one flaw: what a figure counts and its list shows. */
export function flawedSql(actor: Actor, kind: Flaw, at: Ground): Prisma.Sql {
  const [mandate, flawed] = [sql`d."termId" = ${at.termId}::uuid AND ${visibleSql(actor)} AND ${standing}`, conditions[kind](at)];
  if (ofMandate.includes(kind)) return sql`FROM "Delegate" d WHERE ${mandate} AND ${flawed}`;
  if (!ofFewPersons.includes(kind)) return sql`FROM "Delegate" d JOIN "Person" p ON p.id = d."personId" AND p."committeeId" = ${at.committeeId}::uuid WHERE ${mandate} AND ${flawed}`;
  return sql`FROM (SELECT p.id FROM "Person" p WHERE p."committeeId" = ${at.committeeId}::uuid AND ${flawed} OFFSET 0) p
    JOIN LATERAL (SELECT * FROM "Delegate" d WHERE d."personId" = p.id AND d."termId" = ${at.termId}::uuid OFFSET 0) d ON ${visibleSql(actor)} AND ${standing}`;
}

/** Ids in the order of the register. Few bear a contradiction or a likeness: these are found first and then put in order; of what is missing the register itself is walked. */
export const pageSql = (actor: Actor, kind: Flaw, at: Ground, page: { take: number; skip: number }): Prisma.Sql => sql`
  WITH flawed AS ${(flawGroups.missing as readonly Flaw[]).includes(kind) ? sql`NOT MATERIALIZED` : sql`MATERIALIZED`} (SELECT d.id, d."strokeKey" ${flawedSql(actor, kind, at)})
  SELECT id FROM flawed ORDER BY "strokeKey", id LIMIT ${page.take} OFFSET ${page.skip}`;

/** Units below the committee with delegates to look after, and neither they nor a unit above with a liaison who can sign in. */
export const unwatchedSql = (at: Ground): Prisma.Sql => sql`
  FROM "Unit" u WHERE u."committeeId" = ${at.committeeId}::uuid AND u."parentId" IS NOT NULL
    AND EXISTS (SELECT 1 FROM "Delegate" d WHERE d."committeeId" = ${at.committeeId}::uuid AND d."termId" = ${at.termId}::uuid AND d."unitId" = u.id AND ${standing})
    AND NOT EXISTS (SELECT 1 FROM "Grant" g JOIN "Account" a ON a.id = g."accountId" AND a."disabledAt" IS NULL JOIN "Unit" w ON w.id = g."unitId"
      WHERE g."committeeId" = ${at.committeeId}::uuid AND g.role = 'UNIT_LIAISON' AND starts_with(u.path, w.path))`;

/** How many delegates of a unit are to be looked after. */
export const headsOf = (at: Ground): Prisma.Sql => sql`(SELECT count(*)::int FROM "Delegate" d WHERE d."committeeId" = ${at.committeeId}::uuid AND d."termId" = ${at.termId}::uuid AND d."unitId" = u.id AND ${standing})`;
