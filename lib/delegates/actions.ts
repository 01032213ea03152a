"use server";
import { action } from "@/lib/platform/action";
import { fieldNames } from "./labels";
import { listBack, STAFF_LIST, withBack } from "./list-back";
import * as own from "./own-service";
import { removePhoto } from "./photo-service";
import { confirmOwnInput, consentInput, createInput, editInput, photoInput, revealInput, statusInput } from "./schema";
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

export const confirmOwnRecord = action(confirmOwnInput, async (actor, { year }) => {
  await own.confirmOwn(actor, year);
  return { go: "/my/profile" };
});

export const setPublicConsents = action(consentInput, async (actor, { fields }) => {
  await own.setConsents(actor, fields);
  return { message: "已保存公开意愿。" };
});
