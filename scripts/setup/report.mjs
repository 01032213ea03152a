import { existsSync, readFileSync } from "node:fs";

export const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const CRASH = { ...NOTHING, failed: 1 };

export const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });

/** A suite that is one check. */
export const oneCheck = (isFine) => (isFine ? { ...NOTHING, passed: 1 } : CRASH);

/** A suite that ended badly without a failed test crashed, and one that ran no test proves nothing: both count as one failure. */
function honest(totals, exitCode) {
  const silent = totals.failed === 0 && (exitCode !== 0 || totals.passed === 0);
  return silent ? { ...totals, failed: 1 } : totals;
}

/** Totals of vitest's JSON report; a file that could not be loaded counts as one failure. */
export function vitestTotals(report, exitCode) {
  const files = report.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (...states) => tests.filter((test) => states.includes(test.status)).length;
  const unloaded = files.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
  return honest({ passed: count("passed"), failed: count("failed") + unloaded.length, skipped: count("pending", "skipped", "todo", "disabled") }, exitCode);
}

/** Totals of Playwright's JSON report; a test that passed only on a second try has failed. */
export function playwrightTotals({ stats, errors = [] }, exitCode) {
  return honest({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }, exitCode);
}

/** Reads a report that a runner was asked to write; a report that is missing or broken is a crash. */
export function totalsIn(file, read, exitCode) {
  if (!existsSync(file)) return CRASH;
  try {
    return read(JSON.parse(readFileSync(file, "utf8")), exitCode);
  } catch {
    return CRASH;
  }
}

/** The last line of a run. */
export const lastLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
