import "server-only";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { attachment, guardedRoute, XLSX } from "@/lib/platform/route";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { readUpload } from "@/lib/platform/uploads";
import { refusals } from "./import-labels";
import { upload } from "./import-service";
import { refusals as said } from "./labels";
import { exportList } from "./list-service";
import { may } from "./policy";
import { getHeldActivity } from "./queries";

const to = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** Takes a sign-in sheet in. Answers with a redirect, so that the form also works without scripts. */
export const postSheet = guardedRoute(async (actor, request, { id = "" }) => {
  const activity = await getHeldActivity(actor, id);
  const act = activity.state === "ARCHIVED" ? "correct" : "mark";
  if (!may(actor, act, activity)) throw new Forbidden("attendance.upload", { type: "Activity", id, name: activity.title }, said[act]);
  const page = `/manage/activities/${id}/attendance/import`;
  try {
    const { file } = await readUpload(request, "file", LIMITS.bytes, { tooLarge: refusals.tooLarge, missing: refusals.noFile });
    return to(`${page}?batch=${await upload(actor, id, file.name, file.bytes)}`);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return to(`${page}?refused=${encodeURIComponent(error.message)}`);
    throw error;
  }
});

/** The list of an activity with reply, marks and hours, as a workbook; at most twenty in ten minutes. */
export const getList = guardedRoute(async (actor, _request, { id = "" }) => {
  await spend(`attendance.export:${actor.accountId}`, 20, 600);
  const { bytes, name } = await exportList(actor, id);
  return attachment(bytes, name, XLSX);
});
