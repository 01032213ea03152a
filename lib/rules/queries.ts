import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { dayOf, isoOf, type IsoDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { RuleUnit } from "@/prisma/client/enums";
import { catalogue, type RuleKey } from "./catalogue";
import { defaultSource, settingSource } from "./labels";
import { pick, type Reaching } from "./pick";

/** A rule as it holds at a place on a day. `source` is one sentence; `setting` the row it comes from, null for the default. */
export type RuleInForce = { key: RuleKey; name: string; value: number; unit: RuleUnit; source: string; setting: string | null };

type Row = Omit<Reaching, "fromOn"> & { key: string; unit: RuleUnit; document: string | null; fromOn: Date; forUnit: string | null };
type Found = Reaching & Pick<Row, "unit" | "document">;

const NOBODY = "00000000-0000-0000-0000-000000000000";

const asItHolds = (key: RuleKey, found: readonly Found[], on: IsoDate): RuleInForce => {
  const rule = catalogue[key];
  const set = pick(found, on);
  if (!set) return { key, name: rule.name, value: rule.value, unit: rule.unit, source: defaultSource(rule), setting: null };
  return { key, name: rule.name, value: set.value, unit: set.unit, source: settingSource(set.document, set.fromOn), setting: set.id };
};

/**
 * Rules as they hold on a day for many units at once, read in one statement; the answer is asked for each key and unit
 * (null: the committee as a whole). For whoever starts a clock, so it asks no power beyond the actor's committee.
 */
export async function getRulesFor(actor: Actor, keys: readonly RuleKey[], { unitIds, on }: { unitIds: readonly string[]; on: IsoDate }): Promise<(key: RuleKey, unitId: string | null) => RuleInForce> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT s.id, s.key, s.value, s.unit::text AS unit, s.document, s."fromOn", u.depth, a.id AS "forUnit"
    FROM "RuleSetting" s
    LEFT JOIN "Unit" u ON u.id = s."unitId"
    LEFT JOIN "Unit" a ON a.id = ANY(${[...unitIds]}::uuid[]) AND a."committeeId" = s."committeeId" AND starts_with(a.path, u.path)
    WHERE s."committeeId" = ${actor.committeeId ?? NOBODY}::uuid AND s.key = ANY(${[...keys]}) AND s.state = 'IN_FORCE' AND s."fromOn" <= ${dayOf(on)}::date
      AND (s."unitId" IS NULL OR a.id IS NOT NULL)`;
  const found = rows.map((row) => ({ ...row, fromOn: isoOf(row.fromOn) }));
  return (key, unitId) => asItHolds(key, found.filter((row) => row.key === key && (row.depth === null || (unitId !== null && row.forUnit === unitId))), on);
}

type At = { unitId?: string | null; on: IsoDate };

/** Several rules as they hold for a unit on a day, read in one statement. */
export async function getRules<K extends RuleKey>(actor: Actor, keys: readonly K[], { unitId = null, on }: At): Promise<Record<K, RuleInForce>> {
  const rule = await getRulesFor(actor, keys, { unitIds: unitId ? [unitId] : [], on });
  return Object.fromEntries(keys.map((key) => [key, rule(key, unitId)])) as Record<K, RuleInForce>;
}

/** One rule as it holds for a unit on a day: the nearest unit above goes before the committee, the latest day before earlier ones, and the default when nothing is set. */
export const getRule = async (actor: Actor, key: RuleKey, at: At): Promise<RuleInForce> => (await getRules(actor, [key], at))[key];
