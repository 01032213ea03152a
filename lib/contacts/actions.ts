"use server";
import { action } from "@/lib/platform/action";
import type { AccountActor } from "@/lib/platform/actor";
import { addInput, editInput, endInput, removeInput } from "./schema";
import * as contacts from "./service";

const list = (actor: AccountActor, delegateId: string) => ({ go: actor.role === "DELEGATE" ? "/my/contacts" : `/manage/delegates/${delegateId}/contacts` });
const page = (actor: AccountActor, id: string) => ({ go: actor.role === "DELEGATE" ? `/my/contacts/${id}` : `/manage/contacts/${id}` });

export const addContact = action(addInput, async (actor, input) => list(actor, await contacts.add(actor, input)));

export const editContact = action(editInput, async (actor, { id, version, ...kept }) => {
  await contacts.edit(actor, { id, version }, kept);
  return page(actor, id);
});

export const endContact = action(endInput, async (actor, { id, version, ...end }) => {
  await contacts.end(actor, { id, version }, end);
  return page(actor, id);
});

export const removeContact = action(removeInput, async (actor, at) => list(actor, await contacts.remove(actor, at)));
