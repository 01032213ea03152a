import { describe, expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role, RuleSettingState } from "@/prisma/client/enums";
import { settingFlow } from "./flow";
import { may, openTo, visibleTo, type RuleAct } from "./policy";

const actor = (role: Actor["role"], accountId = "me"): Actor => mint<Actor>({ role, committeeId: "here", accountId, name: "甲", unitId: "u", unitIds: ["u"], personId: null, requestId: "r", address: null } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const office: Actor["role"][] = ["OFFICE", "OFFICE_HEAD"];

const byOthers: Record<RuleAct, Actor["role"][]> = { view: office, set: office, restore: office, end: office, confirm: ["OFFICE_HEAD"], refuse: ["OFFICE_HEAD"], withdraw: [] };
const byOneself: Record<RuleAct, Actor["role"][]> = { ...byOthers, confirm: [], refuse: [], withdraw: office };

describe.each(Object.keys(byOthers) as RuleAct[])("%s", (act) => {
  const who = (enteredById: string, committeeId = "here") => roles.filter((role) => may(actor(role), act, { committeeId, enteredById }));
  it("of another's setting", () => expect(who("somebody")).toEqual(byOthers[act]));
  it("of the own setting", () => expect(who("me")).toEqual(byOneself[act]));
  it("of another committee's", () => expect(who("me", "there")).toEqual([]));
});

it("offers the steps of the flow to those who have the power, and none once it is over", () => {
  const open = (role: Actor["role"], enteredById: string) => Object.fromEntries(Object.values(RuleSettingState).map((state) => [state, openTo(actor(role), { committeeId: "here", enteredById, state })]));
  const over = { REFUSED: [], WITHDRAWN: [], ENDED: [] };
  expect(open("OFFICE_HEAD", "somebody")).toEqual({ PROPOSED: ["confirm", "refuse"], IN_FORCE: ["end"], ...over });
  expect(open("OFFICE", "me")).toEqual({ PROPOSED: ["withdraw"], IN_FORCE: ["end"], ...over });
  expect(open("LEADER", "me")).toEqual({ PROPOSED: [], IN_FORCE: [], ...over });
  expect(settingFlow.states.filter((state) => settingFlow.open(state).length > 0)).toEqual(["PROPOSED", "IN_FORCE"]);
});

it.each(roles)("%s reads", (role) => expect(visibleTo(actor(role))).toEqual(office.includes(role) ? { committeeId: "here" } : { id: { in: [] } }));
