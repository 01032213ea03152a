import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { sealJson } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { readSpreadsheet } from "@/lib/platform/spreadsheet/read";
import type { Check, Put } from "./import-check";
import { MOST_ROWS, MOST_UNKNOWN, refusals } from "./import-labels";
import { checkAgainst, contextOf, findUpload } from "./import-queries";
import { readMarkSheet } from "./import-sheet";
import { refusals as said } from "./labels";
import { may } from "./policy";
import { ahead, expectMarkable, namesOf, put, type Change } from "./service";
import type { ImportInput } from "./schema";
import type { HeldActivity } from "./queries";

const SECONDS = 60;

/**
 * Takes a sign-in sheet in for an activity, reads it apart from the program and keeps its rows sealed for the look; no mark
 * is touched. Refuses who may not, an unreadable file, one of other days, one of whom hardly anybody is known, 30 an hour.
 */
export async function upload(actor: Actor, activityId: string, fileName: string, bytes: Uint8Array): Promise<string> {
  const { activity } = await transact(() => expectMarkable(actor, activityId));
  if (bytes.length === 0) throw new Refusal(refusals.noFile);
  if (bytes.length > LIMITS.bytes) throw new Refusal(refusals.tooLarge);
  await spend(`attendance-import:${actor.accountId}`, 30, 3600);
  const read = await readSpreadsheet(bytes, fileName, { rows: MOST_ROWS });
  if ("refused" in read) throw new Refusal(read.refused);
  const sheet = readMarkSheet(read.book, activity.sessions);
  if ("refused" in sheet) throw new Refusal(sheet.refused);
  if (sheet.rows.length === 0) throw new Refusal(refusals.noRows);
  return transact(async () => {
    const { check } = await checkAgainst(actor, activity, sheet);
    if (check.names.length > MOST_UNKNOWN) throw new Refusal(refusals.tooMany(check.names.length));
    const id = newId();
    await db().attendanceImport.create({ data: { id, committeeId: activity.committeeId, activityId, accountId: actor.accountId ?? "", fileName: fileName.slice(-200), rowsCipher: sealJson(sheet, contextOf(id)) }, select: { id: true } });
    await audit(actor, { verb: "attendance.upload", target: { type: "Activity", id: activityId, name: activity.title } });
    return id;
  });
}

/** Puts on the list whom the sheet names and the roster knows; who signed in was there. Returns the participation of each. */
async function enlist(actor: Actor, activity: HeldActivity, add: Check["add"]): Promise<Map<string, string>> {
  if (activity.state === "ARCHIVED") throw new Refusal(refusals.closed);
  if (!may(actor, "invite", activity)) throw new Forbidden("attendance.import", { type: "Activity", id: activity.id, name: activity.title }, said.mark);
  const units = new Map((await db().delegate.findMany({ where: { id: { in: add.map((d) => d.delegateId) } }, select: { id: true, unitId: true } })).map((d) => [d.id, d.unitId]));
  const made = await db().participation.createManyAndReturn({
    data: add.map(({ delegateId }) => ({ committeeId: activity.committeeId, activityId: activity.id, delegateId, unitId: units.get(delegateId) ?? activity.unitId, state: "ACCEPTED" as const, repliedAt: now(), repliedBy: actor.name })),
    skipDuplicates: true, select: { id: true, delegateId: true },
  });
  if (made.length !== add.length) throw new Refusal(refusals.movedOn);
  return new Map(made.map((row) => [row.delegateId, row.id]));
}

/**
 * Writes what the sheet says, as it was looked at and settled; all or nothing, and once. What stands otherwise is kept, or
 * replaced with a reason. Refuses while a name or mark is not settled, when list or marks moved, and when nothing changes.
 */
export const commit = (actor: Actor, { id, batch, expected, names, marks, over, add, reason }: ImportInput): Promise<number> =>
  transact(async () => {
    const { activity, act } = await expectMarkable(actor, id);
    const found = await findUpload(actor, activity, batch);
    if (!found) throw new Refusal(refusals.gone);
    const { check, mark } = await checkAgainst(actor, activity, found.sheet, { names: new Map(names), marks: new Map(marks) });
    if (mark !== expected) throw new Refusal(refusals.movedOn);
    if (check.open.length > 0) throw new Refusal(refusals.unsettled(check.open.slice(0, 10).join("、")));
    if (check.double) throw new Refusal(refusals.samePerson(check.double));
    if (over === "take" && check.differs.length > 0 && reason === null) throw new Refusal("没有导入。", { reason: [refusals.reason] });
    if (act === "correct" && reason === null) throw new Refusal("没有导入。", { reason: [refusals.correctReason] });
    const adding = add === "on" ? check.add : [];
    const wanted: Put[] = [...check.fresh, ...(over === "take" ? check.differs : [])].filter((p) => p.participationId !== null || adding.length > 0);
    if (wanted.length === 0 && adding.length === 0) throw new Refusal(refusals.nothing);
    const placed = adding.length > 0 ? await enlist(actor, activity, adding) : new Map<string, string>();
    const changes = wanted.map((p): Change => ({ ...p, participationId: p.participationId ?? placed.get(p.delegateId) ?? "" }));
    const early = changes.filter((change) => ahead(activity, change));
    if (early.length > 0) throw new Refusal(said.ahead(namesOf(early)));
    await put(actor, activity, changes, { act, way: "IMPORT", reason: reason ?? `签到表“${found.fileName}”` });
    const { count } = await db().attendanceImport.updateMany({ where: { id: batch, doneAt: null }, data: { doneAt: now(), written: changes.length, rowsCipher: null } });
    if (count === 0) throw new Refusal(refusals.gone);
    await audit(actor, { verb: "attendance.import", target: { type: "Activity", id, name: activity.title }, changes: { marks: [null, String(changes.length)], listed: [null, String(adding.length)] }, ...(reason ? { reason } : {}) });
    return changes.length;
  }, SECONDS);
