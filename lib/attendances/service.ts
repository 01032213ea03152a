import "server-only";
import { stateNames } from "@/lib/activities/labels";
import type { Actor } from "@/lib/platform/actor";
import { auditMany, type Act } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { holdStill, settle } from "./closing-service";
import { codeNames, codeOf, markOf, refusals, scanned, type Code } from "./labels";
import { may } from "./policy";
import { getHeldActivity, listDue, type HeldActivity } from "./queries";
import type { Cell, MarkInput } from "./schema";

export type Change = Cell & { delegateId: string; name: string };
type How = { act: "mark" | "correct"; way: "HAND" | "IMPORT"; reason: string | null };

export const namesOf = (changes: readonly Change[]): string => {
  const names = [...new Set(changes.map((c) => c.name))];
  return names.length > 5 ? `${names.slice(0, 5).join("、")}等 ${names.length} 人` : names.join("、");
};

/** Presence by hand is vouched for by whoever enters it, and says by what (domain 6.3). */
const vouched: readonly Code[] = ["PRESENT", "LATE", "PRESENT_EARLY", "LATE_EARLY"];

/** Presence and absence are facts of a session that has begun; leave may be known before. */
export const ahead = (activity: HeldActivity, { sessionId, code }: Cell): boolean => !["LEAVE", "OFFICIAL", "NONE"].includes(code) && (activity.sessions.find((s) => s.id === sessionId)?.startsAt ?? now()) > now();

/** What stands now where something is to change, the rows locked. */
async function standing(activityId: string, changes: readonly Change[]) {
  const ids = [...new Set(changes.map((c) => c.participationId))];
  await db().$queryRaw`SELECT id FROM "Participation" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await db().attendance.findMany({ where: { activityId, participationId: { in: ids } }, select: { id: true, participationId: true, sessionId: true, mark: true, leftEarly: true, way: true, version: true } });
  return new Map(rows.map((row) => [`${row.participationId}~${row.sessionId}`, row]));
}

type Standing = Awaited<ReturnType<typeof standing>>;

async function write(actor: Actor, activity: HeldActivity, changes: readonly Change[], found: Standing, { way, reason }: How): Promise<void> {
  const made = changes.flatMap(({ participationId, sessionId, delegateId, code }) => (code === "NONE" || found.has(`${participationId}~${sessionId}`) ? [] : [{ committeeId: activity.committeeId, activityId: activity.id, participationId, sessionId, delegateId, ...markOf(code), way, reason, enteredBy: actor.name }]));
  const { count } = await db().attendance.createMany({ data: made, skipDuplicates: true });
  if (count !== made.length) throw new Refusal(refusals.changedSince(namesOf(changes)));
  for (const change of changes) {
    const row = found.get(`${change.participationId}~${change.sessionId}`);
    if (!row) continue;
    const where = { id: row.id, version: row.version };
    const written = change.code === "NONE" ? await db().attendance.deleteMany({ where }) : await db().attendance.updateMany({ where, data: { ...markOf(change.code), way, reason, enteredBy: actor.name, version: { increment: 1 } } });
    if (written.count === 0) throw new Refusal(refusals.changedSince(change.name));
  }
}

/** Writes what was looked at, if it still stands so; coming is an answer. Once the list was confirmed, hours and ledger follow. */
export async function put(actor: Actor, activity: HeldActivity, changes: readonly Change[], how: How): Promise<void> {
  const { id } = activity;
  const { act, reason } = how;
  const found = await standing(id, changes);
  const nowAt = (change: Change) => found.get(`${change.participationId}~${change.sessionId}`);
  const moved = changes.filter((change) => codeOf(nowAt(change)) !== change.shown);
  if (moved.length > 0) throw new Refusal(refusals.changedSince(namesOf(moved)));
  const own = changes.filter((change) => scanned.includes(nowAt(change)?.way ?? "HAND"));
  if (own.length > 0 && reason === null) throw new Refusal("没有保存。", { reason: [refusals.scannedReason(namesOf(own))] });
  await write(actor, activity, changes, found, how);
  const came = changes.filter(({ code }) => vouched.includes(code)).map((c) => c.participationId);
  await db().participation.updateMany({ where: { id: { in: came }, state: "INVITED" }, data: { state: "ACCEPTED", repliedAt: now(), version: { increment: 1 } } });
  const position = (sessionId: string) => String(activity.sessions.find((s) => s.id === sessionId)?.position ?? "");
  await auditMany(actor, changes.map((change): Act => ({ verb: `attendance.${act}`, target: { type: "Attendance", id: change.participationId, name: `${change.name}，${activity.title}` }, changes: { mark: [codeNames[change.shown as Code], codeNames[change.code]], session: [null, `第 ${position(change.sessionId)} 场`] }, ...(reason ? { reason } : {}) })));
  if (act === "correct") await settle(actor, activity, reason ?? "", [...new Set(changes.map((c) => c.participationId))]);
}

/** The activity whose marks the actor may enter now, kept from moving on; `correct` once its list was confirmed. */
export async function expectMarkable(actor: Actor, id: string): Promise<{ activity: HeldActivity; act: How["act"] }> {
  const activity = await getHeldActivity(actor, id);
  const act = activity.state === "ARCHIVED" ? "correct" : "mark";
  if (!may(actor, act, activity)) throw new Forbidden(`attendance.${act}`, { type: "Activity", id, name: activity.title }, refusals[act]);
  if (activity.state === "DRAFT" || activity.state === "CANCELLED") throw new Refusal(refusals.notMarkable(stateNames[activity.state]));
  await holdStill(actor, activity);
  return { activity, act };
}

/**
 * Enters marks by hand, of those cells that differ from what the page showed. Once the list was confirmed it is a
 * correction: hours and ledger follow. Refuses whoever may not, a cell that is not due, a session to come, a change of what
 * the delegate signed or a presence without a reason, and what somebody else entered meanwhile. Returns how many were changed.
 */
export const enterMarks = (actor: Actor, { id, marks, reason }: MarkInput): Promise<number> =>
  transact(async () => {
    const { activity, act } = await expectMarkable(actor, id);
    const wanted = marks.filter((cell) => cell.code !== cell.shown);
    if (wanted.length === 0) throw new Refusal(refusals.noMark);
    const due = await listDue(actor, id, wanted.map((cell) => cell.participationId));
    const changes = wanted.flatMap((cell) => {
      const who = due.get(`${cell.participationId}~${cell.sessionId}`);
      return who ? [{ ...cell, ...who }] : [];
    });
    if (changes.length !== wanted.length) throw new Refusal(refusals.notDue);
    const early = changes.filter((change) => ahead(activity, change));
    if (early.length > 0) throw new Refusal(refusals.ahead(namesOf(early)));
    if (act === "correct" && reason === null) throw new Refusal("没有保存。", { reason: [refusals.noReason] });
    if (reason === null && changes.some(({ code }) => vouched.includes(code))) throw new Refusal("没有保存。", { reason: [refusals.handReason] });
    await put(actor, activity, changes, { act, way: "HAND", reason });
    return changes.length;
  });
