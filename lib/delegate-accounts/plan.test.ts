import { describe, expect, it } from "vitest";
import type { Role } from "@/prisma/client/enums";
import { accountIn, onlyDelegate, stepFor, type HeldAccount } from "./plan";

const DAY = "2026-11-25";
const at = { day: DAY, accountId: "me" };
const held = (id: string, roles: (Role | [Role, string])[], more: Partial<HeldAccount> = {}): HeldAccount => ({
  id, username: id, version: 1, disabledAt: null, mustChangePassword: false, passwordExpiresAt: null, ...more,
  grants: roles.map((role, i) => ({ id: `${id}${i}`, role: typeof role === "string" ? role : role[0], endsOn: typeof role === "string" ? null : new Date(`${role[1]}T00:00:00Z`) })),
});
const stopped = { disabledAt: new Date() };
const unused = { mustChangePassword: true };

describe("the account that lets a delegate in", () => {
  it("holds the right today, to its last day", () => {
    expect(accountIn([held("a", [["DELEGATE", DAY]])], DAY)?.id).toBe("a");
    expect(accountIn([held("a", [["DELEGATE", "2026-11-24"]]), held("b", ["UNIT_LIAISON"])], DAY)).toBeNull();
  });
  it("is of several the one in use", () => {
    const all = [held("stopped", ["DELEGATE"], stopped), held("unused", ["DELEGATE"], unused), held("used", ["DELEGATE"])];
    expect([accountIn(all, DAY)?.id, accountIn(all.slice(0, 2), DAY)?.id, accountIn(all.slice(0, 1), DAY)?.id]).toEqual(["used", "unused", "stopped"]);
  });
});

describe("opening", () => {
  it.each([
    ["nobody yet", [], { do: "open" }], ["a delegate's account", [held("a", ["DELEGATE"])], { do: "skip", why: "held" }], ["a stopped one", [held("a", ["DELEGATE"], stopped)], { do: "skip", why: "disabled" }],
    ["a liaison's", [held("a", ["UNIT_LIAISON"])], { do: "reuse", grantId: null }], ["one of a former term", [held("a", [["DELEGATE", "2026-01-01"]])], { do: "reuse", grantId: "a0" }],
    ["a stopped liaison's", [held("a", ["UNIT_LIAISON"], stopped)], { do: "skip", why: "disabled" }], ["an administrator's", [held("a", ["SYSTEM_ADMIN"])], { do: "open" }], ["the own", [held("me", ["OFFICE"])], { do: "skip", why: "own" }],
    ["without any role", [held("a", [])], { do: "reuse", grantId: null }],
  ])("%s", (_, accounts, wanted) => expect(stepFor("OPEN", accounts as HeldAccount[], at)).toMatchObject(wanted));
});

describe("renewing", () => {
  it.each([
    ["nobody yet", [], "none"], ["a stopped one", [held("a", ["DELEGATE"], { ...stopped, ...unused })], "disabled"], ["one in use", [held("a", ["DELEGATE"])], "inUse"],
    ["one that also opens something else", [held("a", ["DELEGATE", "OFFICE_HEAD"], unused)], "otherRole"], ["also when that role ended", [held("a", ["DELEGATE", ["LEADER", "2020-01-01"]], unused)], "otherRole"], ["the own", [held("me", ["DELEGATE"], unused)], "own"],
  ])("leaves out %s", (_, accounts, why) => expect(stepFor("RENEW", accounts as HeldAccount[], at)).toEqual({ do: "skip", why }));
  it("takes one never used, and one in use only where that is asked for", () => {
    expect(stepFor("RENEW", [held("a", ["DELEGATE"], unused)], at).do).toBe("renew");
    expect(stepFor("RENEW", [held("a", ["DELEGATE"])], { ...at, used: true }).do).toBe("renew");
    expect(stepFor("RENEW", [held("a", ["DELEGATE", "LEADER"])], { ...at, used: true })).toEqual({ do: "skip", why: "otherRole" });
  });
  it.each([[["DELEGATE"], true], [["DELEGATE", "UNIT_LIAISON"], false], [["SYSTEM_ADMIN"], false]] as [Role[], boolean][])("%j opens the own record alone: %s", (roles, alone) => expect(onlyDelegate(held("a", roles))).toBe(alone));
});
