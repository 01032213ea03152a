import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { accountFlow } from "./flow";
import { isSeat, may, openTo, visibleTo, type AccountAct } from "./policy";

const roles = [...Object.values(Role), "SYSTEM", "PUBLIC"] as const;
type AnyRole = (typeof roles)[number];
const acts: AccountAct[] = ["list", "create", "openDelegate", "renewDelegate", "resetPassword", "endSessions", "disable", "enable"];

const actorOf = (role: AnyRole, committeeId: string | null = "c1") => ({ role, accountId: "me", committeeId: role === "PUBLIC" ? null : committeeId }) as unknown as Actor;
const other = { id: "other", committeeId: "c1" };

const allowed: Partial<Record<AnyRole, AccountAct[]>> = {
  SYSTEM_ADMIN: ["list", "create", "resetPassword", "endSessions", "disable", "enable"],
  SYSTEM: ["create", "resetPassword"],
  OFFICE: ["openDelegate", "renewDelegate"],
  OFFICE_HEAD: ["openDelegate", "renewDelegate"],
};

describe("may", () => {
  it.each(roles.flatMap((role) => acts.map((act) => [role, act] as const)))("%s %s", (role, act) => {
    expect(may(actorOf(role), act, other)).toBe(allowed[role]?.includes(act) ?? false);
  });

  it.each(roles.flatMap((role) => acts.map((act) => [role, act] as const)))("%s of another committee never: %s", (role, act) => {
    expect(may(actorOf(role, "c2"), act, other)).toBe(false);
  });

  it.each(["resetPassword", "endSessions", "disable", "enable"] as const)("nobody does %s to the own account", (act) => {
    expect(may(actorOf("SYSTEM_ADMIN"), act, { id: "me", committeeId: "c1" })).toBe(false);
  });
});

describe("openTo", () => {
  it("offers a working account everything but enabling", () => expect(openTo(actorOf("SYSTEM_ADMIN"), { ...other, state: "ACTIVE" })).toEqual(["resetPassword", "endSessions", "disable"]));
  it("offers a stopped account enabling only", () => expect(openTo(actorOf("SYSTEM_ADMIN"), { ...other, state: "DISABLED" })).toEqual(["enable"]));
  it.each(roles.filter((role) => role !== "SYSTEM_ADMIN"))("shows %s no button but the program's", (role) => {
    const open = accountFlow.states.flatMap((state) => openTo(actorOf(role), { ...other, state }));
    expect(open).toEqual(role === "SYSTEM" ? ["resetPassword"] : []);
  });
});

describe("visibleTo", () => {
  const whole: AnyRole[] = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "SYSTEM"];
  it.each(roles)("%s", (role) => {
    const expected = whole.includes(role) ? { committeeId: "c1" } : role === "PUBLIC" ? { id: { in: [] } } : { id: "me" };
    expect(visibleTo(actorOf(role))).toEqual(expected);
  });
});

it("knows the three seats", () => {
  expect(Object.values(Role).filter(isSeat)).toEqual(["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"]);
});
