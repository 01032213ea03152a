"use server";
import { action } from "@/lib/platform/action";
import { fieldNames } from "./labels";
import * as own from "./own-service";
import { confirmOwnInput, consentInput, createInput, editInput, revealInput, statusInput } from "./schema";
import * as delegates from "./service";
import { writtenOf } from "./written";

export const createDelegate = action(createInput, async (actor, { termId, samePerson, reviewBasis, ...form }) => {
  const id = await delegates.create(actor, termId, writtenOf(form), { samePerson, reviewBasis });
  return { go: `/manage/delegates/${id}` };
});

export const editDelegate = action(editInput, async (actor, { id, version, ...form }) => {
  await delegates.edit(actor, id, version, writtenOf(form));
  return { go: `/manage/delegates/${id}` };
});

export const revealNumber = action(revealInput, async (actor, { id, field, reason }) => {
  const number = await delegates.reveal(actor, id, field, reason);
  return { message: `${fieldNames[field]}：${number ?? "未填写"}` };
}, { unkept: true });

export const changeDelegateStatus = action(statusInput, async (actor, { id, version, event, ...facts }) => {
  await delegates.changeStatus(actor, id, version, event, facts);
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
