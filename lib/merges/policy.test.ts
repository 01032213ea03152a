import { expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { distinctionsVisibleTo, may, peopleVisibleTo, visibleTo, type MergeAct } from "./policy";

const HERE = "c";
const actor = (role: Actor["role"], committeeId = HERE): Actor => mint<Actor>({ role, committeeId, accountId: null, name: "甲", unitId: "u", unitIds: ["u"], personId: "p", requestId: "r", address: null } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const acts: MergeAct[] = ["view", "merge", "undo", "distinguish", "reconsider"];

it.each(roles)("%s merges and knows of merges exactly when it is the office", (role) => {
  const office = role === "OFFICE" || role === "OFFICE_HEAD";
  for (const act of acts) expect([may(actor(role), act, { committeeId: HERE }), may(actor(role, "elsewhere"), act, { committeeId: HERE })]).toEqual([office, false]);
  for (const scope of [visibleTo, distinctionsVisibleTo, peopleVisibleTo]) expect(scope(actor(role))).toEqual(office ? { committeeId: HERE } : { id: { in: [] } });
});
