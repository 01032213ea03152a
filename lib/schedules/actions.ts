"use server";
import { action } from "@/lib/platform/action";
import { nothing } from "./schema";
import { subscribe, unsubscribe } from "./service";

export const subscribeSchedule = action(nothing, async (actor) => {
  await subscribe(actor);
  return { go: "/schedule#feed" };
});

export const unsubscribeSchedule = action(nothing, async (actor) => {
  await unsubscribe(actor);
  return { go: "/schedule#feed" };
});
