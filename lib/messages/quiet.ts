import { addDays, formatInstant } from "@/lib/platform/clock";

/** Hours in which nothing leaves by text message or mail, by Shanghai's clock; also what must be done waits, for it stands on the platform already. */
export const QUIET = { from: 22, to: 7 };

/** The instant itself, or, in quiet hours, the end of them. */
export function awake(at: Date): Date {
  const [day = "", time = ""] = formatInstant(at).split(" ");
  const hour = Number(time.slice(0, 2));
  if (hour >= QUIET.to && hour < QUIET.from) return at;
  return new Date(`${hour >= QUIET.from ? addDays(day, 1) : day}T${String(QUIET.to).padStart(2, "0")}:00:00+08:00`);
}
