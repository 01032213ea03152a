import "server-only";
import { v7 as newId, validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { openBytes, sealBytes } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { mediaName, mediaOf } from "@/lib/platform/media";
import { officeFileOf } from "@/lib/platform/office-file";
import type { Upload } from "@/lib/platform/uploads";
import { FILE_LIMIT, MOST_FILES, refusals } from "./labels";
import { holdActivity } from "./places-service";
import { filesVisibleTo, may } from "./policy";
import { getActivity, type ActivityRecord } from "./queries";

const sealedAs = (id: string) => `ActivityFile.content:${id}`;
const targetOf = ({ id, title }: { id: string; title: string }) => ({ type: "Activity", id, name: title });

/** The activity a file may be put to, if the actor may; asked before a word of the file is read. */
export async function expectAttachable(actor: Actor, activityId: string): Promise<ActivityRecord> {
  const found = await getActivity(actor, activityId);
  if (!may(actor, "addFile", found)) throw new Forbidden("activity.addFile", targetOf(found), refusals.plan);
  return found;
}

/** Keeps a material of an activity, sealed. Refuses what is none of the kinds by its own bytes, and an eleventh. */
export async function addFile(actor: Actor, activityId: string, file: Upload): Promise<void> {
  await expectAttachable(actor, activityId);
  const kind = mediaOf(file.bytes) ?? (await officeFileOf(file.bytes));
  if (!kind) throw new Refusal(refusals.wrongKind);
  if (file.bytes.length > FILE_LIMIT) throw new Refusal(refusals.tooLarge);
  await transact(async () => {
    // Two at once must not both be the tenth.
    await holdActivity(actor, activityId);
    const found = await expectAttachable(actor, activityId);
    if (found.files >= MOST_FILES) throw new Refusal(refusals.manyFiles);
    const [id, fileName] = [newId(), mediaName(file.name, kind)];
    await db().activityFile.create({ data: { id, committeeId: found.committeeId, activityId, fileName, mediaType: kind.type, size: file.bytes.length, content: sealBytes(file.bytes, sealedAs(id)), accountName: actor.name, uploadedAt: now() }, select: { id: true } });
    await audit(actor, { verb: "activity.addFile", target: targetOf(found), changes: { file: [null, fileName] } });
  });
}

async function find(actor: Actor, id: string) {
  const file = isId(id) ? await db().activityFile.findFirst({ where: { AND: [filesVisibleTo(actor), { id }] }, select: { id: true, fileName: true, mediaType: true, activity: { select: { id: true, title: true, committeeId: true, unitId: true } } } }) : null;
  if (!file) throw new NotFound({ type: "ActivityFile", id });
  return file;
}

/** Whose reading counts: the delegate behind the account, where the activity has the delegate on its list. */
async function markRead(actor: Actor, file: { id: string; activity: { id: string; committeeId: string } }): Promise<void> {
  if (actor.role !== "DELEGATE" || !actor.personId) return;
  const { activity } = file;
  const own = await db().participation.findFirst({ where: { activityId: activity.id, delegate: { personId: actor.personId } }, select: { delegateId: true } });
  if (own) await db().activityFileRead.createMany({ data: [{ fileId: file.id, delegateId: own.delegateId, committeeId: activity.committeeId, readAt: now() }], skipDuplicates: true });
}

/** A material for whoever may know of the activity. A delegate's first opening is kept as having read it; NotFound for everybody else. */
export const openFile = (actor: Actor, id: string): Promise<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }> =>
  transact(async () => {
    const file = await find(actor, id);
    await markRead(actor, file);
    const { content } = await db().activityFile.findUniqueOrThrow({ where: { id }, select: { content: true } });
    return { name: file.fileName, type: file.mediaType, bytes: new Uint8Array(openBytes(content, sealedAs(id))) };
  });

/** Takes a material out; who has read it is forgotten with it. Refuses who does not organise, and a file of another name than was shown. Returns the activity's id. */
export const removeFile = (actor: Actor, id: string, name: string): Promise<string> =>
  transact(async () => {
    const { activity, fileName } = await find(actor, id);
    if (!may(actor, "addFile", activity)) throw new Forbidden("activity.removeFile", targetOf(activity), refusals.plan);
    const { count } = await db().activityFile.deleteMany({ where: { id, fileName: name } });
    if (count === 0) throw new Refusal(refusals.goneFile);
    await audit(actor, { verb: "activity.removeFile", target: targetOf(activity), changes: { file: [fileName, null] } });
    return activity.id;
  });
