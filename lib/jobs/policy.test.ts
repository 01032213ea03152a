import { expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { may, type JobAct } from "./policy";

const actor = (role: Actor["role"], committeeId = "c"): Actor => mint<Actor>({ role, committeeId, accountId: null, name: "甲", requestId: "r", address: null } as unknown as Actor);

it.each([...Object.values(Role), "SYSTEM", "PUBLIC"] as Actor["role"][])("%s keeps failed jobs only as the system administrator of the committee", (role) => {
  for (const act of ["list", "retry", "drop"] as JobAct[]) {
    expect(may(actor(role), act, { committeeId: "c" })).toBe(role === "SYSTEM_ADMIN");
    expect(may(actor(role, "elsewhere"), act, { committeeId: "c" })).toBe(false);
  }
});
