import { expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { may, visibleTo } from "./policy";

const actor = (role: Actor["role"], committeeId = "here"): Actor =>
  mint<Actor>({ role, committeeId, accountId: null, name: "甲", unitId: "u", unitIds: ["u"], personId: null, requestId: "r", address: null } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];

it.each(["appoint", "dismiss"] as const)("%s is for the office of the committee", (act) => {
  expect(roles.filter((role) => may(actor(role), act, { committeeId: "here" }))).toEqual(["OFFICE", "OFFICE_HEAD"]);
  expect(roles.filter((role) => may(actor(role, "elsewhere"), act, { committeeId: "here" }))).toEqual([]);
});

it("shows a post to whoever may see the delegate", () => {
  expect(visibleTo(actor("UNIT_LIAISON"))).toEqual({ delegate: { committeeId: "here", unitId: { in: ["u"] } } });
  expect(visibleTo(actor("SYSTEM_ADMIN"))).toEqual({ delegate: { id: { in: [] } } });
});
