import { expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { may } from "./policy";

const actor = (role: Actor["role"]): Actor => mint<Actor>({ role, committeeId: "here", accountId: null, name: "甲", unitId: "u", unitIds: ["u"], personId: null, requestId: "r", address: null } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];

it.each(["view", "enter", "remove"] as const)("%s is for the office of the committee", (act) => {
  expect(roles.filter((role) => may(actor(role), act, { committeeId: "here" }))).toEqual(["OFFICE", "OFFICE_HEAD"]);
  expect(roles.filter((role) => may(actor(role), act, { committeeId: "there" }))).toEqual([]);
});
