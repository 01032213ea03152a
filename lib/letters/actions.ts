"use server";
import { action } from "@/lib/platform/action";
import { detach } from "./file-service";
import { detachInput, discardInput, draftInput, remindInput, sendInput } from "./schema";
import * as letters from "./service";

export const draftLetter = action(draftInput, async (actor, input) => ({ go: `/messages/new?letter=${await letters.draft(actor, input)}` }));

export const discardLetter = action(discardInput, async (actor, { id, version }) => {
  await letters.discard(actor, id, version);
  return { go: "/messages/sent" };
});

export const detachLetterFile = action(detachInput, async (actor, { id }) => ({ go: `/messages/new?letter=${await detach(actor, id)}#files` }));

export const sendLetter = action(sendInput, async (actor, input) => {
  await letters.send(actor, input);
  return { go: `/messages/sent/${input.id}` };
});

export const remindReaders = action(remindInput, async (actor, { id }) => {
  await letters.remind(actor, id);
  return { go: `/messages/sent/${id}` };
});
