import { describe, expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { unitFlow } from "./flow";
import { choosableBy, countedFor, may, openTo, visibleTo, type UnitAct } from "./policy";

const HERE = "here";
const actor = (role: Actor["role"], committeeId: string | null = HERE): Actor =>
  mint<Actor>({ role, committeeId, accountId: null, name: "甲", unitId: "u", unitIds: ["u", "v"], requestId: "r", address: null } as unknown as Actor);

const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const acts: UnitAct[] = ["establish", "remove", "RENAME", "MOVE", "ADJUST", "DEACTIVATE", "REACTIVATE", "MERGE", "ABSORB", "SPLIT", "RECEIVE"];
const office = ["OFFICE", "OFFICE_HEAD"];

describe("who may change the tree", () => {
  it.each(roles.flatMap((role) => acts.map((act) => [role, act] as const)))("%s %s", (role, act) => {
    expect(may(actor(role), act, { committeeId: HERE })).toBe(office.includes(role) || (role === "SYSTEM" && act === "establish"));
    expect(may(actor(role, "elsewhere"), act, { committeeId: HERE })).toBe(false);
  });
});

describe("who may know of a unit", () => {
  const none = { id: { in: [] } };
  const whole = { committeeId: HERE };
  const own = { committeeId: HERE, id: { in: ["u", "v"] } };
  const reads: Partial<Record<Actor["role"], object>> = { OFFICE: whole, OFFICE_HEAD: whole, LEADER: whole, SUPERVISOR: whole, SYSTEM: whole, UNIT_LIAISON: own };
  it.each(roles)("%s", (role) => {
    expect(visibleTo(actor(role))).toEqual(reads[role] ?? none);
    expect(choosableBy(actor(role))).toEqual(role === "SECURITY_ADMIN" ? whole : (reads[role] ?? none));
    const counts = role === "UNIT_LIAISON" ? { committeeId: HERE, unitId: { in: ["u", "v"] } } : role === "SUPERVISOR" ? none : (reads[role] ?? none);
    expect(countedFor(actor(role))).toEqual(counts);
  });
});

describe("what is open", () => {
  const unit = { committeeId: HERE, parentId: "p" as string | null, activeTo: null as Date | null };
  it("follows the state of the unit", () => {
    expect(openTo(actor("OFFICE"), unit)).toEqual(["RENAME", "MOVE", "ADJUST", "MERGE", "SPLIT", "DEACTIVATE", "remove"]);
    expect(openTo(actor("OFFICE"), { ...unit, activeTo: new Date() })).toEqual(["REACTIVATE", "remove"]);
    expect(openTo(actor("UNIT_LIAISON"), unit)).toEqual([]);
  });
  it("leaves the root where it is", () => expect(openTo(actor("OFFICE"), { ...unit, parentId: null })).toEqual(["RENAME", "ADJUST"]));
  it("has a way back from every state", () => {
    expect(unitFlow.next("ACTIVE", "DEACTIVATE")).toBe("INACTIVE");
    expect(unitFlow.next("INACTIVE", "REACTIVATE")).toBe("ACTIVE");
    expect(unitFlow.next("INACTIVE", "RENAME")).toBeUndefined();
  });
});
