import { formatInstant } from "@/lib/platform/clock";
import type { ActivityEntry, ActivityKind } from "@/prisma/client/enums";
import { valuesOfSessions } from "./sessions";

type Facts = {
  unitId: string; kind: ActivityKind; entry: ActivityEntry; title: string; summary: string | null; agenda: string | null; place: string; contact: string | null; capacity: number | null; replyBy: Date | null;
  sessions: readonly { startsAt: Date; endsAt: Date; title: string | null; speaker: string | null; place: string | null; hours: number; signOut: boolean }[];
};

/** An activity as the fields of its form hold it. */
export const valuesOf = ({ unitId, kind, entry, title, summary, agenda, place, contact, capacity, replyBy, sessions }: Facts): Record<string, string> => ({
  unitId, kind, entry, title, summary: summary ?? "", agenda: agenda ?? "", place, contact: contact ?? "", capacity: capacity === null ? "" : String(capacity), replyBy: replyBy ? formatInstant(replyBy).replace(" ", "T") : "",
  ...valuesOfSessions(sessions),
});
