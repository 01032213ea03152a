"use server";
import { action } from "@/lib/platform/action";
import { cancelInput, commitInput } from "./schema";
import { cancel, commit } from "./service";

const page = (id: string) => ({ go: `/manage/units/import/${id}` });

export const commitUnitImport = action(commitInput, async (actor, input) => {
  await commit(actor, input);
  return page(input.id);
});

export const cancelUnitImport = action(cancelInput, async (actor, { id }) => {
  await cancel(actor, id);
  return page(id);
});
