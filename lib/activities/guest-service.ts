import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { guestNames, MOST_GUESTS, refusals, stateNames } from "./labels";
import { holdActivity } from "./places-service";
import { may, visibleTo } from "./policy";
import { getActivity, type ActivityRecord } from "./queries";
import type { GuestRow } from "./schema";

const inWords = ({ name, kind }: Pick<GuestRow, "name" | "kind">): string => `${name}（${guestNames[kind]}）`;

async function expectOpen(actor: Actor, act: "addGuest" | "removeGuest", activityId: string): Promise<ActivityRecord> {
  await holdActivity(actor, activityId);
  const found = await getActivity(actor, activityId);
  if (!may(actor, "edit", found)) throw new Forbidden(`activity.${act}`, { type: "Activity", id: found.id, name: found.title }, refusals.plan);
  if (found.state === "CANCELLED" || found.state === "ARCHIVED") throw new Refusal(refusals.over(stateNames[found.state]));
  return found;
}

/** Somebody without an account who takes part. Refuses the same person twice and more than two hundred. */
export const addGuest = (actor: Actor, activityId: string, guest: GuestRow): Promise<void> =>
  transact(async () => {
    const found = await expectOpen(actor, "addGuest", activityId);
    if (found.guests >= MOST_GUESTS) throw new Refusal(refusals.manyGuests);
    const { name, kind, organization } = guest;
    if ((await db().activityGuest.count({ where: { activityId, name, kind, organization } })) > 0) throw new Refusal(refusals.notSaved, { name: [refusals.guestTwice] });
    await db().activityGuest.create({ data: { committeeId: found.committeeId, activityId, name, kind, organization }, select: { id: true } });
    await audit(actor, { verb: "activity.addGuest", target: { type: "Activity", id: activityId, name: found.title }, changes: { guest: [null, inWords(guest)] } });
  });

/** Takes a guest off the list. Refuses one of another name than was shown. Returns the activity's id. */
export const removeGuest = (actor: Actor, id: string, name: string): Promise<string> =>
  transact(async () => {
    const guest = isId(id) ? await db().activityGuest.findFirst({ where: { id, activity: visibleTo(actor) }, select: { activityId: true, name: true, kind: true } }) : null;
    if (!guest) throw new NotFound({ type: "ActivityGuest", id });
    const found = await expectOpen(actor, "removeGuest", guest.activityId);
    const { count } = await db().activityGuest.deleteMany({ where: { id, name } });
    if (count === 0) throw new Refusal(refusals.goneGuest);
    await audit(actor, { verb: "activity.removeGuest", target: { type: "Activity", id: found.id, name: found.title }, changes: { guest: [inWords(guest), null] } });
    return found.id;
  });
