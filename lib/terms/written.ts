import type { CongressLevel } from "@/prisma/client/enums";
import type { Changes } from "@/lib/platform/audit";
import { dayOf, isoOf } from "./dates";
import { levelNames } from "./labels";
import { ordinalName } from "./ordinal";
import type { TermInput } from "./schema";

type Stored = {
  level: CongressLevel; ordinal: number; name: string; startsOn: Date; endsOn: Date;
  congressFrom: Date | null; congressTo: Date | null; ageReferenceOn: Date | null;
};

const dayOrNone = (iso: string | null) => (iso ? dayOf(iso) : null);
const isoOrNone = (date: Date | null) => (date ? isoOf(date) : null);

/** The form as it is kept. */
export const columnsOf = (t: TermInput): Stored => ({
  level: t.level, ordinal: t.ordinal, name: t.name, congressFrom: dayOrNone(t.congressFrom), congressTo: dayOrNone(t.congressTo),
  startsOn: dayOf(t.startsOn), endsOn: dayOf(t.endsOn), ageReferenceOn: dayOrNone(t.ageReferenceOn),
});

/** What is kept, as the form would have written it. */
export const writtenOf = (t: Stored): TermInput => ({
  level: t.level, ordinal: t.ordinal, name: t.name, congressFrom: isoOrNone(t.congressFrom), congressTo: isoOrNone(t.congressTo),
  startsOn: isoOf(t.startsOn), endsOn: isoOf(t.endsOn), ageReferenceOn: isoOrNone(t.ageReferenceOn),
});

/** The form as people read it. */
export const inWords = (t: TermInput) => ({ ...t, level: levelNames[t.level], ordinal: ordinalName(t.ordinal) });

/** Changes as the two sides of a conflict. */
export const bothSides = (changes: Changes) =>
  Object.fromEntries(Object.entries(changes).map(([field, [theirs, yours]]) => [field, { theirs: theirs ?? "—", yours: yours ?? "—" }]));
