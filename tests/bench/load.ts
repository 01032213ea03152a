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
async function makeAccount(actor: SystemActor, username: string, role: Role, unitId: string | null): Promise<void> {
  const { id } = await accounts.create(actor, { username, displayName: username === "bench-office" ? "沈文清" : "孟帆" });
  const { version } = await db().account.update({ where: { id }, data: { mustChangePassword: false, passwordExpiresAt: null }, select: { version: true } });
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
  await owner.query(MOVED);
  await owner.query("VACUUM (ANALYZE)");
  await owner.end();
}

await load(Number(process.env.BENCH_HEADS));
process.exit(0);
