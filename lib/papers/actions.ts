"use server";
import { action } from "@/lib/platform/action";
import { backPath } from "@/lib/platform/back-path";
import { removeInput } from "./schema";
import * as papers from "./service";

export const removePaper = action(removeInput, async (actor, { id, name, back }) => {
  await papers.remove(actor, id, name);
  return { go: backPath(back) };
});
