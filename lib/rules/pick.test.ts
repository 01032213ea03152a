import fc from "fast-check";
import { expect, it } from "vitest";
import { pick, type Reaching } from "./pick";

const days = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"];
const setting = fc.record({ depth: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }), fromOn: fc.constantFrom(...days), value: fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }) });
/** As the database holds them: never two of one place and one day. */
const settings = fc.uniqueArray(setting, { selector: (s) => `${s.depth} ${s.fromOn}`, maxLength: 20 }).map((all) => all.map((s, i): Reaching => ({ ...s, id: String(i) })));

/** Goes from the nearest place upwards, and in each back through the days, as one would by hand. */
function naive(all: readonly Reaching[], on: string): Reaching | null {
  for (const depth of [4, 3, 2, 1, 0, null]) {
    for (const day of [...days].reverse()) {
      if (day > on) continue;
      const here = all.find((s) => s.depth === depth && s.fromOn === day);
      if (here?.value === null) break;
      if (here) return here;
    }
  }
  return null;
}

it("takes the nearest place and in it the latest day begun, as a naive reading does", () => {
  fc.assert(fc.property(settings, fc.constantFrom(...days, "2025-12-31", "2026-03-15"), (all, on) => { expect(pick(all, on)).toEqual(naive(all, on)); }), { numRuns: 2000 });
});

it("does not depend on the order the rows come in", () => {
  fc.assert(fc.property(settings.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, mixed]) => { expect(pick(mixed, "2026-04-01")).toEqual(pick(all, "2026-04-01")); }));
});
