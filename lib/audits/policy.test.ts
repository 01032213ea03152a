import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { isOpen, may, type AuditAct } from "./policy";

const roles = [...Object.values(Role), "SYSTEM", "PUBLIC"] as const;
const acts: AuditAct[] = ["read", "export"];

describe("may", () => {
  it.each(roles.flatMap((role) => acts.map((act) => [role, act] as const)))("%s %s", (role, act) => {
    expect(may({ role } as unknown as Actor, act)).toBe(role === "AUDIT_ADMIN");
  });
});

it.each([
  ["Account", true], ["Grant", true], ["Substitution", true], ["Session", true], ["AuditEvent", true],
  ["Delegate", false], ["Person", false], ["Unit", false], ["Term", false], ["RosterImport", false], ["Anything", false],
] as const)("values of %s may be read: %s", (type, open) => expect(isOpen(type)).toBe(open));
