import { describe, expect, it } from "vitest";
import { planMove, type GroupHomes, type MoveTarget, type Placed } from "./move-plan";

const homes: GroupHomes = new Map([["g1", "d1"], ["g2", "d2"], ["all", null]]);
const row = (more: Partial<Placed> = {}): Placed => ({ id: "a", name: "丁岚", version: 1, status: "ACTIVE", delegationId: "d1", groupId: "g1", unitId: "u1", ...more });
const one = (target: MoveTarget, more: Partial<Placed> = {}) => {
  const [moved] = planMove([row(more)], target, homes);
  return [moved?.outcome, moved?.after];
};

describe("one of many to be moved", () => {
  it.each<[string, MoveTarget, Partial<Placed>, string, object]>([
    ["leaves the group of the old delegation", { delegationId: "d2" }, {}, "DONE", { delegationId: "d2", groupId: null, unitId: "u1" }],
    ["keeps a group across all delegations", { delegationId: "d2" }, { groupId: "all" }, "DONE", { delegationId: "d2", groupId: "all", unitId: "u1" }],
    ["comes into the group asked for", { delegationId: "d2", groupId: "g2" }, {}, "DONE", { delegationId: "d2", groupId: "g2", unitId: "u1" }],
    ["stays where a group belongs to another delegation", { groupId: "g2" }, {}, "ELSEWHERE", { delegationId: "d1", groupId: "g1", unitId: "u1" }],
    ["is taken out of every group", { groupId: null }, {}, "DONE", { delegationId: "d1", groupId: null, unitId: "u1" }],
    ["changes the electing unit alone", { unitId: "u2" }, {}, "DONE", { delegationId: "d1", groupId: "g1", unitId: "u2" }],
    ["is there already", { delegationId: "d1", groupId: "g1" }, {}, "SAME", { delegationId: "d1", groupId: "g1", unitId: "u1" }],
    ["left the register", { delegationId: "d2" }, { status: "CEASED" }, "LEFT", { delegationId: "d1", groupId: "g1", unitId: "u1" }],
  ])("%s", (_, target, more, outcome, after) => expect(one(target, more)).toEqual([outcome, after]));
});
