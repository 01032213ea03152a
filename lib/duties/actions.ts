"use server";
import { action } from "@/lib/platform/action";
import type { AccountActor } from "@/lib/platform/actor";
import { reviewedWords } from "./labels";
import { removePhoto } from "./photo-service";
import * as review from "./review-service";
import { approveInput, disputeInput, editInput, logForInput, logInput, openInput, reasonInput, removePhotoInput, reviewInput, settleInput, stepInput, type Logged, type Written } from "./schema";
import * as duties from "./service";

/** The record where this actor reads it. */
const page = (actor: AccountActor, id: string, more = "") => ({ go: `${actor.role === "DELEGATE" ? "/my" : "/manage"}/duties/${id}${more}` });

export const logDuty = action(logInput, async (actor, input) => page(actor, await duties.log(actor, input as unknown as Logged), "?done=1"));

/** What waited on the phone for a network: the same act, whose answer leads nowhere. */
export const sendDuty = action(logInput, async (actor, input) => {
  await duties.log(actor, input as unknown as Logged);
  return { message: "已送出" };
});

export const logDutyFor = action(logForInput, async (actor, input) => page(actor, await duties.logFor(actor, input as unknown as Logged & { delegateId: string })));

export const editDuty = action(editInput, async (actor, { id, version, ...written }) => {
  await duties.edit(actor, { id, version }, written as unknown as Written);
  return page(actor, id, actor.role === "DELEGATE" ? "?done=1" : "");
});

export const removeDuty = action(stepInput, async (actor, at) => {
  await duties.remove(actor, at);
  return { go: actor.role === "DELEGATE" ? "/my/duties" : "/manage/duties" };
});

export const withdrawDuty = action(stepInput, async (actor, at) => {
  await duties.withdraw(actor, at);
  return page(actor, at.id);
});

export const openDuty = action(openInput, async (actor, { id }) => {
  await review.open(actor, id);
  return page(actor, id);
});

export const approveDuty = action(approveInput, async (actor, { note, ...at }) => {
  await review.approve(actor, at, note);
  return page(actor, at.id);
});

export const rejectDuty = action(reasonInput, async (actor, { note, ...at }) => {
  await review.reject(actor, at, note);
  return page(actor, at.id);
});

export const revokeDuty = action(reasonInput, async (actor, { note, ...at }) => {
  await review.revoke(actor, at, note);
  return page(actor, at.id);
});

export const reviewDuties = action(reviewInput, async (actor, { pick, note, ...form }) => {
  const verdict = form.verdict ?? "approve";
  const picks = pick.map((one) => one.split(".")).map(([id = "", version]) => ({ id, version: Number(version) }));
  return { message: reviewedWords(verdict, await review.reviewMany(actor, picks, verdict, note)) };
});

export const confirmDuty = action(stepInput, async (actor, at) => {
  await review.confirm(actor, at);
  return page(actor, at.id);
});

export const disputeDuty = action(disputeInput, async (actor, { dispute, ...at }) => {
  await review.dispute(actor, at, dispute);
  return page(actor, at.id);
});

export const settleDuty = action(settleInput, async (actor, { disputeReply, ...at }) => {
  await review.settle(actor, at, disputeReply);
  return page(actor, at.id);
});

export const removeDutyPhoto = action(removePhotoInput, async (actor, { id, photoId }) => {
  await removePhoto(actor, id, photoId);
  return page(actor, id);
});
