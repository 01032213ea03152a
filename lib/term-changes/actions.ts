"use server";
import { action } from "@/lib/platform/action";
import { changeInput } from "./schema";
import * as changes from "./service";

export const changeTerm = action(changeInput, async (actor, { confirm: _, ...input }) => {
  await changes.change(actor, input);
  return { go: `/manage/terms/${input.id}` };
});
