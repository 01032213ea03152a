"use server";
import { action } from "@/lib/platform/action";
import * as delegations from "./delegations/service";
import { addDelegationInput, addGroupInput, delegationUnitInput, editTermInput, groupDelegationInput, makeCurrentInput, removeInput, renameInput, reorderInput, termInput } from "./schema";
import * as terms from "./service";

const page = (id: string) => ({ go: `/manage/terms/${id}` });
const delegationsOf = (termId: string) => ({ go: `/manage/terms/${termId}#delegations` });
const groupsOf = (termId: string) => ({ go: `/manage/terms/${termId}#groups` });

export const openTerm = action(termInput, async (actor, input) => page(await terms.openTerm(actor, input)));

export const editTerm = action(editTermInput, async (actor, { id, version, ...input }) => {
  await terms.editTerm(actor, id, version, input);
  return page(id);
});

export const makeTermCurrent = action(makeCurrentInput, async (actor, { id, from }) => {
  await terms.makeCurrent(actor, id, from);
  return page(id);
});

export const addDelegation = action(addDelegationInput, async (actor, { termId, ...input }) => {
  await delegations.addDelegation(actor, termId, input);
  return delegationsOf(termId);
});

export const renameDelegation = action(renameInput, async (actor, { termId, name, ...at }) => {
  await delegations.renameDelegation(actor, at, name);
  return delegationsOf(termId);
});

export const setDelegationUnit = action(delegationUnitInput, async (actor, { termId, unitId, ...at }) => {
  await delegations.setDelegationUnit(actor, at, unitId);
  return delegationsOf(termId);
});

export const reorderDelegation = action(reorderInput, async (actor, { termId, move }) => {
  await delegations.reorderDelegation(actor, move);
  return delegationsOf(termId);
});

export const removeDelegation = action(removeInput, async (actor, { termId, ...at }) => {
  await delegations.removeDelegation(actor, at);
  return delegationsOf(termId);
});

export const addGroup = action(addGroupInput, async (actor, { termId, ...input }) => {
  await delegations.addGroup(actor, termId, input);
  return groupsOf(termId);
});

export const renameGroup = action(renameInput, async (actor, { termId, name, ...at }) => {
  await delegations.renameGroup(actor, at, name);
  return groupsOf(termId);
});

export const setGroupDelegation = action(groupDelegationInput, async (actor, { termId, delegationId, ...at }) => {
  await delegations.setGroupDelegation(actor, at, delegationId);
  return groupsOf(termId);
});

export const reorderGroup = action(reorderInput, async (actor, { termId, move }) => {
  await delegations.reorderGroup(actor, move);
  return groupsOf(termId);
});

export const removeGroup = action(removeInput, async (actor, { termId, ...at }) => {
  await delegations.removeGroup(actor, at);
  return groupsOf(termId);
});
