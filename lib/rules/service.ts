import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit, type Changes } from "@/lib/platform/audit";
import { dayOf, now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { catalogue, type Rule, type RuleKey } from "./catalogue";
import { settingFlow, type SettingEvent } from "./flow";
import { measure, outOfBounds, refusals, restoredInWords, stateNames, WHOLE, wordOf } from "./labels";
import { may, type RuleAct, type SettingFacts } from "./policy";
import { getRule } from "./queries";
import { lastDay, type Restored, type Wanted } from "./schema";
import { countChanges, getSetting, type Setting } from "./setting-queries";

const NOT_SAVED = "没有保存。";

function demand(actor: Actor, act: RuleAct, of: SettingFacts & { id?: string }, name: string): void {
  if (!may(actor, act, of)) throw new Forbidden(`rule.${act}`, { type: "RuleSetting", id: of.id ?? null, name }, refusals[act]);
}

/** One at a time in a committee: what was read stays so until the act is written. */
const oneAtATime = (committeeId: string) => db().$queryRaw`SELECT id FROM "Committee" WHERE id = ${committeeId}::uuid FOR NO KEY UPDATE`;

async function scopeName(committeeId: string, unitId: string | null): Promise<string> {
  if (unitId === null) return WHOLE;
  const unit = await db().unit.findFirst({ where: { id: unitId, committeeId, activeTo: null }, select: { name: true } });
  if (!unit) throw new Refusal(NOT_SAVED, { unitId: [refusals.scope] });
  return unit.name;
}

function refuseDay(fromOn: string): string[] {
  if (fromOn < today()) return [refusals.past];
  return fromOn > lastDay() ? [refusals.far(lastDay())] : [];
}

function refuseFields(rule: Rule, { value, unit, fromOn }: { value: number; unit: string; fromOn: string }): void {
  const fields: Record<string, string[]> = {};
  if (unit !== rule.unit) fields.unit = [refusals.unit(wordOf(rule))];
  if (!Number.isInteger(value) || value < rule.least || value > rule.most) fields.value = [outOfBounds(rule)];
  const day = refuseDay(fromOn);
  if (day.length > 0) fields.fromOn = day;
  if (Object.keys(fields).length > 0) throw new Refusal(NOT_SAVED, fields);
}

/** The latest setting of a part of the committee that has begun by a day; null where there is none. */
const ownSetting = (committeeId: string, key: RuleKey, unitId: string | null, on: string) =>
  db().ruleSetting.findFirst({ where: { committeeId, key, unitId, state: "IN_FORCE", fromOn: { lte: dayOf(on) } }, orderBy: { fromOn: "desc" }, select: { value: true } });

type Change = { key: RuleKey; unitId: string | null; fromOn: string; reason: string; version: number; value: number | null; document: string | null };

/** Writes one more setting of a rule: in force at once, or waiting for another person. Refuses when somebody changed the rule since the form was shown. */
async function write(actor: Actor, act: "set" | "restore", { key, unitId, fromOn, reason, version, value, document }: Change): Promise<string> {
  const [rule, committeeId] = [catalogue[key] as Rule, actor.committeeId ?? ""];
  const scope = await scopeName(committeeId, unitId);
  await oneAtATime(committeeId);
  const [before, changes] = [await getRule(actor, key, { unitId, on: fromOn }), await countChanges(actor, key)];
  const [old, wanted] = [measure(rule, before.value), value === null ? restoredInWords(unitId) : measure(rule, value)];
  if (changes !== version) throw new Conflict({ value: { theirs: `${fromOn} 起 ${old}`, yours: `${fromOn} 起 ${wanted}` } }, String(changes));
  const own = act === "restore" ? await ownSetting(committeeId, key, unitId, fromOn) : null;
  if (act === "restore" && (own === null || own.value === null)) throw new Refusal(refusals.nothingSet(scope));
  const state = rule.two ? "PROPOSED" : "IN_FORCE";
  const row = { id: newId(), committeeId, key, value, unit: rule.unit, unitId, fromOn: dayOf(fromOn), reason, document, state, enteredById: actor.accountId, enteredBy: actor.name, enteredAt: now() } as const;
  const [made] = await db().ruleSetting.createManyAndReturn({ data: [row], skipDuplicates: true, select: { id: true } });
  if (!made) throw new Refusal(rule.two ? refusals.waiting(scope) : refusals.sameDay(fromOn, scope));
  await audit(actor, { verb: `rule.${act}`, target: { type: "RuleSetting", id: made.id, name: rule.name }, changes: { value: [old, wanted], scope: [null, scope], fromOn: [null, fromOn], ...(document ? { document: [null, document] } : {}), state: [null, stateNames[state]] }, reason });
  return made.id;
}

/**
 * Sets a rule for the committee or one unit and what is below it, from a day on. Refuses who is not the office, a value out
 * of bounds or of another measure, a day that is over, a unit that is not theirs, a second setting of the same day, and a
 * form shown before somebody else changed the rule. Where two persons are asked for it waits. Returns the setting's id.
 */
export const set = (actor: Actor, { unit, ...wanted }: Wanted): Promise<string> =>
  transact(async () => {
    const rule: Rule = catalogue[wanted.key];
    demand(actor, "set", { committeeId: actor.committeeId ?? "" }, rule.name);
    refuseFields(rule, { ...wanted, unit });
    return write(actor, "set", wanted);
  });

/** From a day on the committee, or a unit, goes by what stands above it again: the committee's setting, or the default. */
export const restore = (actor: Actor, wanted: Restored): Promise<string> =>
  transact(async () => {
    demand(actor, "restore", { committeeId: actor.committeeId ?? "" }, catalogue[wanted.key].name);
    const day = refuseDay(wanted.fromOn);
    if (day.length > 0) throw new Refusal(NOT_SAVED, { fromOn: day });
    return write(actor, "restore", { ...wanted, value: null, document: null });
  });

type At = { id: string; version: number };

/** Takes one step: setting in sight, power, order, what speaks against it, then the row with its old state and version in the where, and the audit. */
async function step(actor: Actor, at: At, event: SettingEvent, note: string | null, against: (found: Setting, rule: Rule) => string | null | Promise<string | null> = () => null): Promise<RuleKey> {
  const found = await getSetting(actor, at.id);
  const rule: Rule = catalogue[found.key];
  demand(actor, event, found, rule.name);
  await oneAtATime(found.committeeId);
  const to = settingFlow.next(found.state, event);
  if (!to) throw new Refusal(refusals.notOpen(stateNames[found.state]));
  const why = await against(found, rule);
  if (why) throw new Refusal(why);
  const { count } = await db().ruleSetting.updateMany({ where: { id: at.id, state: found.state, version: at.version }, data: { state: to, decidedBy: actor.name, decidedAt: now(), note, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(found.version));
  const changes: Changes = { state: [stateNames[found.state], stateNames[to]], value: [null, found.words], scope: [null, found.scope], fromOn: [null, found.fromOn] };
  await audit(actor, { verb: `rule.${event}`, target: { type: "RuleSetting", id: at.id, name: rule.name }, changes, ...(note ? { reason: note } : {}) });
  return found.key;
}

/** Another person's yes. Refuses the one who entered it, a day that is over, and a day on which another setting begins. */
export const confirm = (actor: Actor, at: At): Promise<RuleKey> =>
  transact(() => step(actor, at, "confirm", null, async ({ committeeId, key, unitId, fromOn, scope }) => {
    if (fromOn < today()) return refusals.dayOver(fromOn);
    return (await db().ruleSetting.count({ where: { committeeId, key, unitId, fromOn: dayOf(fromOn), state: "IN_FORCE" } })) > 0 ? refusals.sameDay(fromOn, scope) : null;
  }));

/** Another person's no, with the reason. */
export const refuse = (actor: Actor, at: At, note: string): Promise<RuleKey> => transact(() => step(actor, at, "refuse", note));

/** Taken back by the one who entered it, while it waits. */
export const withdraw = (actor: Actor, at: At, note: string): Promise<RuleKey> => transact(() => step(actor, at, "withdraw", note));

/** Takes a setting back before its day is over; of a rule of two persons only before its day. */
export const end = (actor: Actor, at: At, note: string): Promise<RuleKey> =>
  transact(() => step(actor, at, "end", note, ({ fromOn }, rule) => {
    if (fromOn < today()) return refusals.begun(fromOn);
    return rule.two && fromOn === today() ? refusals.begunOfTwo : null;
  }));
