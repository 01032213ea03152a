import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Changes } from "@/lib/platform/audit";
import { formatInstant, isoOf, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { validate as isId } from "uuid";
import type { Prisma } from "@/prisma/client/client";
import { catalogue, isRuleKey, rules, type RuleKey } from "./catalogue";
import { fieldNames, measure, restoredInWords, settingSource, verbNames, WHOLE } from "./labels";
import { openTo, visibleTo } from "./policy";

const record = {
  id: true, committeeId: true, key: true, value: true, unit: true, unitId: true, fromOn: true, reason: true, document: true, state: true, enteredById: true, enteredBy: true, enteredAt: true,
  decidedBy: true, decidedAt: true, note: true, version: true, scope: { select: { name: true } },
} satisfies Prisma.RuleSettingSelect;

type Stored = Prisma.RuleSettingGetPayload<{ select: typeof record }>;

/** More settings than a committee makes of one rule, and of all. */
const MANY_OF_ONE = 500;
const MANY = 5000;

/** A setting in words, with the steps open to whoever reads it. */
const shown = (actor: Actor, { scope, key, ...found }: Stored) => {
  const known = key as RuleKey;
  return {
    ...found, key: known, fromOn: isoOf(found.fromOn), enteredAt: formatInstant(found.enteredAt), decidedAt: found.decidedAt ? formatInstant(found.decidedAt) : null,
    scope: scope?.name ?? WHOLE, words: found.value === null ? restoredInWords(found.unitId) : measure(catalogue[known], found.value), open: openTo(actor, found),
  };
};
export type Setting = ReturnType<typeof shown>;

/** One setting; NotFound outside the actor's sight. */
export async function getSetting(actor: Actor, id: string): Promise<Setting> {
  const found = isId(id) ? await db().ruleSetting.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!found || !isRuleKey(found.key)) throw new NotFound({ type: "RuleSetting", id });
  return shown(actor, found);
}

const latestFirst: Prisma.RuleSettingOrderByWithRelationInput[] = [{ fromOn: "desc" }, { id: "desc" }];

/** The setting of each part of the committee that holds today: the latest begun, by scope. */
const holding = (settings: readonly Setting[]): Setting[] => {
  const begun = settings.filter((s) => s.state === "IN_FORCE" && s.fromOn <= today());
  return begun.filter((s, i) => begun.findIndex((other) => other.unitId === s.unitId) === i);
};

const splitUp = (key: RuleKey, settings: readonly Setting[]) => {
  const rule = catalogue[key];
  const now = holding(settings);
  const whole = now.find((s) => s.unitId === null && s.value !== null) ?? null;
  return {
    rule, whole, value: whole ? whole.words : measure(rule, rule.value), source: whole ? settingSource(whole.document, whole.fromOn) : null,
    units: now.filter((s) => s.unitId !== null && s.value !== null), toCome: settings.filter((s) => s.state === "IN_FORCE" && s.fromOn > today()), waiting: settings.filter((s) => s.state === "PROPOSED"),
  };
};
export type RuleRow = ReturnType<typeof splitUp>;

/** Every rule in the order of the catalogue: what holds today for the whole committee, for which units it differs, what is to come and what waits. */
export async function listRules(actor: Actor): Promise<RuleRow[]> {
  const rows = await db().ruleSetting.findMany({ where: { AND: [visibleTo(actor), { state: { in: ["IN_FORCE", "PROPOSED"] } }] }, select: record, orderBy: latestFirst, take: MANY });
  const settings = rows.filter((row) => isRuleKey(row.key)).map((row) => shown(actor, row));
  return rules.map(({ key }) => splitUp(key, settings.filter((s) => s.key === key)));
}

/** Settings that wait for the actor's own confirmation, the oldest first. */
export async function listWaitingSettings(actor: Actor): Promise<Setting[]> {
  const rows = await db().ruleSetting.findMany({ where: { AND: [visibleTo(actor), { state: "PROPOSED" }] }, select: record, orderBy: { id: "asc" }, take: MANY_OF_ONE });
  return rows.filter((row) => isRuleKey(row.key)).map((row) => shown(actor, row)).filter(({ open }) => open.includes("confirm"));
}

/** How often the settings of a rule have changed: grows with every one that is made or decided. */
export const countChanges = async (actor: Actor, key: RuleKey): Promise<number> =>
  (await db().ruleSetting.aggregate({ where: { AND: [visibleTo(actor), { key }] }, _sum: { version: true } }))._sum.version ?? 0;

/** The fields of a setting in the order they are told; the database keeps none. */
const changedFields = ["value", "scope", "fromOn", "document", "state"];
const told = (changes: Changes, field: string) => (changes[field] ? [{ field: fieldNames[field] ?? field, old: changes[field][0], now: changes[field][1] }] : []);

/** Who did what to the settings of a rule, the latest first, as the audit has it. */
async function historyOf(settings: readonly Setting[]) {
  const events = await db().auditEvent.findMany({
    where: { targetType: "RuleSetting", targetId: { in: settings.map((s) => s.id) }, outcome: "DONE" }, orderBy: { seq: "desc" }, take: MANY_OF_ONE,
    select: { seq: true, at: true, actorName: true, verb: true, changes: true, reason: true },
  });
  return events.map((e) => ({
    seq: String(e.seq), at: formatInstant(e.at), by: e.actorName, act: (verbNames[e.verb] ?? e.verb).replace(/^.*：/, ""), reason: e.reason,
    changes: changedFields.flatMap((field) => told((e.changes ?? {}) as Changes, field)),
  }));
}

/** One rule with all its settings and who made them. */
export async function getRulePage(actor: Actor, key: RuleKey) {
  const [rows, changes] = await Promise.all([db().ruleSetting.findMany({ where: { AND: [visibleTo(actor), { key }] }, select: record, orderBy: latestFirst, take: MANY_OF_ONE }), countChanges(actor, key)]);
  const settings = rows.map((row) => shown(actor, row));
  return { ...splitUp(key, settings), changes, history: await historyOf(settings) };
}
export type RulePage = Awaited<ReturnType<typeof getRulePage>>;
