"use server";
import { action } from "@/lib/platform/action";
import { close, hold } from "./closing-service";
import { closeInput, holdInput, markInput } from "./schema";
import { enterMarks } from "./service";

const page = (id: string) => ({ go: `/manage/activities/${id}/attendance` });

export const holdActivity = action(holdInput, async (actor, input) => {
  await hold(actor, input);
  return page(input.id);
});

export const closeActivity = action(closeInput, async (actor, { confirm: _, ...input }) => {
  await close(actor, input);
  return page(input.id);
});

export const enterAttendance = action(markInput, async (actor, input) => ({ message: `已保存 ${await enterMarks(actor, input)} 处登记。` }));
