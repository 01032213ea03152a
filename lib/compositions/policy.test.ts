import { describe, expect, it } from "vitest";
import { Role } from "@/prisma/client/enums";
import { mint, type Actor } from "@/lib/platform/actor";
import { may, visibleTo, type CompositionAct } from "./policy";

const [own, other] = ["committee-a", "committee-b"];
const actorOf = (role: string) => mint<Actor>({ role, committeeId: role === "PUBLIC" ? null : own, unitIds: ["u"] } as never);

/** Who may do what; everybody not named may not. */
const expected: Record<CompositionAct, string[]> = {
  view: ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "LEADER", "SYSTEM"],
  export: ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON"],
  readTargets: ["OFFICE", "OFFICE_HEAD", "LEADER", "SYSTEM"],
  setTarget: ["OFFICE", "OFFICE_HEAD", "SYSTEM"],
  changeTarget: ["OFFICE", "OFFICE_HEAD"],
  removeTarget: ["OFFICE", "OFFICE_HEAD"],
  setReferenceDate: ["OFFICE", "OFFICE_HEAD", "SYSTEM"],
};
const roles = [...Object.keys(Role), "SYSTEM", "PUBLIC"];

describe("policy", () => {
  it.each(Object.entries(expected))("%s", (act, allowed) => {
    for (const role of roles) {
      expect(may(actorOf(role), act as CompositionAct, { committeeId: own }), `${role} at home`).toBe(allowed.includes(role));
      expect(may(actorOf(role), act as CompositionAct, { committeeId: other }), `${role} abroad`).toBe(false);
    }
  });

  it("requirements are seen by those who may read them, within their committee", () => {
    for (const role of roles) {
      const seen = expected.readTargets.includes(role);
      expect(visibleTo(actorOf(role)), role).toEqual(seen ? { committeeId: own } : { id: { in: [] } });
    }
  });
});
