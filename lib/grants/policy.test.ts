import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { may, needsUnit, obstacleTo, visibleTo, type GrantAct } from "./policy";

const roles = [...Object.values(Role), "SYSTEM", "PUBLIC"] as const;
type AnyRole = (typeof roles)[number];
const acts: GrantAct[] = ["list", "give", "take", "giveDelegate"];

const actorOf = (role: AnyRole, committeeId = "c1") => ({ role, accountId: role === "SYSTEM" || role === "PUBLIC" ? null : "me", committeeId: role === "PUBLIC" ? null : committeeId }) as unknown as Actor;
const other = { accountId: "other", committeeId: "c1" };
const allowed: Partial<Record<AnyRole, GrantAct[]>> = { SECURITY_ADMIN: ["list", "give", "take"], SYSTEM: ["give"], OFFICE: ["giveDelegate"], OFFICE_HEAD: ["giveDelegate"] };
const matrix = roles.flatMap((role) => acts.map((act) => [role, act] as const));

describe("may", () => {
  it.each(matrix)("%s %s", (role, act) => expect(may(actorOf(role), act, other)).toBe(allowed[role]?.includes(act) ?? false));
  it.each(matrix)("%s of another committee never: %s", (role, act) => expect(may(actorOf(role, "c2"), act, other)).toBe(false));
  it.each(["give", "take"] as const)("nobody can %s the own roles", (act) => {
    expect(may(actorOf("SECURITY_ADMIN"), act, { accountId: "me", committeeId: "c1" })).toBe(false);
  });
  it("nobody makes the own account a delegate's", () => expect(may(actorOf("OFFICE_HEAD"), "giveDelegate", { accountId: "me", committeeId: "c1" })).toBe(false));
});

it.each(roles)("%s knows of the grants it should", (role) => {
  expect(visibleTo(actorOf(role))).toEqual(role === "SECURITY_ADMIN" || role === "SYSTEM" ? { committeeId: "c1" } : { id: { in: [] } });
});

it("binds liaisons and handling units to a unit, nobody else", () => {
  expect(Object.values(Role).filter(needsUnit)).toEqual(["UNIT_LIAISON", "HANDLING_UNIT"]);
});

describe("obstacleTo", () => {
  const seats = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"] as const;
  const work = Object.values(Role).filter((role) => !seats.some((seat) => seat === role));
  const holding = (role: Role, unitId: string | null = null) => [{ role, unitId }];

  it.each(Object.values(Role))("lets an account without a role become %s", (role) => expect(obstacleTo([], role, null)).toBeNull());
  it.each(seats.flatMap((a) => seats.map((b) => [a, b] as const)))("%s cannot also be %s", (a, b) => {
    expect(obstacleTo(holding(a), b, null)).toBe(a === b ? "held" : "twoSeats");
  });
  it.each(seats.flatMap((seat) => work.map((role) => [seat, role] as const)))("keeps %s and %s apart both ways", (seat, role) => {
    expect(obstacleTo(holding(seat), role, null)).toBe("workBesideSeat");
    expect(obstacleTo(holding(role), seat, null)).toBe("seatBesideWork");
  });
  it("allows several working roles, and one role in two units", () => {
    expect(obstacleTo(holding("OFFICE"), "DELEGATE", null)).toBeNull();
    expect(obstacleTo(holding("UNIT_LIAISON", "u1"), "UNIT_LIAISON", "u2")).toBeNull();
    expect(obstacleTo(holding("UNIT_LIAISON", "u1"), "UNIT_LIAISON", "u1")).toBe("held");
  });
});
