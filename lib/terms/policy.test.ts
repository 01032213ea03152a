import { describe, expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { countedFor, delegationsVisibleTo, groupsVisibleTo, may, openTo, visibleTo, type TermAct } from "./policy";

const HERE = "here";
const actor = (role: Actor["role"], committeeId: string | null = HERE): Actor =>
  mint<Actor>({ role, committeeId, accountId: null, name: "甲", unitId: "u", unitIds: ["u"], requestId: "r", address: null } as unknown as Actor);

const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const doers: Record<TermAct, Actor["role"][]> = {
  open: ["OFFICE", "OFFICE_HEAD", "SYSTEM"], edit: ["OFFICE", "OFFICE_HEAD"], makeCurrent: ["OFFICE_HEAD", "SYSTEM"], arrange: ["OFFICE", "OFFICE_HEAD", "SYSTEM"],
};

describe("who may do what", () => {
  it.each(roles.flatMap((role) => (Object.keys(doers) as TermAct[]).map((act) => [role, act] as const)))("%s %s", (role, act) => {
    expect(may(actor(role), act, { committeeId: HERE })).toBe(doers[act].includes(role));
    expect(may(actor(role, "elsewhere"), act, { committeeId: HERE })).toBe(false);
  });
  it("does not offer to make the present term present", () => {
    expect(openTo(actor("OFFICE_HEAD"), { committeeId: HERE, current: false })).toContain("makeCurrent");
    expect(openTo(actor("OFFICE_HEAD"), { committeeId: HERE, current: true })).toEqual(["open", "edit", "arrange"]);
  });
});

describe("who may know what", () => {
  const none = { id: { in: [] } };
  const readers = ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "LEADER", "SUPERVISOR", "SYSTEM"];
  it.each(roles)("%s", (role) => {
    const reads = readers.includes(role);
    const [terms, own] = [reads ? { committeeId: HERE } : none, { in: ["u"] }];
    expect(visibleTo(actor(role))).toEqual(terms);
    const liaison = role === "UNIT_LIAISON";
    expect(delegationsVisibleTo(actor(role))).toEqual(liaison ? { committeeId: HERE, OR: [{ unitId: own }, { delegates: { some: { unitId: own } } }] } : { term: terms });
    expect(groupsVisibleTo(actor(role))).toEqual(liaison ? { committeeId: HERE, delegates: { some: { unitId: own } } } : { term: terms });
    expect(countedFor(actor(role))).toEqual(liaison ? { committeeId: HERE, unitId: own } : reads && role !== "SUPERVISOR" ? { committeeId: HERE } : none);
  });
});
