"use server";
import { action } from "@/lib/platform/action";
import { decideNoInput, decideYesInput, fileInput, proposeInput, recordInput, withdrawInput } from "./schema";
import * as terminations from "./service";

const page = (id: string) => ({ go: `/manage/terminations/${id}` });

export const proposeTermination = action(proposeInput, async (actor, input) => page(await terminations.propose(actor, input)));

export const recordDeath = action(recordInput, async (actor, { confirm: _, ...input }) => page(await terminations.record(actor, input)));

export const decideTermination = action(decideYesInput, async (actor, { id, version, confirm: _, ...decision }) => {
  await terminations.decideYes(actor, { id, version }, decision);
  return page(id);
});

export const declineTermination = action(decideNoInput, async (actor, { id, version, ...decision }) => {
  await terminations.decideNo(actor, { id, version }, decision);
  return page(id);
});

export const withdrawTermination = action(withdrawInput, async (actor, { id, version, note }) => {
  await terminations.withdraw(actor, { id, version }, note);
  return page(id);
});

export const fileTermination = action(fileInput, async (actor, { id, version, ...filing }) => {
  await terminations.file(actor, { id, version }, filing);
  return page(id);
});
