import { expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { flaws, UNWATCHED } from "./labels";
import { may } from "./policy";

const HERE = "c";
const actor = (role: Actor["role"], committeeId = HERE): Actor => mint<Actor>({ role, committeeId, accountId: null, name: "甲", unitId: "u", unitIds: ["u"], personId: "p", requestId: "r", address: null } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];

it.each(roles)("%s sees flaws as staff, and unwatched units as the office", (role) => {
  const office = role === "OFFICE" || role === "OFFICE_HEAD";
  for (const kind of flaws) expect(may(actor(role), kind, { committeeId: HERE })).toBe(office || role === "UNIT_LIAISON");
  expect(may(actor(role), UNWATCHED, { committeeId: HERE })).toBe(office);
  for (const kind of [...flaws, UNWATCHED] as const) expect(may(actor(role, "elsewhere"), kind, { committeeId: HERE })).toBe(false);
});
