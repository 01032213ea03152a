"use server";
import { action } from "@/lib/platform/action";
import { choicesInput, commitInput, decisionsOf, importInput } from "./schema";
import * as imports from "./service";
import { undo } from "./undo-service";

const page = (id: string) => ({ go: `/manage/delegates/import/${id}` });

export const chooseImport = action(choicesInput, async (actor, { id, ...input }) => {
  await imports.choose(actor, id, decisionsOf(input));
  return page(id);
});

export const recheckImport = action(importInput, async (actor, { id }) => {
  await imports.recheck(actor, id);
  return page(id);
});

export const commitImport = action(commitInput, async (actor, { id, mode, review, reviewBasis }) => {
  await imports.commit(actor, id, { mode, reviewBasis: review === "passed" ? reviewBasis || null : null });
  return page(id);
});

export const cancelImport = action(importInput, async (actor, { id }) => {
  await imports.cancel(actor, id);
  return page(id);
});

export const undoImport = action(importInput, async (actor, { id }) => {
  await undo(actor, id);
  return page(id);
});
