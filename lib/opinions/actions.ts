"use server";
import { action } from "@/lib/platform/action";
import type { AccountActor } from "@/lib/platform/actor";
import { answerInput, giveInput, handInput, handManyInput, reasonInput, recordAnswerInput, recordInput, settleInput, stepInput } from "./schema";
import * as opinions from "./service";

/** The opinion where this actor reads it. */
const page = (actor: AccountActor, id: string, more = "") => ({ go: `${actor.role === "DELEGATE" ? "/my" : "/manage"}/opinions/${id}${more}` });

export const giveOpinion = action(giveInput, async (actor, input) => page(actor, await opinions.give(actor, input), "?done=1"));

export const recordOpinion = action(recordInput, async (actor, input) => {
  await opinions.record(actor, input);
  return { go: `/manage/activities/${input.activityId}/opinions?done=1` };
});

export const handOpinion = action(handInput, async (actor, { id, version, ...whither }) => {
  await opinions.hand(actor, { id, version }, whither);
  return page(actor, id);
});

export const handOpinions = action(handManyInput, async (actor, { pick, ...whither }) => {
  const picks = pick.map((one) => one.split(".")).map(([id = "", version]) => ({ id, version: Number(version) }));
  return { message: await opinions.handMany(actor, picks, whither) };
});

export const settleOpinion = action(settleInput, async (actor, { answer, ...at }) => {
  await opinions.settle(actor, at, answer);
  return page(actor, at.id);
});

export const fileOpinion = action(reasonInput, async (actor, { reason, ...at }) => {
  await opinions.file(actor, at, reason);
  return page(actor, at.id);
});

export const withdrawOpinion = action(stepInput, async (actor, at) => {
  await opinions.withdraw(actor, at);
  return page(actor, at.id);
});

export const answerOpinion = action(answerInput, async (actor, { answer, ...at }) => {
  await opinions.answer(actor, at, { answer });
  return page(actor, at.id);
});

export const recordOpinionAnswer = action(recordAnswerInput, async (actor, { id, version, ...answered }) => {
  await opinions.answer(actor, { id, version }, answered);
  return page(actor, id);
});

export const giveBackOpinion = action(reasonInput, async (actor, { reason, ...at }) => {
  await opinions.giveBack(actor, at, reason);
  // What was given back is no longer the unit's to see.
  return actor.role === "UNIT_LIAISON" ? { go: "/manage/opinions" } : page(actor, at.id);
});

export const releaseOpinion = action(stepInput, async (actor, at) => {
  await opinions.release(actor, at);
  return page(actor, at.id);
});

export const sendBackOpinion = action(reasonInput, async (actor, { reason, ...at }) => {
  await opinions.sendBack(actor, at, reason);
  return page(actor, at.id);
});

export const acknowledgeOpinion = action(stepInput, async (actor, at) => {
  await opinions.acknowledge(actor, at);
  return page(actor, at.id);
});

export const askOpinionAgain = action(reasonInput, async (actor, { reason, ...at }) => {
  await opinions.askAgain(actor, at, reason);
  return page(actor, at.id);
});
