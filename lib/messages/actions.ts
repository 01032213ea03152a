"use server";
import { action } from "@/lib/platform/action";
import * as choices from "./choice-service";
import { chooseInput, messageInput, readAllInput, restoreInput, templateInput, wishesOf } from "./schema";
import * as messages from "./service";
import * as templates from "./template-service";

export const openMessage = action(messageInput, async (actor, { id }) => ({ go: await messages.open(actor, id) }));

export const markMessageRead = action(messageInput, async (actor, { id }) => {
  await messages.read(actor, id);
  return { go: `/messages/${id}` };
});

export const markMessageUnread = action(messageInput, async (actor, { id }) => {
  await messages.unread(actor, id);
  return { go: "/messages" };
});

export const markAllRead = action(readAllInput, async (actor, { until }) => {
  await messages.readAll(actor, new Date(until));
  return { go: "/messages" };
});

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
