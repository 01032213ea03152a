import { expect, it } from "vitest";
import { mint, type Actor } from "@/lib/platform/actor";
import { Role } from "@/prisma/client/enums";
import { may, visibleTo } from "./policy";

const actor = (role: Actor["role"], committeeId = "here"): Actor =>
  mint<Actor>({ role, committeeId, accountId: "me", name: "甲", unitId: "u", unitIds: ["u"], personId: null, requestId: "r", address: null } as unknown as Actor);
const roles: Actor["role"][] = [...Object.values(Role), "SYSTEM", "PUBLIC"];
const who = (act: Parameters<typeof may>[1], view: object = {}) => roles.filter((role) => may(actor(role), act, { committeeId: "here", ...view }));

it("lets staff save, the office share, the owner delete, and the head delete what is shared", () => {
  expect([who("save"), who("share")]).toEqual([["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON"], ["OFFICE", "OFFICE_HEAD"]]);
  expect(who("remove", { accountId: "me", shared: false })).toEqual(["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON"]);
  expect([who("remove", { accountId: "other", shared: true }), who("remove", { accountId: "other", shared: false })]).toEqual([["OFFICE_HEAD"], []]);
  expect(roles.filter((role) => may(actor(role, "elsewhere"), "save", { committeeId: "here" }))).toEqual([]);
});

it("shows what is shared in the office to the office only", () => {
  expect(visibleTo(actor("OFFICE"))).toEqual({ committeeId: "here", OR: [{ accountId: "me" }, { shared: true }] });
  expect(visibleTo(actor("UNIT_LIAISON"))).toEqual({ committeeId: "here", OR: [{ accountId: "me" }] });
  expect(visibleTo(actor("LEADER"))).toEqual({ id: { in: [] } });
});
