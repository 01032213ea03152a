import { beforeEach, describe, expect, it } from "vitest";
import { getWorkCalendar, listNotices } from "@/lib/calendars/queries";
import { enter, remove } from "@/lib/calendars/service";
import { Conflict, Forbidden, Question, Refusal } from "@/lib/platform/errors";
import { addWorkdays } from "@/lib/platform/workdays";
import { rowsOf } from "../support/committee";
import { NOTICE, TEXT } from "../support/notice";
import { newHouse, type House } from "../support/roster";

let house: House;
beforeEach(async () => { house = await newHouse(); });

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, "CalendarYear", "CalendarDay");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, "CalendarYear", "CalendarDay")).toBe(before);
  return thrown as Refusal;
}

describe("the notice of a year", () => {
  it("makes provisional deadlines certain, for the committee that entered it alone", async () => {
    expect(addWorkdays(await getWorkCalendar(house.office), "2026-12-28", 6)).toEqual({ on: "2027-01-05", provisional: true });
    await enter(house.office, NOTICE);
    expect(addWorkdays(await getWorkCalendar(house.office), "2026-12-28", 6)).toEqual({ on: "2027-01-06", provisional: false });
    expect((await listNotices(house.office)).at(-1)).toMatchObject({ year: 2027, document: NOTICE.document, entered: { by: "沈文清", version: 1 } });
    expect(addWorkdays(await getWorkCalendar((await newHouse()).office), "2026-12-28", 6).provisional).toBe(true);
  });

  it("is replaced by a later one, and taken back; what came with the program then holds again", async () => {
    const text = TEXT.replaceAll("2月14日上班", "2月13日上班");
    await enter(house.office, NOTICE);
    await enter(house.head, { ...NOTICE, text });
    expect((await getWorkCalendar(house.office)).on.has("2027-02-13")).toBe(true);
    expect((await getWorkCalendar(house.office)).on.has("2027-02-14")).toBe(false);
    await refused(() => remove(house.office, { year: 2027, version: 1 }), Conflict);
    await remove(house.office, { year: 2027, version: 2 });
    expect((await listNotices(house.office)).map((notice) => [notice.year, notice.entered])).toEqual([[2024, null], [2025, null], [2026, null]]);
    await refused(() => remove(house.office, { year: 2027, version: 2 }));
  });

  it("is refused until it was looked at, when it does not fit, and to others than the office", async () => {
    expect((await refused(() => enter(house.office, { ...NOTICE, confirm: false }), Question)).fields.confirm?.join()).toContain("放假 27 天、调休上班 4 天");
    expect((await refused(() => enter(house.office, { ...NOTICE, year: 2028 }))).fields.text?.join()).toContain("2028-01-01 是星期六");
    expect(await refused(() => enter(house.office, { ...NOTICE, year: 2028 }))).not.toBeInstanceOf(Question);
    for (const actor of [house.liaison, house.leader, house.system]) await refused(() => enter(actor, NOTICE), Forbidden);
  });
});
