import { describe, expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role, TerminationState } from "@/prisma/client/enums";
import { openStates, terminationFlow } from "./flow";
import { countedFor, may, openTo, visibleTo, type TerminationAct } from "./policy";

const HERE = "c";
const actor = (role: Actor["role"], committeeId = HERE): Actor => mint<Actor>({ role, committeeId, accountId: null, name: "甲", unitId: "u", unitIds: ["u"], personId: "p", requestId: "r", address: null } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const office: Actor["role"][] = ["OFFICE", "OFFICE_HEAD"];

const allowed: Record<TerminationAct, Actor["role"][]> = { propose: [...office, "UNIT_LIAISON"], withdraw: [...office, "UNIT_LIAISON"], record: office, carry: office, decideYes: office, decideNo: office, file: office };

describe("may", () => {
  it.each(roles.flatMap((role) => (Object.keys(allowed) as TerminationAct[]).map((act) => [role, act] as const)))("%s %s", (role, act) => {
    expect(may(actor(role), act, { committeeId: HERE, unitId: "u" })).toBe(allowed[act].includes(role));
    expect(may(actor(role, "elsewhere"), act, { committeeId: HERE, unitId: "u" })).toBe(false);
  });
  it("keeps a liaison to the own units", () => expect(may(actor("UNIT_LIAISON"), "propose", { committeeId: HERE, unitId: "w" })).toBe(false));
});

describe("openTo", () => {
  it("offers a liaison to take the own proposal back, and no more", () => {
    expect(Object.values(TerminationState).flatMap((state) => openTo(actor("UNIT_LIAISON"), { committeeId: HERE, unitId: "u", state }))).toEqual(["withdraw"]);
  });
  it("offers the office every step of the flow in its order", () => {
    for (const state of Object.values(TerminationState)) expect(openTo(actor("OFFICE"), { committeeId: HERE, unitId: "u", state })).toEqual(terminationFlow.open(state));
  });
});

it("calls a case open exactly while a step is left", () => {
  expect(terminationFlow.states.filter((state) => terminationFlow.open(state).length > 0)).toEqual(openStates);
});

it.each(roles)("%s sees", (role) => {
  const whole: Actor["role"][] = [...office, "SYSTEM"];
  expect(visibleTo(actor(role))).toEqual(whole.includes(role) ? { committeeId: HERE } : role === "UNIT_LIAISON" ? { committeeId: HERE, unitId: { in: ["u"] } } : { id: { in: [] } });
});

it.each(roles)("%s is told how many are under way", (role) => {
  expect(countedFor(actor(role))).toEqual(role === "LEADER" ? { committeeId: HERE } : visibleTo(actor(role)));
});
