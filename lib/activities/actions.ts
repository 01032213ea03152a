"use server";
import { action } from "@/lib/platform/action";
import * as copies from "./copy-service";
import * as files from "./file-service";
import * as guests from "./guest-service";
import { cancelInput, copyInput, editInput, guestInput, planInput, planOf, publishInput, removeFileInput, removeGuestInput, targetInput } from "./schema";
import * as activities from "./service";

const page = (id: string) => ({ go: `/manage/activities/${id}` });

export const planActivity = action(planInput, async (actor, { planLineId, ...input }) => page(await activities.plan(actor, planOf(input), planLineId ?? null)));

export const editActivity = action(editInput, async (actor, { id, version, ...input }) => {
  await activities.edit(actor, { id, version }, planOf(input));
  return page(id);
});

export const removeActivity = action(targetInput, async (actor, at) => {
  await activities.remove(actor, at);
  return { go: "/manage/activities" };
});

export const publishActivity = action(publishInput, async (actor, { id, version, confirm }) => {
  await activities.publish(actor, { id, version }, confirm === "on");
  return page(id);
});

export const cancelActivity = action(cancelInput, async (actor, { id, version, reason }) => {
  await activities.cancel(actor, { id, version }, reason);
  return page(id);
});

export const copyActivity = action(copyInput, async (actor, { id, ...order }) => {
  const made = await copies.copy(actor, id, order);
  return made.length === 1 ? page(made[0] ?? "") : { go: `/manage/activities?state=DRAFT&show=all` };
});

export const removeActivityFile = action(removeFileInput, async (actor, { id, name }) => ({ go: `/manage/activities/${await files.removeFile(actor, id, name)}/files` }));

export const addActivityGuest = action(guestInput, async (actor, { activityId, ...guest }) => {
  await guests.addGuest(actor, activityId, guest);
  return { go: `/manage/activities/${activityId}/guests` };
});

export const removeActivityGuest = action(removeGuestInput, async (actor, { id, name }) => ({ go: `/manage/activities/${await guests.removeGuest(actor, id, name)}/guests` }));
