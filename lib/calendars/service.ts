import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { dayOf } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Question, Refusal } from "@/lib/platform/errors";
import { refusals } from "./labels";
import { readNotice } from "./notice";
import { may, type CalendarAct } from "./policy";

const demand = (actor: Actor, act: CalendarAct, year: number): string => {
  const committeeId = actor.committeeId ?? "";
  if (!may(actor, act, { committeeId })) throw new Forbidden(`calendar.${act}`, { type: "CalendarYear", name: String(year) }, refusals.enter);
  return committeeId;
};

/**
 * Keeps the notice of a year, in the place of an earlier one. Refuses who is not the office, a text that is no notice of
 * that year, telling everything that does not fit, and one not yet looked at, telling what was read.
 */
export const enter = (actor: Actor, { year, document, text, confirm }: { year: number; document: string; text: string; confirm: boolean }): Promise<void> =>
  transact(async () => {
    const committeeId = demand(actor, "enter", year);
    const { days, faults } = readNotice(text, year);
    if (faults.length > 0) throw new Refusal("没有登记。", { text: faults });
    const count = (kind: "HOLIDAY" | "MAKE_UP") => days.filter((day) => day.kind === kind).length;
    if (!confirm) throw new Question("请先核对读出的日期。", { confirm: [refusals.confirm(count("HOLIDAY"), count("MAKE_UP"))] });
    const old = await db().calendarYear.findUnique({ where: { committeeId_year: { committeeId, year } }, select: { id: true, document: true } });
    const id = old?.id ?? newId();
    const kept = { document, accountName: actor.name, enteredAt: new Date() };
    if (old) await db().calendarYear.update({ where: { id }, data: { ...kept, version: { increment: 1 } }, select: { id: true } });
    else await db().calendarYear.create({ data: { id, committeeId, year, ...kept }, select: { id: true } });
    await db().calendarDay.deleteMany({ where: { yearId: id } });
    await db().calendarDay.createMany({ data: days.map((day) => ({ committeeId, yearId: id, on: dayOf(day.on), kind: day.kind, name: day.name })) });
    await audit(actor, {
      verb: "calendar.enter", target: { type: "CalendarYear", id, name: String(year) },
      changes: { document: [old?.document ?? null, document], days: [null, `放假 ${count("HOLIDAY")} 天，上班 ${count("MAKE_UP")} 天`] },
    });
  });

/** Takes the entered notice of a year back: the one that came with the program holds again, or none. */
export const remove = (actor: Actor, { year, version }: { year: number; version: number }): Promise<void> =>
  transact(async () => {
    const committeeId = demand(actor, "remove", year);
    const old = await db().calendarYear.findUnique({ where: { committeeId_year: { committeeId, year } }, select: { id: true, document: true, version: true } });
    if (!old) throw new Refusal(refusals.gone);
    const { count } = await db().calendarYear.deleteMany({ where: { id: old.id, version } });
    if (count === 0) throw new Conflict({}, String(old.version));
    await audit(actor, { verb: "calendar.remove", target: { type: "CalendarYear", id: old.id, name: String(year) }, changes: { document: [old.document, null] } });
  });
