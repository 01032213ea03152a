import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { addDays, formatInstant, type IsoDate } from "@/lib/platform/clock";
import { transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { refusals } from "./labels";
import { getActivity, type ActivityRecord } from "./queries";
import { daysOf } from "./repeats";
import type { CopyOrder, Plan } from "./schema";
import { demand, presentTerm, write } from "./service";

const DAY = 86_400_000;

/** The same activity as many days later; the hours stay. */
function moved(of: ActivityRecord, to: IsoDate): Plan {
  const by = Date.parse(`${to}T00:00:00Z`) - Date.parse(`${formatInstant(of.startsAt).slice(0, 10)}T00:00:00Z`);
  const later = (at: Date) => new Date(at.getTime() + by);
  const { unitId, kind, entry, title, summary, agenda, place, contact, capacity, replyBy } = of;
  return { unitId, kind, entry, title, summary, agenda, place, contact, capacity, replyBy: replyBy && later(replyBy), sessions: of.sessions.map(({ id: _id, position, ...s }) => ({ ...s, row: position, startsAt: later(s.startsAt), endsAt: later(s.endsAt) })) };
}

const lastDay = (of: ActivityRecord, on: IsoDate): IsoDate => {
  const days = Math.round((Date.parse(`${formatInstant(of.endsAt).slice(0, 10)}T00:00:00Z`) - Date.parse(`${formatInstant(of.startsAt).slice(0, 10)}T00:00:00Z`)) / DAY);
  return addDays(on, days);
};

/**
 * Copies an activity to another day, up to twelve times weekly or monthly: drafts with its facts and sessions, without its
 * list, files and guests. Refuses a day outside the present term. Returns their ids in the order of their days.
 */
export const copy = (actor: Actor, id: string, { on, repeat, times }: CopyOrder): Promise<string[]> =>
  transact(async () => {
    const found = await getActivity(actor, id);
    demand(actor, "plan", found);
    const term = await presentTerm(actor);
    const days = daysOf(on, repeat, times);
    const outside = days.find((day) => day < term.from || lastDay(found, day) > term.to);
    if (outside) throw new Refusal(refusals.notSaved, { on: [refusals.copyOutside(outside, term.from, term.to)] });
    const made: string[] = [];
    for (const day of days) made.push(await write(actor, moved(found, day), { id: found.unitId, name: found.unitName, committeeId: found.committeeId }, term, found.id));
    return made;
  });
