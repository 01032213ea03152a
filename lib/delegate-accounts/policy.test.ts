import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { may, visibleTo, type DelegateAccountAct } from "./policy";

const roles = [...Object.values(Role), "SYSTEM", "PUBLIC"] as const;
const acts: DelegateAccountAct[] = ["list", "request", "take", "cancel", "open", "reset", "read"];
const actorOf = (role: (typeof roles)[number], committeeId = "c1") => ({ role, accountId: "me", grantId: "g", committeeId, unitIds: ["u1"] }) as unknown as Actor;
const OFFICE: string[] = ["OFFICE", "OFFICE_HEAD"];
const matrix = roles.flatMap((role) => acts.map((act) => [role, act] as const));

describe("may", () => {
  it.each(matrix)("%s %s", (role, act) => expect(may(actorOf(role), act, { committeeId: "c1", unitId: "u1" })).toBe(OFFICE.includes(role) || (role === "UNIT_LIAISON" && act === "read")));
  it.each(matrix)("%s of another committee never: %s", (role, act) => expect(may(actorOf(role, "c2"), act, { committeeId: "c1", unitId: "u1" })).toBe(false));
  it("a liaison reads of no other unit", () => expect(may(actorOf("UNIT_LIAISON"), "read", { committeeId: "c1", unitId: "u2" })).toBe(false));
});

it.each(roles)("%s knows of the own batches at most", (role) => {
  expect(visibleTo(actorOf(role))).toEqual(OFFICE.includes(role) ? { committeeId: "c1", accountId: "me", grantId: "g" } : { id: { in: [] } });
});
