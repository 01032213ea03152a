"use server";
import { action } from "@/lib/platform/action";
import { extendInput, pauseInput, resumeInput, urgeInput } from "./schema";
import * as deadlines from "./service";

const page = (id: string) => ({ go: `/deadlines/${id}` });

export const urgeDeadline = action(urgeInput, async (actor, { id, note }) => {
  await deadlines.urge(actor, id, note);
  return page(id);
});

export const extendDeadline = action(extendInput, async (actor, { id, version, ...input }) => {
  await deadlines.extend(actor, { id, version }, input);
  return page(id);
});

export const pauseDeadline = action(pauseInput, async (actor, { id, version, reason }) => {
  await deadlines.pause(actor, { id, version }, reason);
  return page(id);
});

export const resumeDeadline = action(resumeInput, async (actor, { id, version, reason }) => {
  await deadlines.resume(actor, { id, version }, reason);
  return page(id);
});
