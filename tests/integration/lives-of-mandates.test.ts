// One congress from its opening to the next, told step by step: after each step every list, count and file says the
// same, and every earlier day still says what it said then.
import { expect, it } from "vitest";
import { getComposition } from "@/lib/compositions/queries";
import { eachDelegateCells } from "@/lib/delegates/export-queries";
import { delegateFilters } from "@/lib/delegates/filters";
import { countDelegates, getDelegate, getRosterFrame, listDelegates, listDelegatesForPrint } from "@/lib/delegates/queries";
import { changeStatus } from "@/lib/delegates/service";
import { today } from "@/lib/platform/clock";
import { change } from "@/lib/term-changes/service";
import { getTermination } from "@/lib/terminations/queries";
import { decideYes, file, propose } from "@/lib/terminations/service";
import { editTerm, openTerm } from "@/lib/terms/service";
import { countOpenVacancies, listVacancies } from "@/lib/vacancies/queries";
import { vacancyFilters } from "@/lib/vacancies/schema";
import { fill } from "@/lib/vacancies/service";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;

/** Everything that tells who stands on the register, now or on a day: the names, if all of it agrees. */
async function register(term: string, asOf?: string): Promise<string> {
  const filters = delegateFilters.parse({ term, ...(asOf ? { asOf } : {}), size: 100 });
  const frame = (await getRosterFrame(house.office, filters, today()))!;
  const [list, print, counted, composition] = await Promise.all([
    listDelegates(house.office, filters, frame), listDelegatesForPrint(house.office, filters, frame), countDelegates(house.office, filters, frame), getComposition(house.office, { scope: "register", term, asOf }),
  ]);
  const exported: string[] = [];
  for await (const rows of eachDelegateCells(house.office, filters, frame, ["name"], false)) exported.push(...rows.flat());
  const names = list.rows.map((row) => row.name);
  expect([list.total, print.total, counted, composition?.whole.counts.total ?? 0, exported.length]).toEqual(Array(5).fill(names.length));
  expect([print.rows.map((row) => row.name), exported]).toEqual([names, names]);
  return names.join(" ");
}

it("every list, count and file agrees after each step, and as on every day before", async () => {
  house = await newHouse();
  const { termId, units, delegations, head, office } = house;
  const person = (name: string, birthMonth: string, unitId: string) => ({ values: filled({ name, birthMonth, delegationId: delegations.cloud, primaryCategory: "MODEL" }), unitId });
  const [ding = "", yu = "", wan = "", wang = ""] = await enter(house, [person("丁岚", "1970.01", units.wanghu), person("于洋", "1971.01", units.wanghu), person("万里", "1972.01", units.beigu), person("王秀英", "1973.01", units.beigu)]);
  const move = async (id: string, event: "SUSPEND" | "RESTORE" | "TRANSFER_OUT", effectiveOn: string) =>
    changeStatus(head, id, (await getDelegate(office, id)).version, event, { effectiveOn, basis: "区委通知", cause: event === "SUSPEND" ? "DISCIPLINARY_CASE" : null });

  const told: [day: string, names: string][] = [["2025-12-30", ""], ["2025-12-31", "丁岚 于洋 万里 王秀英"]];
  const agree = async (now: string) => {
    expect(await register(termId)).toBe(now);
    for (const [day, names] of told) expect([day, await register(termId, day)]).toEqual([day, names]);
  };
  await agree("丁岚 于洋 万里 王秀英");

  await move(ding, "SUSPEND", "2026-02-01");
  await move(ding, "RESTORE", "2026-03-01");
  await agree("丁岚 于洋 万里 王秀英");
  expect((await getDelegate(office, ding)).status).toBe("ACTIVE");

  await move(yu, "TRANSFER_OUT", "2026-03-10");
  told.push(["2026-03-09", "丁岚 于洋 万里 王秀英"], ["2026-03-10", "丁岚 万里 王秀英"]);
  await agree("丁岚 万里 王秀英");

  const caseId = await propose(house.office, { delegateId: wan, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-04-01" });
  const at = async () => ({ id: caseId, version: (await getTermination(office, caseId)).version });
  await agree("丁岚 万里 王秀英");
  await decideYes(office, await at(), { decidedOn: "2026-04-20", meeting: "区委常委会", documentNo: "青委〔2026〕2号", effectiveOn: "2026-04-20" });
  await file(office, await at(), { filedOn: "2026-04-25", filedWith: "望澜市委", filingNo: null });
  told.push(["2026-04-19", "丁岚 万里 王秀英"], ["2026-04-20", "丁岚 王秀英"]);
  await agree("丁岚 王秀英");
  expect([(await getTermination(office, caseId)).state, await countOpenVacancies(office)]).toEqual(["FILED", 2]);

  const seat = (await listVacancies(office, vacancyFilters.parse({ state: "OPEN" }))).rows.find((row) => row.delegate.id === yu)!;
  const elected = filled({ name: "补青", birthMonth: "1985.02", delegationId: delegations.cloud, unitId: units.wanghu, electionKind: "BY_ELECTION", electedOn: "2026-05-15", primaryCategory: "MODEL" });
  await fill(office, { id: seat.id, version: seat.version }, { meeting: "望湖社区党员大会选举", seats: 1, candidates: 2 }, elected, { samePerson: "different", reviewBasis: "资格审查报告" });
  told.push(["2026-05-14", "丁岚 王秀英"], ["2026-05-15", "丁岚 王秀英 补青"]);
  await agree("丁岚 王秀英 补青");
  expect(await countOpenVacancies(office)).toBe(1);

  await editTerm(office, termId, 1, { level: "DISTRICT", ordinal: 6, name: "青澜区第六次党代会", congressFrom: "2025-12-31", congressTo: null, startsOn: "2025-12-31", endsOn: "2026-06-01", ageReferenceOn: null });
  const next = await openTerm(office, { level: "DISTRICT", ordinal: 7, name: "青澜区第七次党代会", congressFrom: null, congressTo: null, startsOn: "2026-06-01", endsOn: "2031-06-01", ageReferenceOn: null });
  const both = await Promise.allSettled([1, 2].map(() => change(head, { id: next, from: termId, endedOn: "2026-06-01", basis: "青澜区第七次党代会", carry: "carry", continuing: "chosen", chosen: [wang] })));
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  told.push(["2026-05-31", "丁岚 王秀英 补青"], ["2026-06-01", ""]);
  await agree("");
  expect([await register(next), await register(next, "2026-06-01"), await register(next, "2026-05-31")]).toEqual(["王秀英", "王秀英", ""]);
});
