"use server";
import { action } from "@/lib/platform/action";
import { cancelInput, commitInput, undoInput } from "./schema";
import { cancel, commit, undo } from "./service";

const page = (id: string) => ({ go: `/manage/duties/import/${id}` });

export const commitDutyImport = action(commitInput, async (actor, input) => {
  await commit(actor, input);
  return page(input.id);
});

export const cancelDutyImport = action(cancelInput, async (actor, { id }) => {
  await cancel(actor, id);
  return page(id);
});

export const undoDutyImport = action(undoInput, async (actor, { id }) => {
  await undo(actor, id);
  return page(id);
});
