import { afterEach, beforeEach, expect, it } from "vitest";
import { setClock } from "@/lib/platform/clock";
import { nameInput, periodFaults } from "./schema";

beforeEach(() => setClock(() => new Date("2026-11-25T15:00:00Z")));
afterEach(() => setClock(null));

it.each([
  ["2026-11-25", "2026-11-25", {}],
  ["2026-11-25", "2027-02-22", {}],
  ["2026-11-24", "2026-12-01", { fromOn: "不能早于今天" }],
  ["2027-05-25", "2027-05-26", { fromOn: "第一日须在今后 180 日以内" }],
  ["2026-12-02", "2026-12-01", { toOn: "最后一日不能早于第一日" }],
  ["2026-11-25", "2027-02-23", { toOn: "一次最多 90 日" }],
])("%s to %s", (fromOn, toOn, faults) => expect(periodFaults({ fromOn, toOn })).toEqual(faults));

it("tells a wrong date once, and beside it what else is missing", () => {
  const { error } = nameInput.safeParse({ deputyId: "", fromOn: "2026-02-30", toOn: "", reason: "" });
  expect(error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([["deputyId", "请选择代办人"], ["fromOn", "请填写第一日，如 2026-12-01"], ["toOn", "请填写最后一日，如 2026-12-01"], ["reason", "请填写理由，至少 2 个字"]]);
});
