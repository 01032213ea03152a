"use server";
import { action } from "@/lib/platform/action";
import * as choices from "./choice-service";
import { chooseInput, restoreInput, templateInput, wishesOf } from "./schema";
import * as templates from "./template-service";

export const chooseMessages = action(chooseInput, async (actor, input) => {
  await choices.choose(actor, wishesOf(input));
  return { message: "接收方式已保存。" };
});

export const editTemplate = action(templateInput, async (actor, input) => {
  await templates.edit(actor, input);
  return { go: "/manage/messages/templates" };
});

export const restoreTemplate = action(restoreInput, async (actor, input) => {
  await templates.restore(actor, input);
  return { go: `/manage/messages/templates/${input.kind}` };
});
