import { beforeEach, describe, expect, it } from "vitest";
import { getWorkCalendar, listNotices } from "@/lib/calendars/queries";
import { enter, remove } from "@/lib/calendars/service";
import { setClock } from "@/lib/platform/clock";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { addWorkdays } from "@/lib/platform/workdays";
import { countTerminations, getTermination, listTerminations } from "@/lib/terminations/queries";
import { terminationFilters } from "@/lib/terminations/schema";
import { decideYes, file, propose } from "@/lib/terminations/service";
import { rowsOf } from "../support/committee";
import { enter as register, filled, newHouse, type House } from "../support/roster";

/** The shape of a notice, of a year that has none yet. */
const TEXT = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至11日放假调休，共7天。2月14日上班。
三、清明节：4月3日至5日放假，共3天。
四、劳动节：5月1日至5日放假调休，共5天。5月8日上班。
五、端午节：6月9日放假1天。
六、中秋节：9月15日放假1天。
七、国庆节：10月1日至7日放假调休，共7天。9月26日、10月9日上班。`;
const NOTICE = { year: 2027, document: "国办发明电〔2026〕7号", text: TEXT, confirm: true };

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
    expect((await refused(() => enter(house.office, { ...NOTICE, confirm: false }))).fields.confirm?.join()).toContain("放假 27 天、调休上班 4 天");
    expect((await refused(() => enter(house.office, { ...NOTICE, year: 2028 }))).fields.text?.join()).toContain("2028-01-01 是星期六");
    for (const actor of [house.liaison, house.leader, house.system]) await refused(() => enter(actor, NOTICE), Forbidden);
  });
});

describe("a termination decided and not filed", () => {
  it("is due ten working days after the decision, over the holidays between, and listed once that is over", async () => {
    const [id = ""] = await register(house, [{ values: filled({ name: "丁岚", delegationId: house.delegations.cloud }), unitId: house.units.wanghu }]);
    const caseId = await propose(house.office, { delegateId: id, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-09-20" });
    const at = async () => ({ id: caseId, version: (await getTermination(house.office, caseId)).version });
    expect((await getTermination(house.office, caseId)).filing).toBeNull();
    await decideYes(house.office, await at(), { decidedOn: "2026-09-24", meeting: "区委常委会", documentNo: "青委〔2026〕2号", effectiveOn: "2026-09-24" });
    const late = async () => [(await getTermination(house.office, caseId)).filing, await countTerminations(house.office, "late"), (await listTerminations(house.office, terminationFilters.parse({ state: "late" }))).rows.length];
    try {
      setClock(() => new Date("2026-10-15T15:59:00Z"));
      expect(await late()).toEqual([{ on: "2026-10-15", provisional: false, over: 0 }, 0, 0]);
      setClock(() => new Date("2026-10-15T16:01:00Z"));
      expect(await late()).toEqual([{ on: "2026-10-15", provisional: false, over: 1 }, 1, 1]);
      setClock(() => new Date("2026-10-20T04:00:00Z"));
      expect(await late()).toEqual([{ on: "2026-10-15", provisional: false, over: 3 }, 1, 1]);
      await file(house.office, await at(), { filedOn: "2026-10-20", filedWith: "望澜市委", filingNo: null });
      expect(await late()).toEqual([null, 0, 0]);
    } finally {
      setClock(null);
    }
  });
});
