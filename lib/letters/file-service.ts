import "server-only";
import { v7 as newId, validate as isId } from "uuid";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { openBytes, sealBytes } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { NotFound, Refusal } from "@/lib/platform/errors";
import { mediaName, mediaOf } from "@/lib/platform/media";
import { officeFileOf } from "@/lib/platform/office-file";
import type { Upload } from "@/lib/platform/uploads";
import { FILE_LIMIT, MOST_FILES, refusals } from "./labels";
import { filesVisibleTo } from "./policy";
import { getDraft } from "./queries";

const sealedAs = (id: string) => `DispatchFile.content:${id}`;

/** Puts a file to a draft of the actor's own, sealed. Refuses what is none of the kinds by its own bytes, and a sixth. */
export async function attach(actor: AccountActor, letterId: string, file: Upload): Promise<void> {
  await getDraft(actor, letterId);
  const kind = mediaOf(file.bytes) ?? (await officeFileOf(file.bytes));
  if (!kind) throw new Refusal(refusals.wrongKind);
  if (file.bytes.length > FILE_LIMIT) throw new Refusal(refusals.tooLarge);
  await transact(async () => {
    const letter = await getDraft(actor, letterId);
    // Two at once must not both be the fifth, and none may come after the sending.
    const held = await db().$queryRaw<{ id: string }[]>`SELECT id FROM "Letter" WHERE id = ${letterId}::uuid AND "sentAt" IS NULL FOR UPDATE`;
    if (held.length === 0) throw new Refusal(refusals.taken);
    if ((await db().dispatchFile.count({ where: { letterId } })) >= MOST_FILES) throw new Refusal(refusals.manyFiles);
    const [id, fileName] = [newId(), mediaName(file.name, kind)];
    await db().dispatchFile.create({ data: { id, committeeId: actor.committeeId, letterId, fileName, mediaType: kind.type, size: file.bytes.length, content: sealBytes(file.bytes, sealedAs(id)), uploadedAt: now() }, select: { id: true } });
    await audit(actor, { verb: "letter.attach", target: { type: "Letter", id: letterId, name: letter.title }, changes: { file: [null, fileName] } });
  });
}

/** Takes a file off a draft of the actor's own. Returns the draft's id. */
export const detach = (actor: AccountActor, id: string): Promise<string> =>
  transact(async () => {
    const file = isId(id) ? await db().dispatchFile.findFirst({ where: { AND: [filesVisibleTo(actor), { id }] }, select: { letterId: true, fileName: true } }) : null;
    if (!file?.letterId) throw new NotFound({ type: "DispatchFile", id });
    const letter = await getDraft(actor, file.letterId);
    await db().dispatchFile.deleteMany({ where: { id, dispatchId: null } });
    await audit(actor, { verb: "letter.detach", target: { type: "Letter", id: letter.id, name: letter.title }, changes: { file: [file.fileName, null] } });
    return letter.id;
  });

/** A file for whoever got the letter or may read it. NotFound for everybody else. */
export async function readFile(actor: AccountActor, id: string): Promise<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }> {
  const file = isId(id) ? await db().dispatchFile.findFirst({ where: { AND: [filesVisibleTo(actor), { id }] }, select: { fileName: true, mediaType: true, content: true } }) : null;
  if (!file) throw new NotFound({ type: "DispatchFile", id });
  return { name: file.fileName, type: file.mediaType, bytes: new Uint8Array(openBytes(file.content, sealedAs(id))) };
}
