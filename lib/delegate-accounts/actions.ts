"use server";
import { action } from "@/lib/platform/action";
import { batchInput, oneInput, requestInput } from "./schema";
import * as accounts from "./service";
import * as single from "./single-service";

export const requestAccounts = action(requestInput, async (actor, input) => {
  const id = await accounts.request(actor, input);
  return { go: `/manage/delegates/accounts/${id}` };
}, { secrets: ["password"] });

export const cancelAccounts = action(batchInput, async (actor, { id }) => {
  await accounts.cancel(actor, id);
  return { go: `/manage/delegates/accounts/${id}` };
});

/** The answer is user name and first password; it is never kept for a second click. */
export const openDelegateAccount = action(oneInput, async (actor, { id }) => {
  const { username, password } = await single.openOne(actor, id);
  return password ? { message: `${username} ${password}` } : { go: `/manage/delegates/${id}/account?opened=1` };
}, { unkept: true });

export const resetDelegatePassword = action(oneInput, async (actor, { id, version }) => {
  const { username, password } = await single.resetOne(actor, id, version);
  return { message: `${username} ${password}` };
}, { unkept: true });
