"use server";
import { action } from "@/lib/platform/action";
import { fieldNames } from "./labels";
import { listBack, STAFF_LIST, withBack } from "./list-back";
import { removePhoto } from "./photo-service";
import { createInput, editInput, photoInput, revealInput, statusInput } from "./schema";
import * as delegates from "./service";
import { writtenOf } from "./written";

const record = (id: string, back: string | undefined) => ({ go: withBack(`${STAFF_LIST}/${id}`, listBack(back)) });

export const createDelegate = action(createInput, async (actor, { termId, samePerson, reviewBasis, ...form }) => {
  const id = await delegates.create(actor, termId, writtenOf(form), { samePerson, reviewBasis });
  return { go: `/manage/delegates/${id}` };
});

export const editDelegate = action(editInput, async (actor, { id, version, back, ...form }) => {
  await delegates.edit(actor, id, version, writtenOf(form));
  return record(id, back);
});

export const revealNumber = action(revealInput, async (actor, { id, field, reason }) => {
  const number = await delegates.reveal(actor, id, field, reason);
  return { message: `${fieldNames[field]}：${number ?? "未填写"}` };
}, { unkept: true });

export const changeDelegateStatus = action(statusInput, async (actor, { id, version, event, back, ...facts }) => {
  await delegates.changeStatus(actor, id, version, event, facts);
  return record(id, back);
});

export const removeDelegatePhoto = action(photoInput, async (actor, { id }) => {
  await removePhoto(actor, id);
  return { go: `/manage/delegates/${id}` };
});
