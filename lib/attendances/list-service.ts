import "server-only";
import { MOST_LISTED } from "@/lib/participations/labels";
import { listForFile } from "@/lib/participations/queries";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { formatInstant, now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import { codeNames, codeOf, refusals } from "./labels";
import { listWorkbook } from "./list-workbook";
import { may } from "./policy";
import { getHeldActivity } from "./queries";

/** The list of an activity as a file for who organises it, within the own sight: reply, marks and hours; recorded with how many. */
export const exportList = (actor: Actor, activityId: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string }> =>
  transact(async () => {
    const of = await getHeldActivity(actor, activityId);
    const target = { type: "Activity", id: of.id, name: of.title };
    if (!may(actor, "invite", of)) throw new Forbidden("attendance.exportList", target, refusals.exportList);
    const people = await listForFile(actor, of.id, MOST_LISTED);
    const [marks, hours] = await Promise.all([
      db().attendance.findMany({ where: { activityId: of.id }, select: { participationId: true, sessionId: true, mark: true, leftEarly: true } }),
      db().participation.findMany({ where: { activityId: of.id, hours: { not: null } }, select: { id: true, hours: true } }),
    ]);
    const at = new Map(marks.map((m) => [`${m.participationId}~${m.sessionId}`, codeNames[codeOf(m)]]));
    const earned = new Map(hours.map((row) => [row.id, Number(row.hours)]));
    const lines = people.map((row) => ({
      cells: [row.name, row.delegation, row.unitName, row.stateName, row.replied ?? "", row.repliedBy ?? "", (row.state === "LEAVE_REQUESTED" || row.state === "LEAVE_GRANTED" ? row.leaveReason : row.replyReason) ?? ""],
      marks: of.sessions.map((s) => at.get(`${row.id}~${s.id}`) ?? ""), hours: earned.get(row.id) ?? null,
    }));
    await audit(actor, { verb: "attendance.exportList", target, changes: { listed: [null, `${lines.length} 人`] } });
    const bytes = await listWorkbook({ title: `${of.title}名单`, note: `${formatInstant(of.startsAt)}　${of.place}　共 ${lines.length} 人　${formatInstant(now())}导出`, sessions: of.sessions.map((s) => formatInstant(s.startsAt)), lines });
    return { bytes, name: `${of.title}名单_${today()}.xlsx` };
  }, 60);
