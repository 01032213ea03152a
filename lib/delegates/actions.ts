"use server";
import { action } from "@/lib/platform/action";
import * as batches from "./batch-service";
import { filtersOfList, hrefOf } from "./filters";
import { fieldNames } from "./labels";
import { listBack, STAFF_LIST, withBack } from "./list-back";
import { ORDER_PAGE } from "./order-queries";
import * as order from "./order-service";
import * as own from "./own-service";
import { removePhoto } from "./photo-service";
import { confirmOwnInput, consentInput, createInput, editInput, moveInput, moveParams, numberInput, photoInput, placeDelegateInput, reorderDelegateInput, resortInput, revealInput, statusInput } from "./schema";
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

export const moveDelegates = action(moveInput, async (actor, { list, seal, ...to }) => {
  const id = await batches.moveMany(actor, filtersOfList(list), moveParams.parse(to), seal);
  return { go: `${STAFF_LIST}/batches/${id}` };
});

export const numberDelegates = action(numberInput, async (actor, { list, seal, ...rule }) => {
  const id = await batches.numberMany(actor, filtersOfList(list), rule, seal);
  return { go: `${STAFF_LIST}/batches/${id}` };
});

const orderPage = ({ termId: term, delegation, page }: { termId: string; delegation?: string | undefined; page: number }) => ({ go: hrefOf(`${STAFF_LIST}/order`, { term, delegation, page }) });

export const reorderDelegate = action(reorderDelegateInput, async (actor, { move, ...at }) => {
  await order.place(actor, at, move);
  return orderPage(at);
});

export const placeDelegate = action(placeDelegateInput, async (actor, { id, seen, to, ...at }) => {
  await order.place(actor, at, { id, seen, to });
  return orderPage({ ...at, page: Math.ceil(to / ORDER_PAGE) });
});

export const resortDelegates = action(resortInput, async (actor, { by, ...at }) => {
  await order.resort(actor, at, by);
  return orderPage({ ...at, page: 1 });
});
