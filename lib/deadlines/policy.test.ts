import { describe, expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { DeadlineState, Role } from "@/prisma/client/enums";
import { deadlineFlow } from "./flow";
import { rungs } from "./ladder";
import { may, openTo, visibleTo, type DeadlineAct } from "./policy";

const HERE = "c";
const actor = (role: Actor["role"], committeeId = HERE): Actor => mint<Actor>({ role, committeeId, accountId: null, name: "甲", unitId: "u", unitIds: ["u"], personId: "p", requestId: "r", address: null } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const office: Actor["role"][] = ["OFFICE", "OFFICE_HEAD"];
const acts: DeadlineAct[] = ["urge", "extend", "pause", "resume"];

/** Over a clock of the unit's liaison that has climbed to the end. */
const allowed: Record<DeadlineAct, Actor["role"][]> = { urge: [...office, "SUPERVISOR"], extend: ["OFFICE_HEAD"], pause: office, resume: office };
const clock = { committeeId: HERE, unitId: "u", ownerRole: "UNIT_LIAISON" as Role, rung: rungs.length, owes: false };

describe("may", () => {
  it.each(roles.flatMap((role) => acts.map((act) => [role, act] as const)))("%s %s", (role, act) => {
    expect(may(actor(role), act, clock)).toBe(allowed[act].includes(role));
    expect(may(actor(role, "elsewhere"), act, clock)).toBe(false);
  });
  it("lets nobody urge what the own role has to do", () => expect([may(actor("OFFICE"), "urge", { ...clock, ownerRole: "OFFICE" }), may(actor("OFFICE_HEAD"), "urge", { ...clock, ownerRole: "OFFICE" })]).toEqual([false, true]));
  it.each(roles)("lets no %s urge or extend what the account has to do in a seat of its own, though pausing stays the office's", (role) =>
    expect(acts.map((act) => may(actor(role), act, { ...clock, owes: true }))).toEqual([false, false, office.includes(role), office.includes(role)]));
  it("lets a liaison urge the own delegates alone", () => expect([{}, { unitId: "w" }, { ownerRole: "OFFICE" as Role }].map((of) => may(actor("UNIT_LIAISON"), "urge", { ...clock, ownerRole: "DELEGATE", ...of }))).toEqual([true, false, false]));
  it("keeps the supervision office to what the ladder brought it", () => expect(may(actor("SUPERVISOR"), "urge", { ...clock, rung: rungs.length - 1 })).toBe(false));
});

it("offers what the flow leaves open and the power allows, and nothing of a closed clock", () => {
  for (const state of Object.values(DeadlineState)) {
    expect(openTo(actor("OFFICE_HEAD"), { ...clock, state })).toEqual(acts.filter((act) => deadlineFlow.next(state, act) !== undefined));
    expect(openTo(actor("LEADER"), { ...clock, state })).toEqual([]);
  }
  expect([openTo(actor("OFFICE_HEAD"), { ...clock, state: "MET" }), openTo(actor("OFFICE_HEAD"), { ...clock, state: "PAUSED" })]).toEqual([[], ["resume"]]);
});

it.each(roles)("%s sees", (role) => {
  const own = { UNIT_LIAISON: { unitId: { in: ["u"] } }, HANDLING_UNIT: { ownerRole: "HANDLING_UNIT", ownerUnitId: { in: ["u"] } }, SUPERVISOR: { rung: { gte: rungs.length } }, OFFICE: {}, OFFICE_HEAD: {}, SYSTEM: {} } as Record<string, object>;
  expect(visibleTo(actor(role))).toEqual(own[role] ? { committeeId: HERE, ...own[role] } : { id: { in: [] } });
});
