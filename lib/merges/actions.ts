"use server";
import { action } from "@/lib/platform/action";
import { distinguish, reconsider } from "./distinction-service";
import { distinguishInput, mergeInput, reconsiderInput, undoInput } from "./schema";
import { merge } from "./service";
import { undo } from "./undo-service";

export const mergePersons = action(mergeInput, async (actor, input) => ({ go: `/manage/quality/merges/${await merge(actor, input)}` }));

export const undoMerge = action(undoInput, async (actor, at) => {
  await undo(actor, at);
  return { go: `/manage/quality/merges/${at.id}` };
});

export const distinguishPersons = action(distinguishInput, async (actor, input) => {
  await distinguish(actor, input);
  return { go: "/manage/quality/merges?show=apart" };
});

export const reconsiderPersons = action(reconsiderInput, async (actor, pair) => {
  await reconsider(actor, pair);
  return { go: "/manage/quality/merges?show=apart" };
});
