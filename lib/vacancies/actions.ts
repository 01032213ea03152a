"use server";
import { writtenOf } from "@/lib/delegates/written";
import { action } from "@/lib/platform/action";
import { closeInput, fillInput, reopenInput } from "./schema";
import * as vacancies from "./service";

export const fillVacancy = action(fillInput, async (actor, { id, version, meeting, seats, candidates, samePerson, reviewBasis, ...form }) => {
  const delegateId = await vacancies.fill(actor, { id, version }, { meeting, seats, candidates }, writtenOf(form), { samePerson, reviewBasis });
  return { go: `/manage/delegates/${delegateId}` };
});

export const closeVacancy = action(closeInput, async (actor, { id, version, note }) => {
  await vacancies.close(actor, { id, version }, note);
  return { go: `/manage/vacancies/${id}` };
});

export const reopenVacancy = action(reopenInput, async (actor, at) => {
  await vacancies.reopen(actor, at);
  return { go: `/manage/vacancies/${at.id}` };
});
