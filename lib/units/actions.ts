"use server";
import { action } from "@/lib/platform/action";
import { adjustInput, deactivateInput, establishInput, moveInput, reactivateInput, removeInput, renameInput } from "./schema";
import * as units from "./service";

const page = (id: string) => ({ go: `/manage/units/${id}` });

export const establishUnit = action(establishInput, async (actor, input) => page(await units.establish(actor, input)));

export const renameUnit = action(renameInput, async (actor, { name, effectiveOn, basis, ...at }) => {
  await units.rename(actor, at, name, { effectiveOn, basis });
  return page(at.id);
});

export const moveUnit = action(moveInput, async (actor, { parentId, effectiveOn, basis, ...at }) => {
  await units.move(actor, at, parentId, { effectiveOn, basis });
  return page(at.id);
});

export const adjustUnit = action(adjustInput, async (actor, { id, version, effectiveOn, basis, ...wanted }) => {
  await units.adjust(actor, { id, version }, wanted, { effectiveOn, basis });
  return page(id);
});

export const deactivateUnit = action(deactivateInput, async (actor, { effectiveOn, basis, despite, ...at }) => {
  await units.deactivate(actor, at, { effectiveOn, basis }, despite);
  return page(at.id);
});

export const reactivateUnit = action(reactivateInput, async (actor, { effectiveOn, basis, ...at }) => {
  await units.reactivate(actor, at, { effectiveOn, basis });
  return page(at.id);
});

export const removeUnit = action(removeInput, async (actor, at) => {
  await units.remove(actor, at);
  return { go: "/manage/units" };
});
