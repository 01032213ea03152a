"use server";
import { action } from "@/lib/platform/action";
import { listPaths } from "./labels";
import { removeInput, saveInput } from "./schema";
import * as views from "./service";

export const saveView = action(saveInput, async (actor, input) => {
  await views.save(actor, input);
  return { go: `${listPaths[input.list]}${input.query && `?${input.query}`}` };
});

export const removeView = action(removeInput, async (actor, { id, version }) => {
  await views.remove(actor, id, version);
  return { message: "视图已删除。" };
});
