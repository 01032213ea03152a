import { describe, expect, it } from "vitest";
import { DutyKind } from "@/prisma/client/enums";
import { detailOf, reachedOf } from "./kinds/kind";
import { fieldNames } from "./labels";
import { detailFields, kindKeys, kinds, loggedKinds } from "./registry";
import { logInput } from "./schema";

it("holds every kind once, under its own key", () => {
  expect(kindKeys.toSorted()).toEqual(Object.values(DutyKind).toSorted());
  expect(kindKeys.filter((key) => kinds[key].key !== key)).toEqual([]);
});

it("offers a delegate what a delegate writes, each once", () => {
  expect(loggedKinds.toSorted()).toEqual(kindKeys.filter((key) => kinds[key].writtenBy.includes("delegate")).toSorted());
  expect(kindKeys.filter((key) => !loggedKinds.includes(key))).toEqual(["CONGRESS", "PROPOSAL"]);
});

describe.each(kindKeys)("%s", (key) => {
  const kind = kinds[key];
  it("asks who was met exactly where people count", () => expect(Object.values(kind.fields).some((field) => field.reaches)).toBe(kind.counts.reached));
  it("asks nothing a form of the house does not carry", () => expect(Object.keys(kind.fields).filter((name) => !(name in detailFields) || name in { title: 1, heldOn: 1, hours: 1, place: 1, content: 1, evidence: 1, kind: 1 })).toEqual([]));
  it("has a heading for its questions", () => expect([kind.who === null && Object.values(kind.fields).some((f) => f.input !== "text"), kind.about, kind.what].every((v) => v !== "" && v !== true)).toBe(true));
});

it("reads answers as they are typed, and tells whole numbers from words", () => {
  expect(kinds.CONTACT.detail.parse({ members: "2", masses: "", handled: " 已答复 " })).toEqual({ members: 2, masses: null, handled: "已答复" });
  expect(kinds.CONTACT.detail.safeParse({ members: "两人" }).error?.issues[0]?.message).toBe("党员人数请填写整数");
  expect(kinds.TRAINING.detail.safeParse({}).error?.issues[0]?.message).toBe("请填写组织单位");
  expect(kinds.TRAINING.detail.safeParse({ organizer: "" }).error?.issues[0]?.message).toBe("请填写组织单位");
});

it("sums the people met, and none where none are asked", () => {
  expect(reachedOf(kinds.CONTACT, { members: 2, masses: 3 })).toBe(5);
  expect(reachedOf(kinds.CONTACT, {})).toBe(0);
  expect(reachedOf(kinds.TRAINING, { organizer: "党校" })).toBeNull();
});

it("reads a column that is not what it was", () => {
  expect(detailOf(kinds.CONTACT, { members: 2, gone: "旧栏", masses: { a: 1 } })).toEqual({ members: 2, masses: null, handled: null });
  expect(detailOf(kinds.CONTACT, null)).toEqual({ members: null, masses: null, handled: null });
});

it("takes a form with every question and has a word for each", () => {
  expect(Object.keys(detailFields).filter((key) => !(key in logInput.shape))).toEqual([]);
  expect(Object.keys(logInput.shape).filter((key) => !(key in fieldNames) && !["clientKey", "then"].includes(key) && !(key in detailFields))).toEqual([]);
});
