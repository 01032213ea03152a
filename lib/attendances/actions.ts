"use server";
import { action } from "@/lib/platform/action";
import { close, hold } from "./closing-service";
import { commit } from "./import-service";
import { closeInput, holdInput, importInput, markInput, signInput } from "./schema";
import { enterMarks } from "./service";
import { signIn, signOut } from "./sign-in-service";

const page = (id: string) => ({ go: `/manage/activities/${id}/attendance` });

export const holdActivity = action(holdInput, async (actor, input) => {
  await hold(actor, input);
  return page(input.id);
});

export const closeActivity = action(closeInput, async (actor, { confirm: _, ...input }) => {
  await close(actor, input);
  return page(input.id);
});

export const enterAttendance = action(markInput, async (actor, input) => ({ message: `已保存 ${await enterMarks(actor, input)} 处登记。` }));

export const commitAttendanceImport = action(importInput, async (actor, input) => {
  await commit(actor, input);
  return page(input.id);
});

const own = (sessionId: string, { wrong }: { wrong?: string }) => ({ go: `/my/sign-in/${sessionId}${wrong ? `?refused=${wrong}` : ""}` });

export const signInHere = action(signInput, async (actor, input) => own(input.sessionId, await signIn(actor, input)));

export const signOutHere = action(signInput, async (actor, input) => own(input.sessionId, await signOut(actor, input)));
