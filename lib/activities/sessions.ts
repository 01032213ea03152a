import { formatDateLong, formatInstant, instantAt, isRealDate } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { MOST_SESSIONS, refusals } from "./labels";

export const sessionParts = ["day", "from", "to", "title", "speaker", "place", "hours", "signOut"] as const;
type Part = (typeof sessionParts)[number];

/** One half-day or one sitting as it is typed; `row` is its line in the form, where a fault is shown. */
export type SessionInput = { row: number; startsAt: Date; endsAt: Date; title: string | null; speaker: string | null; place: string | null; hours: number; signOut: boolean };

type Stored = Omit<SessionInput, "row">;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Hours alone make no session: the form offers them with a default. */
const TELLING: Part[] = ["day", "from", "to", "title", "speaker", "place"];

type Typed = Record<Part, string> & { row: number };

function typedRows(values: Record<string, unknown>): Typed[] {
  const rows = Array.from({ length: MOST_SESSIONS }, (_, i) => i + 1).map((row) => ({ row, ...Object.fromEntries(sessionParts.map((part) => [part, String(values[`${part}${row}`] ?? "").trim()])) }) as Typed);
  return rows.filter((row) => TELLING.some((part) => row[part] !== ""));
}

const asText = (value: string): string | null => value || null;

const read = ({ row, day, from, to, title, speaker, place, hours, signOut }: Typed): SessionInput =>
  ({ row, startsAt: instantAt(day, from), endsAt: instantAt(day, to), title: asText(title), speaker: asText(speaker), place: asText(place), hours: Number(hours || 0), signOut: signOut === "on" });

function faultsOf({ row, day, from, to }: Typed): Record<string, string[]> {
  return {
    ...(isRealDate(day) ? {} : { [`day${row}`]: [refusals.day] }),
    ...(TIME.test(from) ? {} : { [`from${row}`]: [refusals.time] }),
    ...(TIME.test(to) ? (TIME.test(from) && to <= from ? { [`to${row}`]: [refusals.endsBefore] } : {}) : { [`to${row}`]: [refusals.time] }),
  };
}

/** The sessions of a form in the order of their time. Refuses none at all, one without day and times, one that ends before it begins, and two at once. */
export function sessionsOf(values: Record<string, unknown>): SessionInput[] {
  const typed = typedRows(values);
  if (typed.length === 0) throw new Refusal(refusals.notSaved, { day1: [refusals.noSession] });
  const fields: Record<string, string[]> = Object.assign({}, ...typed.map(faultsOf));
  if (Object.keys(fields).length > 0) throw new Refusal(refusals.notSaved, fields);
  const sessions = typed.map(read).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.row - b.row);
  for (const [i, session] of sessions.entries()) {
    const before = sessions[i - 1];
    if (before && session.startsAt < before.endsAt) fields[`from${session.row}`] = [refusals.overlaps(before.row)];
  }
  if (Object.keys(fields).length > 0) throw new Refusal(refusals.notSaved, fields);
  return sessions;
}

/** The sessions of an activity as the form shows them. */
export function valuesOfSessions(sessions: readonly Stored[]): Record<string, string> {
  return Object.assign({}, ...sessions.map((s, i) => {
    const [start, end] = [formatInstant(s.startsAt), formatInstant(s.endsAt)];
    const shown: Record<Part, string> = { day: start.slice(0, 10), from: start.slice(11), to: end.slice(11), title: s.title ?? "", speaker: s.speaker ?? "", place: s.place ?? "", hours: String(s.hours), signOut: s.signOut ? "on" : "" };
    return Object.fromEntries(sessionParts.map((part) => [`${part}${i + 1}`, shown[part]]));
  })) as Record<string, string>;
}

/** One session in words: "2026-12-01 09:00–11:30". */
export const spanOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string => {
  const [start, end] = [formatInstant(startsAt), formatInstant(endsAt)];
  return start.slice(0, 10) === end.slice(0, 10) ? `${start}–${end.slice(11)}` : `${start} 至 ${end}`;
};

const weekdays = ["日", "一", "二", "三", "四", "五", "六"];

/** A moment as papers write it: "2026年12月1日（星期二）09:00". */
export function momentLong(at: Date): string {
  const [day = "", time = ""] = formatInstant(at).split(" ");
  return `${formatDateLong(day)}（星期${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}）${time}`;
}

/** One session as papers write it. */
export const spanLong = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string => `${momentLong(startsAt)}–${formatInstant(endsAt).slice(11)}`;

/** Whether two lists of sessions stand at the same times. */
export const sameTimes = (a: readonly { startsAt: Date; endsAt: Date }[], b: readonly { startsAt: Date; endsAt: Date }[]): boolean =>
  a.length === b.length && a.every((s, i) => s.startsAt.getTime() === b[i]?.startsAt.getTime() && s.endsAt.getTime() === b[i]?.endsAt.getTime());
