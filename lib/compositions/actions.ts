"use server";
import { action } from "@/lib/platform/action";
import { referenceInput, targetChange, targetInput, targetRemoval } from "./schema";
import * as compositions from "./service";

const page = "/manage/composition/targets";

export const setTarget = action(targetInput, async (actor, input) => {
  await compositions.setTarget(actor, input);
  return { go: `${page}?term=${input.termId}&done=set` };
});

export const changeTarget = action(targetChange, async (actor, input) => {
  await compositions.changeTarget(actor, input);
  return { message: "构成要求已修改。" };
});

export const removeTarget = action(targetRemoval, async (actor, input) => {
  await compositions.removeTarget(actor, input);
  return { message: "构成要求已撤销。" };
});

export const setReferenceDate = action(referenceInput, async (actor, input) => {
  await compositions.setReferenceDate(actor, input);
  return { message: "年龄统计基准日已保存。" };
});
