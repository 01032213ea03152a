import { describe, expect, it } from "vitest";
import { referenceDay } from "./reference-day";

const term = { ageReferenceOn: "2025-12-31", congressFrom: "2021-12-08", endsOn: "2026-12-31" };
const none = { ...term, ageReferenceOn: null, congressFrom: null };

describe("referenceDay", () => {
  it("is the one the office has set", () => expect(referenceDay(term, "2027-05-01")).toEqual({ on: "2025-12-31", why: "set" }));
  it("else the opening of the congress", () => expect(referenceDay({ ...term, ageReferenceOn: null }, "2027-05-01")).toEqual({ on: "2021-12-08", why: "congress" }));
  it("else today, also on the last day of the term", () => expect(referenceDay(none, "2026-12-31")).toEqual({ on: "2026-12-31", why: "today" }));
  it("else the end of a term that is over", () => expect(referenceDay(none, "2027-01-01")).toEqual({ on: "2026-12-31", why: "ended" }));
});
