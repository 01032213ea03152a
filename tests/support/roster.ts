import { randomUUID } from "node:crypto";
import { registerMany, type Registration } from "@/lib/delegates/bulk-service";
import { delegateInput } from "@/lib/delegates/schema";
import { writtenOf, type WrittenValues } from "@/lib/delegates/written";
import { checkDigit } from "@/lib/platform/chinese/id-number";
import { addDelegation, addGroup } from "@/lib/terms/delegations/service";
import { makeCurrent, openTerm } from "@/lib/terms/service";
import { establish } from "@/lib/units/service";
import { actorOf, newCommittee } from "./committee";

/** The same numbers on every run: a failure can be looked at again. */
export function dice(seed: number) {
  let state = seed;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  return { next, pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T };
}

/** An empty collection form with these answers. */
export const answers = (given: Record<string, unknown> = {}) => ({
  name: "丁岚", sex: "2", ethnicity: "01", birthMonth: "1979.04", nativePlace: "", joinedPartyOn: "", workStartedOn: "", idNumber: "", mobile: "", officePhone: "", address: "",
  education: "", degree: "", school: "", employer: "", position: "", rank: "", professionalTitle: "", occupation: "", primaryCategory: "", honours: "", delegationId: "",
  groupId: "", unitId: "", delegateNo: "", electedOn: "", electionKind: "GENERAL", concurrentRoles: "", remark: "", ...given,
});

/** The form as the service takes it. */
export const filled = (given: Record<string, unknown> = {}): WrittenValues => writtenOf(delegateInput.parse(answers(given)));

/** A number that passes every check, of an area that does not exist. */
export function cardOf(birth: string, order: number): string {
  const body = `990103${birth}${String(order).padStart(3, "0")}`;
  return body + checkDigit(body);
}

/** A committee with a present term: 区委 ⊃ 云帆街道 ⊃ 望湖社区; 区委 ⊃ 北固街道; two delegations, each with a group. */
export async function newHouse() {
  const committee = await newCommittee();
  const unit = (parentId: string | null, name: string) => establish(committee.system, { parentId, name, kind: "SUBDISTRICT", isElecting: true, isHandling: false, activeFrom: "2001-03-01", basis: null });
  const root = await unit(null, "中共青澜区委员会");
  const yunfan = await unit(root, "云帆街道党工委");
  const units = { root, yunfan, wanghu: await unit(yunfan, "望湖社区党委"), beigu: await unit(root, "北固街道党工委") };
  const termId = await openTerm(committee.system, { level: "DISTRICT", ordinal: 6, name: "青澜区第六次党代会", congressFrom: "2025-12-31", congressTo: null, startsOn: "2025-12-31", endsOn: "2030-12-31", ageReferenceOn: null });
  await makeCurrent(committee.system, termId, null);
  const delegations = { cloud: await addDelegation(committee.system, termId, { name: "云帆代表团", unitId: yunfan }), north: await addDelegation(committee.system, termId, { name: "北固代表团", unitId: null }) };
  const groups = { cloud: await addGroup(committee.system, termId, { name: "第一小组", delegationId: delegations.cloud }), north: await addGroup(committee.system, termId, { name: "第二小组", delegationId: delegations.north }) };
  return {
    ...committee, units, termId, delegations, groups, office: actorOf("OFFICE", committee.id), head: actorOf("OFFICE_HEAD", committee.id, [], "罗岩"),
    liaison: actorOf("UNIT_LIAISON", committee.id, [yunfan, units.wanghu], "孟帆"), leader: actorOf("LEADER", committee.id, [], "梁启明"),
  };
}

export type House = Awaited<ReturnType<typeof newHouse>>;

/** Enters these people as an import does and tells their ids. */
export async function enter(house: House, people: { values: WrittenValues; unitId: string }[]): Promise<string[]> {
  const list: Registration[] = people.map(({ values, unitId }) => ({ delegateId: randomUUID(), personId: randomUUID(), personVersion: null, values, unitId, changes: {} }));
  await registerMany(house.office, { termId: house.termId, effectiveOn: new Date("2025-12-31"), reviewBasis: "资格审查报告", firstOrder: 1 }, list, async () => undefined);
  return list.map((r) => r.delegateId);
}
