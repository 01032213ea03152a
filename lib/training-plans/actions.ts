"use server";
import { action } from "@/lib/platform/action";
import { addInput, editInput, removeInput } from "./schema";
import * as plans from "./service";

const page = (year: number) => ({ go: `/manage/trainings?year=${year}` });

export const addTrainingPlanLine = action(addInput, async (actor, line) => {
  await plans.add(actor, line);
  return page(line.year);
});

export const editTrainingPlanLine = action(editInput, async (actor, { id, version, ...line }) => {
  await plans.edit(actor, { id, version }, line);
  return page(line.year);
});

export const removeTrainingPlanLine = action(removeInput, async (actor, at) => page(await plans.remove(actor, at)));
