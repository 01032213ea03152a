"use server";
import { action } from "@/lib/platform/action";
import { giveInput, takeInput } from "./schema";
import * as grants from "./service";

export const giveGrant = action(giveInput, async (actor, input) => {
  await grants.give(actor, input);
  return { go: `/system/grants/${input.accountId}` };
});

export const takeGrant = action(takeInput, async (actor, input) => {
  await grants.take(actor, input);
  return { go: `/system/grants/${input.accountId}` };
});
