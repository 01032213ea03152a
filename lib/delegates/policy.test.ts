import { describe, expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role, type DelegateStatus } from "@/prisma/client/enums";
import { delegateFlow } from "./flow";
import { batchesVisibleTo, may, openTo, visibleTo, type DelegateAct } from "./policy";

const HERE = "here";
const actor = (role: Actor["role"], committeeId: string | null = HERE, personId: string | null = "p"): Actor =>
  mint<Actor>({ role, committeeId, accountId: null, name: "甲", unitId: "u", unitIds: ["u", "v"], personId, requestId: "r", address: null } as unknown as Actor);

const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const office: Actor["role"][] = ["OFFICE", "OFFICE_HEAD"];
const head: Actor["role"][] = ["OFFICE_HEAD"];

const allowed: Record<DelegateAct, Actor["role"][]> = {
  create: [...office, "SYSTEM"], import: [...office, "SYSTEM"], edit: office, move: office, number: office, arrange: office, setPhoto: office, removePhoto: office, revealMobile: [...office, "UNIT_LIAISON"], revealIdNumber: office, readHistory: office,
  readOwnWord: [...office, "UNIT_LIAISON"], confirmOwn: [], consent: [], exportOwn: [], addOwnPhoto: [], export: [...office, "UNIT_LIAISON"], exportNumbers: office,
  QUALIFY: head, DISQUALIFY: head, SUSPEND: head, RESTORE: head, TRANSFER_OUT: office, TERMINATE: office, TERM_END: [...head, "SYSTEM"],
};
const acts = Object.keys(allowed) as DelegateAct[];

describe("may", () => {
  it.each(roles.flatMap((role) => acts.map((act) => [role, act] as const)))("%s %s", (role, act) => {
    expect(may(actor(role), act, { committeeId: HERE, unitId: "v" })).toBe(allowed[act].includes(role));
    expect(may(actor(role, "elsewhere"), act, { committeeId: HERE, unitId: "v" })).toBe(false);
  });
  it("keeps a liaison to the own units", () => expect(may(actor("UNIT_LIAISON"), "revealMobile", { committeeId: HERE, unitId: "w" })).toBe(false));
  it("lets a delegate speak for the own record and no other", () => {
    const own = (personId: string) => acts.filter((act) => may(actor("DELEGATE"), act, { committeeId: HERE, unitId: "v", personId })).sort();
    expect([own("p"), own("q")]).toEqual([["addOwnPhoto", "confirmOwn", "consent", "exportOwn", "readHistory", "readOwnWord"], []]);
    expect(roles.filter((role) => role !== "DELEGATE").flatMap((role) => (["confirmOwn", "consent", "exportOwn"] as const).filter((act) => may(actor(role), act, { committeeId: HERE, unitId: "v", personId: "p" })))).toEqual([]);
    expect(may(actor("DELEGATE", "elsewhere"), "exportOwn", { committeeId: HERE, personId: "p" })).toBe(false);
  });
  it("gives a liaison nothing without a unit", () => expect(may(actor("UNIT_LIAISON"), "revealMobile", { committeeId: HERE })).toBe(false));
});

describe("openTo", () => {
  const events = (role: Actor["role"], status: DelegateStatus) => openTo(actor(role), { committeeId: HERE, unitId: "v", personId: "p", status });
  it.each<[Actor["role"], DelegateStatus, string[]]>([
    ["OFFICE_HEAD", "PENDING_REVIEW", ["QUALIFY", "DISQUALIFY"]],
    ["OFFICE_HEAD", "ACTIVE", ["SUSPEND", "TRANSFER_OUT"]],
    ["OFFICE_HEAD", "SUSPENDED", ["RESTORE", "TRANSFER_OUT"]],
    ["OFFICE", "ACTIVE", ["TRANSFER_OUT"]],
    ["OFFICE", "PENDING_REVIEW", []],
    ["SYSTEM", "ACTIVE", []],
  ])("%s, %s", (role, status, expected) => expect(events(role, status)).toEqual(expected));
  it.each(["CEASED", "TERMINATED", "INVALID", "TERM_ENDED"] as const)("nothing follows %s", (status) => expect(roles.flatMap((role) => events(role, status))).toEqual([]));
  it("offers nobody else anything", () => {
    const others = roles.filter((role) => !["OFFICE", "OFFICE_HEAD", "SYSTEM"].includes(role));
    expect(others.flatMap((role) => delegateFlow.states.flatMap((status) => events(role, status)))).toEqual([]);
  });
});

describe("visibleTo", () => {
  const whole: Actor["role"][] = ["OFFICE", "OFFICE_HEAD", "LEADER", "SYSTEM"];
  it.each(roles)("%s", (role) => {
    const own = role === "UNIT_LIAISON" ? { committeeId: HERE, unitId: { in: ["u", "v"] } } : role === "DELEGATE" ? { committeeId: HERE, personId: "p" } : { id: { in: [] } };
    expect(visibleTo(actor(role))).toEqual(whole.includes(role) ? { committeeId: HERE } : own);
  });
  it("shows a delegate's account without a person nothing", () => expect(visibleTo(actor("DELEGATE", HERE, null))).toEqual({ id: { in: [] } }));
});

it("keeps batches, which name people of every unit, to the office", () =>
  expect(roles.filter((role) => JSON.stringify(batchesVisibleTo(actor(role))) === JSON.stringify({ committeeId: HERE }))).toEqual(office));
