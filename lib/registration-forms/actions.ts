"use server";
import { action } from "@/lib/platform/action";
import { filtersOfList } from "@/lib/delegates/filters";
import { batchInput, makeInput } from "./schema";
import * as forms from "./service";

export const makeForms = action(makeInput, async (actor, { list, ...numbers }) => {
  const id = await forms.makeMany(actor, filtersOfList(list), numbers);
  return { go: `/manage/delegates/forms/${id}` };
}, { secrets: ["password"] });

export const cancelForms = action(batchInput, async (actor, { id }) => {
  await forms.cancel(actor, id);
  return { go: `/manage/delegates/forms/${id}` };
});
