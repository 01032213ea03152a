"use server";
import { planOf } from "@/lib/activities/schema";
import { action } from "@/lib/platform/action";
import type { AccountActor } from "@/lib/platform/actor";
import * as findings from "./finding-service";
import * as reports from "./report-service";
import { adoptInput, arrangeInput, editFindingInput, enterRemarkInput, findingInput, planResearchInput, publicationInput, reasonInput, remarkInput, removeFindingInput, removePhotoInput, reportInput, routeInput, stepInput, stopsOf } from "./schema";
import * as researches from "./service";

/** The research where this actor reads it. */
const page = (actor: AccountActor, id: string, more = "") => ({ go: `${actor.role === "DELEGATE" ? `/my/researches/${id}` : actor.role === "LEADER" ? `/overview/researches/${id}` : `/manage/activities/${id}/research`}${more}` });

export const planResearch = action(planResearchInput, async (actor, { groupId, ...input }) => page(actor, await researches.plan(actor, planOf({ ...input, kind: "RESEARCH" }), groupId)));

export const arrangeResearch = action(arrangeInput, async (actor, { id, version, ...arrangement }) => {
  await researches.arrange(actor, { id, version }, arrangement);
  return page(actor, id);
});

export const setResearchRoute = action(routeInput, async (actor, { id, version, ...rows }) => {
  await researches.setRoute(actor, { id, version }, stopsOf(rows));
  return page(actor, id);
});

export const addFinding = action(findingInput, async (actor, { activityId, ...seen }) => page(actor, activityId, `?finding=${await findings.addFinding(actor, activityId, seen)}#findings`));

export const editFinding = action(editFindingInput, async (actor, { id, version, ...seen }) => page(actor, await findings.editFinding(actor, { id, version }, seen), "#findings"));

export const removeFinding = action(removeFindingInput, async (actor, at) => page(actor, await findings.removeFinding(actor, at), "#findings"));

export const removeFindingPhoto = action(removePhotoInput, async (actor, { id, photoId }) => page(actor, await findings.removePhoto(actor, id, photoId), `?finding=${id}#findings`));

export const writeReport = action(reportInput, async (actor, { id, version, ...report }) => {
  await reports.write(actor, { id, version }, report);
  return page(actor, id, "#report");
});

export const submitReport = action(stepInput, async (actor, at) => {
  await reports.submit(actor, at);
  return page(actor, at.id, "#report");
});

export const sendBackReport = action(reasonInput, async (actor, { reason, ...at }) => {
  await reports.sendBack(actor, at, reason);
  return page(actor, at.id, "#report");
});

export const adoptReport = action(adoptInput, async (actor, { id, version, ...adoption }) => {
  await reports.adopt(actor, { id, version }, adoption);
  return page(actor, id, "#report");
});

export const fileReport = action(reasonInput, async (actor, { reason, ...at }) => {
  await reports.file(actor, at, reason);
  return page(actor, at.id, "#report");
});

export const setReportPublication = action(publicationInput, async (actor, { id, version, published, remarks }) => {
  await reports.setPublication(actor, { id, version }, { published: published === "on", remarks: remarks === "on" });
  return page(actor, id, "#report");
});

export const remarkReport = action(remarkInput, async (actor, { id, remark }) => {
  await reports.remark(actor, id, remark);
  return page(actor, id, "#remarks");
});

export const enterReportRemark = action(enterRemarkInput, async (actor, { id, ...remark }) => {
  await reports.enterRemark(actor, id, remark);
  return page(actor, id, "#remarks");
});
