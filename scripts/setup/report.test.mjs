import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { add, lastLine, oneCheck, playwrightTotals, totalsIn, vitestTotals } from "./report.mjs";

const file = (...states) => ({ status: states.includes("failed") ? "failed" : "passed", assertionResults: states.map((status) => ({ status })) });

describe("vitestTotals", () => {
  it("counts tests", () => {
    expect(vitestTotals({ testResults: [file("passed", "passed"), file("passed", "failed", "skipped")] }, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it("counts a file that could not be loaded as one failure", () => {
    expect(vitestTotals({ testResults: [file("passed"), { status: "failed", assertionResults: [] }] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it("counts a bad end without a failed test as one failure", () => expect(vitestTotals({ testResults: [file("passed")] }, 1).failed).toBe(1));

  it("counts a run without tests as one failure", () => expect(vitestTotals({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 }));

  it("counts a run that was skipped whole as one failure", () => expect(vitestTotals({ testResults: [file("skipped")] }, 0)).toEqual({ passed: 0, failed: 1, skipped: 1 }));
});

describe("playwrightTotals", () => {
  const stats = (expected, unexpected, flaky = 0, skipped = 0) => ({ stats: { expected, unexpected, flaky, skipped } });

  it("counts a flaky test as failed", () => expect(playwrightTotals(stats(3, 1, 1), 1)).toEqual({ passed: 3, failed: 2, skipped: 0 }));
  it("counts an error outside of tests", () => expect(playwrightTotals({ ...stats(3, 0), errors: [{}] }, 1).failed).toBe(1));
  it("counts a server that did not come up as one failure", () => expect(playwrightTotals(stats(0, 0), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 }));
});

it("takes a missing or broken report as a crash", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "report-"));
  const broken = path.join(folder, "broken.json");
  writeFileSync(broken, "{");
  for (const name of [broken, path.join(folder, "none.json")]) expect(totalsIn(name, vitestTotals, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  rmSync(folder, { recursive: true });
});

it("adds up to one plain last line", () => {
  expect(lastLine(add(oneCheck(true), oneCheck(false)))).toBe("1 passed, 1 failed");
  expect(lastLine({ passed: 2, failed: 0, skipped: 3 })).toBe("2 passed, 0 failed, 3 skipped");
});
