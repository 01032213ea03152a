"use server";
import { action } from "@/lib/platform/action";
import * as lists from "./invite-service";
import { askLeaveInput, decideLeaveInput, enrolInput, inviteInput, remindInput, replyForInput, replyInput, strikeInput, substituteInput, targetInput } from "./schema";
import * as participations from "./service";
import { inviteSubstitute } from "./substitute-service";

const own = (activityId: string) => ({ go: `/my/activities/${activityId}` });
const ofList = (activityId: string) => ({ go: `/manage/activities/${activityId}/participants` });

export const inviteDelegates = action(inviteInput, async (actor, { id, list, expected }) => {
  await lists.invite(actor, id, list, expected);
  return ofList(id);
});

export const strikeParticipation = action(strikeInput, async (actor, { id, version, reason }) => ofList(await lists.strike(actor, { id, version }, reason)));

export const remindParticipants = action(remindInput, async (actor, { id }) => ({ message: `已提醒 ${await lists.remind(actor, id)} 人。` }));

export const callSubstitute = action(substituteInput, async (actor, { id, version, delegateId }) => ofList(await inviteSubstitute(actor, { id, version }, delegateId)));

export const replyFor = action(replyForInput, async (actor, { id, version, answer, reason }) => ofList(await participations.replyFor(actor, { id, version }, answer, reason)));

export const decideLeave = action(decideLeaveInput, async (actor, { id, version, granted, note }) => ofList(await participations.decideLeave(actor, { id, version }, granted === "yes", note)));

export const replyActivity = action(replyInput, async (actor, { id, version, answer, reason, confirm }) => own(await participations.reply(actor, { id, version }, answer, reason, confirm)));

export const enrolActivity = action(enrolInput, async (actor, { id, confirm }) => {
  await participations.enrol(actor, id, confirm);
  return own(id);
});

export const withdrawEnrolment = action(targetInput, async (actor, at) => own(await participations.withdraw(actor, at)));

export const askActivityLeave = action(askLeaveInput, async (actor, { id, version, reason }) => own(await participations.askLeave(actor, { id, version }, reason)));

export const takeBackActivityLeave = action(targetInput, async (actor, at) => own(await participations.takeBackLeave(actor, at)));
