import "server-only";
import type { RosterCheck } from "@/lib/delegates/roster/check";
import type { RosterValues } from "@/lib/delegates/roster/person";
import type { Actor } from "@/lib/platform/actor";
import { blindIndex } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { findRecords } from "@/lib/delegates/import-queries";
import type { DelegateRecord } from "@/lib/delegates/queries";
import { mandateOf, personOf, shown } from "@/lib/delegates/written";
import type { CheckedRow, Difference, Match } from "./checked";

type Known = { id: string; name: string; sex: string | null; birthMonth: string; idNumberIndex: string | null; version: number };

/** The blind index of each row's ID number. */
const cardsOf = (rows: { values: RosterValues }[]): (string | null)[] => rows.map(({ values: { idNumber } }) => (idNumber ? blindIndex("idNumber", idNumber) : null));

/** Everybody of the committee with one of these ID numbers or names; as arrays, for Prisma compiles every value of an "in" by itself. */
async function findKnown(actor: Actor, cards: (string | null)[], names: Set<string>): Promise<Known[]> {
  return db().$queryRaw<Known[]>`
    SELECT id, name, sex, "birthMonth", "idNumberIndex", version FROM "Person" WHERE "committeeId" = ${actor.committeeId}::uuid AND "idNumberIndex" = ANY(${cards.filter((card) => card !== null)}::text[])
    UNION
    SELECT id, name, sex, "birthMonth", "idNumberIndex", version FROM "Person" WHERE "committeeId" = ${actor.committeeId}::uuid AND name = ANY(${[...names]}::text[])`;
}

/** Persons by ID number and by name, birth month and sex. */
class Register {
  private readonly byCard = new Map<string, Known>();
  private readonly byFacts = new Map<string, Known[]>();

  constructor(people: Known[]) {
    for (const p of people) {
      if (p.idNumberIndex) this.byCard.set(p.idNumberIndex, p);
      const key = `${p.name}|${p.birthMonth}`;
      this.byFacts.set(key, [...(this.byFacts.get(key) ?? []), p]);
    }
  }

  /** By ID number first; else by name, birth month and sex where no ID number speaks against it. */
  find(v: RosterValues, card: string | null): Known[] {
    const holder = card ? this.byCard.get(card) : undefined;
    if (holder) return [holder];
    const alike = this.byFacts.get(`${v.name}|${v.birthMonth}`) ?? [];
    return alike.filter((p) => (!v.sex || !p.sex || p.sex === v.sex) && !(card && p.idNumberIndex));
  }
}

const PERSON = ["name", "sex", "ethnicity", "birthMonth", "nativePlace", "joinedPartyOn", "workStartedOn", "idNumber", "mobile", "officePhone", "address"] as const;
const MANDATE = ["delegateNo", "primaryCategory", "education", "degree", "school", "employer", "position", "rank", "professionalTitle", "honours", "electedOn", "concurrentRoles", "remark"] as const;

const isFilled = (value: unknown) => value !== null && value !== undefined && value !== "";

/** Fields in which the sheet says something else than the register; a blank cell says nothing. */
function differencesOf(record: DelegateRecord, v: RosterValues): Difference[] {
  const before: Record<string, unknown> = { ...personOf(record.person), ...mandateOf(record) };
  const after = v as unknown as Record<string, unknown>;
  const found: Difference[] = [...PERSON, ...MANDATE]
    .filter((key) => isFilled(after[key]) && after[key] !== before[key])
    .map((key) => ({ field: key, old: shown(key, before[key]), new: shown(key, after[key]) }));
  const added = v.flags.filter((flag) => !record.flags.includes(flag));
  if (added.length > 0) found.push({ field: "flags", old: shown("flags", record.flags), new: shown("flags", [...record.flags, ...added]) });
  const place = (field: string, ref: { id: string } | { create: string } | null, id: string | null, name: string | null) => {
    if (ref && !("id" in ref && ref.id === id)) found.push({ field, old: name, new: "create" in ref ? ref.create : ref.id });
  };
  place("delegationId", v.delegation, record.delegationId, record.delegation.name);
  place("groupId", v.group, record.groupId, record.group?.name ?? null);
  place("unitId", v.electingUnit, record.unitId, record.unit.name);
  return found;
}

function matchOf(known: Known, record: DelegateRecord | undefined, v: RosterValues): Match {
  const person = { personId: known.id, personVersion: known.version };
  if (!record) return { kind: "ADD_MANDATE", ...person, differences: [] };
  const differences = differencesOf(record, v);
  return { kind: differences.length > 0 ? "UPDATE" : "SAME", ...person, delegateId: record.id, delegateVersion: record.version, differences };
}

/**
 * Matches every row against the register of the committee: by ID number, else by name, birth month and sex. A row that
 * fits several people waits; two rows that fit one person are an error.
 */
export async function matchRows(actor: Actor, termId: string, rows: RosterCheck["rows"], names: Map<string, string>): Promise<CheckedRow[]> {
  const cards = cardsOf(rows);
  const register = new Register(await findKnown(actor, cards, new Set(rows.flatMap((r) => (r.values.name ? [r.values.name] : [])))));
  const known = rows.map((r, i) => (r.values.name && r.values.birthMonth ? register.find(r.values, cards[i] ?? null) : []));
  const records = new Map((await findRecords(actor, termId, known.flatMap((k) => k.map((p) => p.id)))).map((r) => [r.personId, r]));
  const taken = new Map<string, number>();
  return rows.map((row, i): CheckedRow => {
    const fits = known[i] ?? [];
    const one = fits[0];
    if (!one) return { ...row, match: { kind: "ADD" } };
    if (fits.length > 1) return doubt(row, `人员库中有 ${fits.length} 名同名、同出生年月的人，无法判断是哪一位，请补填身份证号`);
    const before = taken.get(one.id);
    if (before !== undefined) return doubt(row, `与第 ${before} 行对应人员库中的同一个人，请核对`);
    taken.set(one.id, row.row);
    const match = matchOf(one, records.get(one.id), row.values);
    return { ...row, match: "differences" in match ? { ...match, differences: match.differences.map((d) => ({ ...d, new: (d.new && names.get(d.new)) ?? d.new })) } : match };
  });
}

const doubt = (row: RosterCheck["rows"][number], message: string): CheckedRow => ({
  ...row, severity: row.severity === "ERROR" ? "ERROR" : "PENDING", match: { kind: "ADD" },
  issues: [...row.issues, { field: "name", severity: "PENDING", code: "SEVERAL_KNOWN", message }],
});
