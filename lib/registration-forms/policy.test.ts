import { describe, expect, it } from "vitest";
import { mint, type AccountActor, type Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { may, visibleTo } from "./policy";

const HERE = "here";
const roles = Object.values(Role);
const actor = (role: Role, committeeId = HERE): Actor =>
  mint<AccountActor>({ role, accountId: "a", sessionId: "s", grantId: "g", name: "甲", committeeId, unitId: null, unitIds: ["u"], personId: "p", requestId: "r", address: null });
const office: Role[] = ["OFFICE", "OFFICE_HEAD"];
const staff: Role[] = [...office, "UNIT_LIAISON"];

describe("may", () => {
  it.each(roles)("%s", (role) => {
    const here = { committeeId: HERE };
    expect(may(actor(role), "make", here)).toBe(staff.includes(role));
    expect(may(actor(role), "cancel", here)).toBe(staff.includes(role));
    expect(may(actor(role), "download", { ...here, fullNumbers: false })).toBe(staff.includes(role));
    expect(may(actor(role), "download", { ...here, fullNumbers: true })).toBe(office.includes(role));
    expect(may(actor(role), "makeFull", here)).toBe(office.includes(role));
    expect(may(actor(role, "elsewhere"), "make", here)).toBe(false);
  });
});

it.each(roles)("%s sees the own batches of the present seat only, or none", (role) =>
  expect(visibleTo(actor(role))).toEqual(staff.includes(role) ? { committeeId: HERE, accountId: "a", grantId: "g" } : { id: { in: [] } }));
