"use server";
import { action } from "@/lib/platform/action";
import { confirmInput, noteInput, restoreInput, setInput } from "./schema";
import * as rules from "./service";

const page = (key: string) => ({ go: `/manage/rules/${key}` });

export const setRule = action(setInput, async (actor, input) => {
  await rules.set(actor, input);
  return page(input.key);
});

export const restoreRule = action(restoreInput, async (actor, input) => {
  await rules.restore(actor, input);
  return page(input.key);
});

export const confirmRule = action(confirmInput, async (actor, at) => page(await rules.confirm(actor, at)));

export const refuseRule = action(noteInput, async (actor, { note, ...at }) => page(await rules.refuse(actor, at, note)));

export const withdrawRule = action(noteInput, async (actor, { note, ...at }) => page(await rules.withdraw(actor, at, note)));

export const endRule = action(noteInput, async (actor, { note, ...at }) => page(await rules.end(actor, at, note)));
