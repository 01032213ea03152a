"use server";
import { action } from "@/lib/platform/action";
import { messageInput, readAllInput } from "./schema";
import * as messages from "./service";

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
