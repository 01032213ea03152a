"use server";
import { action } from "@/lib/platform/action";
import { giveInput, giveManyInput, takeInput } from "./schema";
import * as grants from "./service";

export const giveGrant = action(giveInput, async (actor, input) => {
  await grants.give(actor, input);
  return { go: `/system/grants/${input.accountId}` };
});

export const takeGrant = action(takeInput, async (actor, input) => {
  await grants.take(actor, input);
  return { go: `/system/grants/${input.accountId}` };
});

export const giveWantedGrants = action(giveManyInput, async (actor, { give }) => {
  await grants.giveWanted(actor, give);
  return { go: `/system/grants/waiting?given=${give.length}` };
});
