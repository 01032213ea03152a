"use server";
import { action } from "@/lib/platform/action";
import { enterInput, removeInput } from "./schema";
import * as calendars from "./service";

export const enterNotice = action(enterInput, async (actor, input) => {
  await calendars.enter(actor, input);
  return { go: `/manage/calendar?year=${input.year}` };
});

export const removeNotice = action(removeInput, async (actor, input) => {
  await calendars.remove(actor, input);
  return { go: "/manage/calendar" };
});
