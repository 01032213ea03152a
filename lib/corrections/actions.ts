"use server";
import { action } from "@/lib/platform/action";
import { approveInput, confirmInput, resubmitInput, revealInput, sendBackInput, submitInput, withdrawInput } from "./schema";
import * as corrections from "./service";

const mine = (id: string) => ({ go: `/my/profile/corrections/${id}` });
const page = (id: string) => ({ go: `/manage/corrections/${id}` });

export const submitCorrection = action(submitInput, async (actor, asked) => mine(await corrections.submit(actor, asked)));

export const resubmitCorrection = action(resubmitInput, async (actor, { id, version, ...asked }) => {
  await corrections.resubmit(actor, { id, version }, asked);
  return mine(id);
});

export const withdrawCorrection = action(withdrawInput, async (actor, { id, version, note }) => {
  await corrections.withdraw(actor, { id, version }, note);
  return mine(id);
});

export const confirmCorrection = action(confirmInput, async (actor, { id, version, note }) => {
  await corrections.confirm(actor, { id, version }, note);
  return page(id);
});

export const sendBackCorrection = action(sendBackInput, async (actor, { id, version, note }) => {
  await corrections.sendBack(actor, { id, version }, note);
  return page(id);
});

export const approveCorrection = action(approveInput, async (actor, { id, version, looked, acceptReason }) => {
  await corrections.approve(actor, { id, seen: version }, { looked: looked === "on", acceptReason });
  return page(id);
});

export const revealCorrection = action(revealInput, async (actor, input) => {
  const { label, value } = await corrections.reveal(actor, input);
  return { message: `${label}，申请改为：${value ?? "删去"}` };
}, { unkept: true });
