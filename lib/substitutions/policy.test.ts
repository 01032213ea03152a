import { describe, expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role, SubstitutionState } from "@/prisma/client/enums";
import { substitutionFlow } from "./flow";
import { LENT_ROLES } from "./labels";
import { may, openTo, visibleTo, type SubstitutionAct } from "./policy";

const actor = (role: Actor["role"], accountId: string | null = "me"): Actor => mint<Actor>({ role, committeeId: "here", accountId, name: "甲", unitId: null, unitIds: [], personId: null, requestId: "r", address: null } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const everyAccount = Object.values(Role);

const allowed: Record<SubstitutionAct, { stranger: Actor["role"][]; party: Actor["role"][] }> = {
  name: { stranger: [...LENT_ROLES], party: [...LENT_ROLES] },
  agree: { stranger: ["SECURITY_ADMIN"], party: [] },
  refuse: { stranger: ["SECURITY_ADMIN"], party: [] },
  end: { stranger: ["SECURITY_ADMIN"], party: everyAccount },
};

describe.each(Object.keys(allowed) as SubstitutionAct[])("%s", (act) => {
  const who = (absentId: string, committeeId = "here") => roles.filter((role) => may(actor(role, role === "SYSTEM" || role === "PUBLIC" ? null : "me"), act, { committeeId, absentId, deputyId: "other" }));
  it("by others than the two", () => expect(who("somebody").sort()).toEqual([...allowed[act].stranger].sort()));
  it("by one of the two", () => expect(who("me").sort()).toEqual([...allowed[act].party].sort()));
  it("of another committee", () => expect(who("me", "there")).toEqual([]));
});

it("lends no mandate, no leader's reading and none of the three seats", () => {
  expect(everyAccount.filter((role) => !LENT_ROLES.some((lent) => lent === role))).toEqual(["DELEGATE", "LEADER", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"]);
});

it("offers the steps of the flow to those who have the power", () => {
  const of = { committeeId: "here", absentId: "away", deputyId: "other" };
  expect(Object.values(SubstitutionState).map((state) => openTo(actor("SECURITY_ADMIN"), { ...of, state }))).toEqual([["agree", "refuse", "end"], ["end"], [], [], []]);
  expect(Object.values(SubstitutionState).map((state) => openTo(actor("OFFICE", "away"), { ...of, state }))).toEqual([["end"], ["end"], [], [], []]);
  expect(substitutionFlow.states.filter((state) => substitutionFlow.open(state).length > 0)).toEqual(["WAITING", "IN_FORCE"]);
});

it("shows the security administrator all of the committee, and everybody else the own", () => {
  expect(visibleTo(actor("SECURITY_ADMIN"))).toEqual({ committeeId: "here" });
  for (const role of everyAccount.filter((r) => r !== "SECURITY_ADMIN")) expect(visibleTo(actor(role))).toEqual({ committeeId: "here", OR: [{ absentId: "me" }, { deputyId: "me" }] });
  for (const role of ["SYSTEM", "PUBLIC"] as const) expect(visibleTo(actor(role, null))).toEqual({ id: { in: [] } });
});
