"use server";
import { action } from "@/lib/platform/action";
import { mergeInput, splitInput } from "./schema";
import { merge, split } from "./service";

export const mergeUnits = action(mergeInput, async (actor, { confirm: _, ...input }) => {
  await merge(actor, input);
  return { go: `/manage/units/${input.intoId}` };
});

export const splitUnit = action(splitInput, async (actor, { confirm: _, ...input }) => ({ go: `/manage/units/${await split(actor, input)}` }));
