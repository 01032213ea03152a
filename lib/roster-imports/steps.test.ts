import { describe, expect, it } from "vitest";
import { RosterImportState } from "@/prisma/client/enums";
import { stepNames, stepOf } from "./steps";

const clean = { rows: 2, ready: 2, add: 2, update: 0, same: 0, pending: 0, error: 0, note: 0 };
const batch = (state: RosterImportState, more: Partial<Parameters<typeof stepOf>[0]> = {}) => stepOf({ state, counts: null, mode: null, ...more });

describe("stepOf", () => {
  it("says all is done for what was written, and for nothing else", () => {
    const done = Object.values(RosterImportState).filter((state) => batch(state, { counts: clean, mode: "ADD_ONLY" }).current > stepNames.length);
    expect(done).toEqual(["DONE", "UNDONE"]);
  });
  it("stops a file that cannot be read at its check", () => expect(batch("REFUSED")).toEqual({ current: 3, stopped: true }));
  it("stops what was given up where it was given up", () => {
    expect([batch("CANCELLED"), batch("CANCELLED", { counts: clean }), batch("CANCELLED", { counts: clean, mode: "ADD_ONLY" })].map((s) => s.current)).toEqual([3, 4, 5]);
  });
  it("stops a failed writing at the writing, a failed check at the check", () => {
    expect([batch("FAILED"), batch("FAILED", { counts: clean, mode: "ADD_ONLY" })]).toEqual([{ current: 3, stopped: true }, { current: 5, stopped: true }]);
  });
  it("goes from the check to the choice when no row waits", () => {
    expect([batch("CHECKED", { counts: { ...clean, error: 1 } }), batch("CHECKED", { counts: clean }), batch("COMMITTING")]).toEqual([{ current: 3 }, { current: 4 }, { current: 5 }]);
  });
});
