import "server-only";
import { v7 as newId } from "uuid";
import { Prisma, type Delegate, type DelegateStatusEvent, type Person } from "@/prisma/client/client";
import { rowsJson } from "@/lib/platform/rows";

type Shared = Pick<DelegateStatusEvent, "committeeId" | "accountId" | "effectiveOn">;
/** `passed` when the next event takes effect on the same day; without a day of its own an event has the one all share. */
type EventRow = Pick<DelegateStatusEvent, "id" | "delegateId" | "event" | "fromStatus" | "toStatus" | "basis"> & { passed: boolean; on: string | null };

const persons = (rows: Person[]) => Prisma.sql`INSERT INTO "Person" SELECT * FROM json_populate_recordset(NULL::"Person", ${rowsJson(rows)}::json)`;
const delegates = (rows: Delegate[]) => Prisma.sql`INSERT INTO "Delegate" SELECT * FROM json_populate_recordset(NULL::"Delegate", ${rowsJson(rows)}::json)`;
const events = (e: Shared, rows: EventRow[]) => Prisma.sql`
  INSERT INTO "DelegateStatusEvent" (id, "delegateId", "committeeId", event, "fromStatus", "toStatus", "effectiveOn", "untilOn", basis, "accountId")
  SELECT r.id, r."delegateId", ${e.committeeId}::uuid, r.event, r."fromStatus", r."toStatus", COALESCE(r."on", ${e.effectiveOn}::date), CASE WHEN r.passed THEN COALESCE(r."on", ${e.effectiveOn}::date) END, r.basis, ${e.accountId}::uuid
  FROM json_to_recordset(${rowsJson(rows)}::json) AS r (id uuid, "delegateId" uuid, event "DelegateEvent", "fromStatus" "DelegateStatus", "toStatus" "DelegateStatus", basis text, passed boolean, "on" date)`;

/** Persons and delegates as whole rows (a column added to a model does not compile until it is given) and how these came about, in one statement. */
export const insertRegistered = (of: { persons: Person[]; delegates: Delegate[]; shared: Shared; events: EventRow[] }) =>
  Prisma.sql`WITH p AS (${persons(of.persons)}), d AS (${delegates(of.delegates)}) ${events(of.shared, of.events)}`;

/** What befalls a new delegate on the day of the election, where it is known: elected, and with a basis of qualification review also found qualified. */
export function firstEvents(delegateId: string, reviewBasis: string | null, on: string | null): EventRow[] {
  const elected: EventRow = { id: newId(), delegateId, event: "ELECT", fromStatus: null, toStatus: "PENDING_REVIEW", basis: null, passed: reviewBasis !== null, on };
  return reviewBasis ? [elected, { id: newId(), delegateId, event: "QUALIFY", fromStatus: "PENDING_REVIEW", toStatus: "ACTIVE", basis: reviewBasis, passed: false, on }] : [elected];
}

/** New facts of persons, each only while the row stands at its version. */
export const updatePersons = (rows: Omit<Person, "committeeId" | "createdAt" | "photoAt">[]) => Prisma.sql`
  UPDATE "Person" p SET (name, pinyin, initials, "pinyinByHand", sex, ethnicity, "birthMonth", "nativePlace", "joinedPartyOn", "workStartedOn",
      "idNumberCipher", "idNumberIndex", "idBirthMonth", "idSex", "mobileCipher", "mobileIndex", "officePhone", "addressCipher", version)
    = (r.name, r.pinyin, r.initials, r."pinyinByHand", r.sex, r.ethnicity, r."birthMonth", r."nativePlace", r."joinedPartyOn", r."workStartedOn",
      r."idNumberCipher", r."idNumberIndex", r."idBirthMonth", r."idSex", r."mobileCipher", r."mobileIndex", r."officePhone", r."addressCipher", p.version + 1)
  FROM json_populate_recordset(NULL::"Person", ${rowsJson(rows)}::json) r WHERE p.id = r.id AND p.version = r.version`;

/** The keys by which every mandate of these persons is found, where they changed. */
export const updateKeys = (rows: Pick<Delegate, "personId" | "strokeKey" | "pinyin" | "searchKeys">[]) => Prisma.sql`
  UPDATE "Delegate" d SET "strokeKey" = r."strokeKey", pinyin = r.pinyin, "searchKeys" = r."searchKeys", "updatedAt" = now()
  FROM json_populate_recordset(NULL::"Delegate", ${rowsJson(rows)}::json) r
  WHERE d."personId" = r."personId" AND (d."strokeKey", d.pinyin, d."searchKeys") IS DISTINCT FROM (r."strokeKey", r.pinyin, r."searchKeys")`;

/** New values of mandates, each only while the row stands at its version. */
export const updateDelegates = (rows: Omit<Delegate, "committeeId" | "termId" | "personId" | "status" | "sortOrder" | "createdAt" | "updatedAt">[]) => Prisma.sql`
  UPDATE "Delegate" d SET ("unitId", "delegationId", "groupId", "delegateNo", "primaryCategory", flags, education, degree, school, employer, position, rank, "professionalTitle",
      occupation, honours, "concurrentRoles", "electedOn", "electionKind", remark, "strokeKey", pinyin, "searchKeys", "updatedAt", version)
    = (r."unitId", r."delegationId", r."groupId", r."delegateNo", r."primaryCategory", r.flags, r.education, r.degree, r.school, r.employer, r.position, r.rank, r."professionalTitle",
      r.occupation, r.honours, r."concurrentRoles", r."electedOn", r."electionKind", r.remark, r."strokeKey", r.pinyin, r."searchKeys", now(), d.version + 1)
  FROM json_populate_recordset(NULL::"Delegate", ${rowsJson(rows)}::json) r WHERE d.id = r.id AND d.version = r.version`;

/** New places of mandates, each only while the row stands at its version. */
export const updatePlaces = (rows: Pick<Delegate, "id" | "version" | "unitId" | "delegationId" | "groupId">[]) => Prisma.sql`
  UPDATE "Delegate" d SET ("unitId", "delegationId", "groupId", "updatedAt", version) = (r."unitId", r."delegationId", r."groupId", now(), d.version + 1)
  FROM json_populate_recordset(NULL::"Delegate", ${rowsJson(rows)}::json) r WHERE d.id = r.id AND d.version = r.version`;

/** First delegate numbers, each only while the row stands at its version. */
export const updateNumbers = (rows: Pick<Delegate, "id" | "version" | "delegateNo">[]) => Prisma.sql`
  UPDATE "Delegate" d SET ("delegateNo", "updatedAt", version) = (r."delegateNo", now(), d.version + 1)
  FROM json_populate_recordset(NULL::"Delegate", ${rowsJson(rows)}::json) r WHERE d.id = r.id AND d.version = r.version AND d."delegateNo" IS NULL`;

/** Places in the manual order; neither a version nor a day of change, for nothing of the record itself changed. */
export const updateSortOrders = (rows: Pick<Delegate, "id" | "sortOrder">[]) => Prisma.sql`
  UPDATE "Delegate" d SET "sortOrder" = r."sortOrder" FROM json_populate_recordset(NULL::"Delegate", ${rowsJson(rows)}::json) r WHERE d.id = r.id`;

/** The manual order of a term counted anew, where two share a place. */
export const spreadSortOrders = (termId: string) => Prisma.sql`
  UPDATE "Delegate" d SET "sortOrder" = r.place FROM (SELECT id, row_number() OVER (ORDER BY "sortOrder", id) AS place FROM "Delegate" WHERE "termId" = ${termId}::uuid) r
  WHERE d.id = r.id AND d."sortOrder" <> r.place`;
