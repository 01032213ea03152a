import fc from "fast-check";
import { expect, it } from "vitest";
import { packed, unpacked, type ShownRow } from "./packed-rows";

it("rows come back as they went, whatever they hold", () => {
  const cell = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("甲|乙", "a\\b", "第一行\n第二行", "\\p", "\\n", ""));
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 6 })), (rows) => { expect(unpacked(packed(rows as unknown as ShownRow[]))).toEqual(rows); }), { numRuns: 500 });
});
