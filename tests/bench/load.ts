// Fills a migrated database with a congress of HEADS delegates: places and accounts through the services, people by the owner in parts.
import pg from "pg";
import { v7 as newId } from "uuid";
import * as accounts from "@/lib/accounts/service";
import { found } from "@/lib/committees/service";
import { setTarget } from "@/lib/compositions/service";
import { mandateColumns, personColumns } from "@/lib/delegates/written";
import { give } from "@/lib/grants/service";
import type { SystemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { addDelegation, addGroup, makeCurrent, openTerm } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import type { Role } from "@/prisma/client/enums";
import { targets } from "../../prisma/seed/district";
import { Dice } from "./dice";
import { mandateAt, writtenAt } from "./people";

const PART = 2000;
const UNITS = 200;
const UNITS_A_DELEGATION = 5;

type Place = { unitId: string; delegationId: string; groupId: string };
type House = { actor: SystemActor; termId: string; liaisonUnit: string; places: Place[] };

/** One large unit with a quarter of all below it, the others with nine each. Returns the units in order, the large one first. */
async function makeUnits(actor: SystemActor, rootId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  const add = async (parentId: string, name: string) => {
    const id = await establish(actor, { parentId, name, kind: "SUBDISTRICT", isElecting: true, isHandling: false, activeFrom: "2016-12-08", basis: null });
    ids.push(id);
    return id;
  };
  for (let parent = 1; ids.length < count; parent += 1) {
    const top = await add(rootId, `第${parent}街道党工委`);
    const below = parent === 1 ? count / 4 - 1 : 9;
    for (let child = 1; child <= below && ids.length < count; child += 1) await add(top, `第${parent}街道第${child}社区党委`);
  }
  return ids;
}

/** A committee with its present term, units, delegations of five units and their two groups each. */
async function makeHouse(name: string, count: number): Promise<House> {
  const actor = await found({ name: `中共望澜市${name}委员会`, shortName: `${name}委`, areaName: name, officeName: `${name}委组织部` });
  const rootId = await establish(actor, { parentId: null, name: `中共${name}委员会`, kind: "PARTY_COMMITTEE", isElecting: false, isHandling: false, activeFrom: "2016-12-08", basis: null });
  const termId = await openTerm(actor, { level: "DISTRICT", ordinal: 5, name: `${name}第五次党代会`, congressFrom: "2021-12-08", congressTo: "2021-12-10", startsOn: "2021-12-08", endsOn: "2026-12-31", ageReferenceOn: "2025-12-31" });
  await makeCurrent(actor, termId, null);
  const units = await makeUnits(actor, rootId, count);
  const places: Place[] = [];
  for (let at = 0; at < count / UNITS_A_DELEGATION; at += 1) {
    const mine = units.slice(at * UNITS_A_DELEGATION, (at + 1) * UNITS_A_DELEGATION);
    const delegationId = await addDelegation(actor, termId, { name: `第${at + 1}代表团`, unitId: mine[0] ?? null });
    const group = (name: string) => addGroup(actor, termId, { name: `第${at + 1}代表团${name}`, delegationId });
    const groups = [await group("第一小组"), await group("第二小组")];
    mine.forEach((unitId, i) => places.push({ unitId, delegationId, groupId: groups[i % 2] ?? "" }));
  }
  return { actor, termId, liaisonUnit: units[0] ?? "", places };
}

/** Who measures: the office and a liaison of the large unit, their first password settled. */
async function makeAccount(actor: SystemActor, username: string, role: Role, unitId: string | null, personId?: string): Promise<void> {
  const { id } = await accounts.create(actor, { username, displayName: { "bench-office": "沈文清", "bench-liaison": "孟帆" }[username] ?? "周澜" });
  const { version } = await db().account.update({ where: { id }, data: { mustChangePassword: false, passwordExpiresAt: null, ...(personId ? { personId } : {}) }, select: { version: true } });
  await give(actor, { accountId: id, version, role, unitId });
}

const STATUSES = [...Array.from({ length: 94 }, () => "ACTIVE"), "SUSPENDED", "PENDING_REVIEW", "CEASED", "CEASED", "TERMINATED", "INVALID"];

/** The rows of one delegate: person, mandate, how it came about, and the audit of that. */
function rowsAt(house: House, at: number, order: number) {
  const place = new Dice(at * 31 + 5).pick(house.places);
  const values = writtenAt(at, mandateAt(at, place, `05-${String(at).padStart(7, "0")}`));
  const [id, personId, { committeeId }] = [newId(), newId(), house.actor];
  const status = new Dice(at * 13 + 3).pick(STATUSES);
  const [createdAt, effectiveOn] = ["2021-12-08T01:00:00Z", "2021-12-08"];
  const event = { committeeId, delegateId: id, effectiveOn, recordedAt: createdAt };
  const audit = { at: createdAt, committeeId, accountId: null, actorName: "系统", role: "SYSTEM", verb: "delegate.import", targetType: "Delegate", targetId: id, targetName: values.person.name, outcome: "DONE", requestId: committeeId };
  return {
    Person: [{ id: personId, committeeId, version: 1, createdAt, ...personColumns(personId, values) }],
    Delegate: [{ id, committeeId, termId: house.termId, personId, status, sortOrder: order, version: 1, createdAt, updatedAt: createdAt, ...mandateColumns(values, place.unitId) }],
    DelegateStatusEvent: [
      { id: newId(), ...event, event: "ELECT", toStatus: "PENDING_REVIEW", ...(status === "PENDING_REVIEW" ? {} : { untilOn: effectiveOn }) },
      ...(status === "PENDING_REVIEW" ? [] : [{ id: newId(), ...event, event: "QUALIFY", fromStatus: "PENDING_REVIEW", toStatus: "ACTIVE", basis: "代表资格审查报告" }]),
    ],
    AuditEvent: [audit],
  };
}

type Rows = ReturnType<typeof rowsAt>;

/** Inserts rows of a table as JSON; the audit numbers its rows itself. */
async function insert(owner: pg.Client, table: keyof Rows, rows: object[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map(pg.escapeIdentifier).join(", ");
  const name = pg.escapeIdentifier(table);
  await owner.query(`INSERT INTO ${name} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`, [JSON.stringify(rows)]);
}

async function fill(owner: pg.Client, house: House, from: number, heads: number): Promise<void> {
  for (let start = from; start < from + heads; start += PART) {
    const part = Array.from({ length: Math.min(PART, from + heads - start) }, (_, i) => rowsAt(house, start + i, start - from + i + 1));
    for (const table of ["Person", "Delegate", "DelegateStatusEvent", "AuditEvent"] as const) await insert(owner, table, part.flatMap((rows): object[] => rows[table]));
  }
}

/** Every tenth delegate stood in another post, delegation and unit until the spring of 2024: what a list of an earlier day has to look up. */
const MOVED = `
  INSERT INTO "DelegatePast" (id, "committeeId", "delegateId", "fromOn", "untilOn", "unitId", "unitName", "delegationId", "delegationName", "delegateNo", "primaryCategory", flags, education, employer, position)
  SELECT gen_random_uuid(), d."committeeId", d.id, '2021-12-08', '2024-03-01', u.id, u.name, t.id, t.name, d."delegateNo", d."primaryCategory", d.flags, d.education, d.employer, '副主任'
  FROM "Delegate" d
  JOIN LATERAL (SELECT o.id, o.name FROM "Delegation" o WHERE o."termId" = d."termId" AND o.id <> d."delegationId" ORDER BY o.position LIMIT 1) t ON true
  JOIN "Unit" u ON u.id = d."unitId" WHERE d."sortOrder" % 10 = 0`;

/** The ordinary unit: as many delegates as a community has, however many there are of all. */
const FEW = 50;

/** Fifty of one delegation go to a unit of their own, and one of them signs in. */
async function makeOrdinary(owner: pg.Client, house: House): Promise<void> {
  const { rows: [place] } = await owner.query(`SELECT "delegationId", "unitId" FROM "Delegate" WHERE "termId" = $1 AND status = 'ACTIVE' ORDER BY "sortOrder" LIMIT 1`, [house.termId]);
  const { rows: [root] } = await owner.query(`SELECT id FROM "Unit" WHERE "committeeId" = $1 AND "parentId" IS NULL`, [house.actor.committeeId]);
  const unitId = await establish(house.actor, { parentId: root.id, name: "寻常社区党委", kind: "COMMUNITY", isElecting: true, isHandling: false, activeFrom: "2016-12-08", basis: null });
  await owner.query(`UPDATE "Delegate" SET "unitId" = $1 WHERE id IN (SELECT id FROM "Delegate" WHERE "termId" = $2 AND "delegationId" = $3 AND status = 'ACTIVE' ORDER BY "sortOrder" LIMIT ${FEW})`, [unitId, house.termId, place.delegationId]);
  const { rows: [own] } = await owner.query(`SELECT "personId" FROM "Delegate" WHERE "unitId" = $1 ORDER BY "sortOrder" LIMIT 1`, [unitId]);
  await makeAccount(house.actor, "bench-ordinary", "UNIT_LIAISON", unitId);
  await makeAccount(house.actor, "bench-delegate", "DELEGATE", null, own.personId);
}

const ACTIVITIES = 2500;
/** Days of the term on which something happens. */
const DAYS = 1800;

/**
 * A term's activities, five lines on lists and twenty records of the ledger for each delegate. The activities are the same
 * in number however many delegates there are, so that a month of the calendar is a month.
 */
const HISTORY = [
  `INSERT INTO "Activity" (id, "committeeId", "termId", "unitId", kind, state, entry, title, place, "startsAt", "endsAt", "authorName", "publishedAt", "heldAt", "closedAt", "updatedAt")
   SELECT gen_random_uuid(), $1, $2, $3, (ARRAY['TRAINING', 'MEETING', 'GROUP'])[1 + n % 3]::"ActivityKind", 'ARCHIVED', 'OBLIGATION', '第' || n || '次活动', '区委党校', t, t + interval '3 hours', '沈文清', t, t, t, t
   FROM generate_series(1, ${ACTIVITIES}) n, LATERAL (SELECT timestamptz '2021-12-10 09:00+08' + (n * ${DAYS} / ${ACTIVITIES}) * interval '1 day' AS t) at`,
  `INSERT INTO "ActivitySession" (id, "committeeId", "activityId", position, "startsAt", "endsAt", hours) SELECT gen_random_uuid(), "committeeId", id, 1, "startsAt", "endsAt", 4 FROM "Activity" WHERE "committeeId" = $1`,
  `INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, hours, "updatedAt")
   SELECT gen_random_uuid(), d."committeeId", a.id, d.id, d."unitId", 'ACCEPTED', 4, a."startsAt"
   FROM (SELECT *, row_number() OVER (ORDER BY "sortOrder", id) AS at FROM "Delegate" WHERE "committeeId" = $1) d, generate_series(0, 4) n,
     LATERAL (SELECT 1 + (d.at * 7 + n * ${ACTIVITIES / 5}) % ${ACTIVITIES} AS k) k JOIN (SELECT *, row_number() OVER (ORDER BY "startsAt", id) AS k FROM "Activity" WHERE "committeeId" = $1) a ON a.k = k.k`,
  `INSERT INTO "Attendance" (id, "committeeId", "activityId", "sessionId", "participationId", "delegateId", mark, way, "updatedAt")
   SELECT gen_random_uuid(), p."committeeId", p."activityId", s.id, p.id, p."delegateId", (CASE WHEN abs(hashtext(p.id::text)) % 10 = 0 THEN 'LEAVE' ELSE 'PRESENT' END)::"AttendanceMark", 'QR', s."startsAt"
   FROM "Participation" p JOIN "ActivitySession" s ON s."activityId" = p."activityId" WHERE p."committeeId" = $1`,
  `INSERT INTO "Duty" (id, "committeeId", "termId", "delegateId", "unitId", kind, state, origin, title, "heldOn", hours, reached, "authorName", detail, "submittedAt", "updatedAt")
   SELECT gen_random_uuid(), d."committeeId", d."termId", d.id, d."unitId", (ARRAY['CONTACT', 'VOLUNTEER', 'TRAINING', 'MEETING', 'PUBLICITY', 'OTHER'])[1 + h % 6]::"DutyKind",
     (CASE WHEN h % 100 = 0 THEN 'SUBMITTED' WHEN h % 100 = 1 THEN 'REJECTED' ELSE 'APPROVED' END)::"DutyState", (CASE WHEN h % 6 IN (2, 3) THEN 'BEHALF' ELSE 'OWN' END)::"DutyOrigin", '走访和学习', date '2021-12-10' + h % ${DAYS}, 2, 3, '本人', '{}', timestamptz '2021-12-10' + (h % ${DAYS}) * interval '1 day', now()
   FROM "Delegate" d, generate_series(1, 20) n, LATERAL (SELECT abs(hashtext(d.id::text || n)) AS h) h WHERE d."committeeId" = $1`,
];

async function fillHistory(owner: pg.Client, house: House): Promise<void> {
  const { rows: [root] } = await owner.query(`SELECT id FROM "Unit" WHERE "committeeId" = $1 AND "parentId" IS NULL`, [house.actor.committeeId]);
  for (const [i, statement] of HISTORY.entries()) await owner.query(statement, i === 0 ? [house.actor.committeeId, house.termId, root.id] : [house.actor.committeeId]);
  await owner.query(`WITH gone AS (DELETE FROM "DutyTally" RETURNING *) INSERT INTO "DutyTally" ("committeeId", "unitId", kind, state, origin, year, times, hours, reached) SELECT "committeeId", "unitId", kind, state, origin, year, sum(times), sum(hours), sum(reached) FROM gone GROUP BY 1, 2, 3, 4, 5, 6`);
}

async function load(heads: number): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL, options: "-c TimeZone=UTC" });
  await owner.connect();
  const house = await makeHouse("青澜区", UNITS);
  for (const target of targets) await setTarget(house.actor, { termId: house.termId, ...target });
  await makeAccount(house.actor, "bench-office", "OFFICE", null);
  await makeAccount(house.actor, "bench-liaison", "UNIT_LIAISON", house.liaisonUnit);
  const neighbours = await makeHouse("北固区", 20);
  await fill(owner, neighbours, heads, Math.ceil(heads * 0.03));
  await fill(owner, house, 0, heads);
  await makeOrdinary(owner, house);
  await owner.query(MOVED);
  await fillHistory(owner, house);
  await owner.query("VACUUM (ANALYZE)");
  await owner.end();
}

await load(Number(process.env.BENCH_HEADS));
process.exit(0);
