import { describe, expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { CorrectionState, Role } from "@/prisma/client/enums";
import { correctionFlow, openStates } from "./flow";
import { eventNames } from "./labels";
import { may, openTo, visibleTo, type CorrectionAct } from "./policy";

const HERE = "c";
const actor = (role: Actor["role"], more: object = {}): Actor => mint<Actor>({ role, committeeId: HERE, accountId: null, name: "甲", unitId: "u", unitIds: ["u"], personId: role === "DELEGATE" ? "p" : null, requestId: "r", address: null, ...more } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const office: Actor["role"][] = ["OFFICE", "OFFICE_HEAD"];
const of = { committeeId: HERE, unitId: "u", personId: "p", active: true };
const states = Object.values(CorrectionState);

const allowed: Record<CorrectionAct, Actor["role"][]> = {
  submit: ["DELEGATE"], resubmit: ["DELEGATE"], withdraw: ["DELEGATE"], attach: ["DELEGATE"], confirm: ["UNIT_LIAISON"], approve: office, sendBack: [...office, "UNIT_LIAISON"], reveal: [...office, "UNIT_LIAISON"],
};
const acts = Object.keys(allowed) as CorrectionAct[];

describe("may", () => {
  it.each(roles.flatMap((role) => acts.map((act) => [role, act] as const)))("%s %s", (role, act) => {
    expect(may(actor(role), act, of)).toBe(allowed[act].includes(role));
    expect(may(actor(role, { committeeId: "elsewhere" }), act, of)).toBe(false);
  });
  it("keeps a liaison to the own units and a delegate to the own record", () => {
    expect(may(actor("UNIT_LIAISON"), "confirm", { ...of, unitId: "w" })).toBe(false);
    for (const act of ["submit", "resubmit", "withdraw", "attach"] as const) expect(may(actor("DELEGATE"), act, { ...of, personId: "q" })).toBe(false);
  });
  it("leaves a delegate whose mandate is not in force to read", () => expect(acts.filter((act) => may(actor("DELEGATE"), act, { ...of, active: false }))).toEqual([]));
  it("lets nobody handle the own request", () => {
    for (const role of ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON"] as const) expect(acts.filter((act) => may(actor(role, { personId: "p" }), act, of))).toEqual([]);
  });
  it("takes no empty person for the same one", () => expect(may(actor("DELEGATE", { personId: null }), "submit", { ...of, personId: null as unknown as string })).toBe(false));
});

describe("openTo", () => {
  const open = (role: Actor["role"], hasLiaison: boolean) => Object.fromEntries(states.map((state) => [state, openTo(actor(role), { ...of, state, hasLiaison })]));
  it("brings the liaison first and the office second", () => {
    expect(open("UNIT_LIAISON", true)).toEqual({ SUBMITTED: ["confirm", "sendBack"], CONFIRMED: [], RETURNED: [], APPROVED: [], WITHDRAWN: [] });
    expect(open("OFFICE", true)).toEqual({ SUBMITTED: ["sendBack"], CONFIRMED: ["approve", "sendBack"], RETURNED: [], APPROVED: [], WITHDRAWN: [] });
  });
  it("lets the office approve directly where the unit has no liaison", () => expect(open("OFFICE", false).SUBMITTED).toEqual(["approve", "sendBack"]));
  it("leaves the delegate the own steps while the request is open", () => {
    expect(open("DELEGATE", true)).toEqual({ SUBMITTED: ["withdraw"], CONFIRMED: ["withdraw"], RETURNED: ["resubmit", "withdraw"], APPROVED: [], WITHDRAWN: [] });
  });
});

describe("the flow", () => {
  it("calls a request open exactly while a step is left", () => expect(correctionFlow.states.filter((state) => correctionFlow.open(state).length > 0).sort()).toEqual([...openStates].sort()));
  it("names every event", () => expect([...new Set(states.flatMap(correctionFlow.open))].sort()).toEqual(Object.keys(eventNames).sort()));
  it("stands open first in the order of the list", () => expect(states.slice(0, openStates.length).sort()).toEqual([...openStates].sort()));
});

it.each(roles)("%s sees", (role) => {
  const scope = [...office, "SYSTEM"].includes(role) ? { committeeId: HERE } : role === "UNIT_LIAISON" ? { committeeId: HERE, delegate: { unitId: { in: ["u"] } } } : role === "DELEGATE" ? { committeeId: HERE, delegate: { personId: "p" } } : { id: { in: [] } };
  expect(visibleTo(actor(role))).toEqual(scope);
});
