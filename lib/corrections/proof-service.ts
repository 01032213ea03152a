import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { openBytes, sealBytes } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { mediaName, mediaOf } from "@/lib/platform/media";
import type { Upload } from "@/lib/platform/uploads";
import { refusals } from "./labels";
import { isOwn, may } from "./policy";
import { getCorrection, type Correction } from "./queries";
import { proofPlace } from "./sealed";

export const PROOF_LIMIT = 5 * 1024 * 1024;

const targetOf = (found: Correction) => ({ type: "CorrectionRequest", id: found.id, name: found.name });

/** The request if the actor may add a proof to it; asked before a word of the file is read. */
export async function expectAttachable(actor: Actor, id: string): Promise<Correction> {
  const found = await getCorrection(actor, id);
  if (!may(actor, "attach", found.facts)) throw new Forbidden("correction.attach", targetOf(found), refusals.attach);
  if (found.state !== "SUBMITTED" && found.state !== "RETURNED") throw new Refusal(refusals.notOpen(found.stateName));
  return found;
}

/** Keeps one proof with a request, sealed, in the place of an earlier one. Refuses what is no photograph and no PDF by its own bytes. */
export const attach = (actor: Actor, id: string, file: Upload): Promise<void> =>
  transact(async () => {
    const found = await expectAttachable(actor, id);
    const kind = mediaOf(file.bytes);
    if (!kind) throw new Refusal(refusals.wrongKind);
    if (file.bytes.length > PROOF_LIMIT) throw new Refusal(refusals.tooLarge);
    const { count } = await db().correctionRequest.updateMany({ where: { id, state: found.state, version: found.version }, data: { version: { increment: 1 } } });
    if (count === 0) throw new Refusal(refusals.taken);
    const data = { fileName: mediaName(file.name, kind), mediaType: kind.type, size: file.bytes.length, content: sealBytes(file.bytes, proofPlace(id)), uploadedAt: now() };
    await db().correctionProof.upsert({ where: { requestId: id }, create: { committeeId: found.committeeId, requestId: id, ...data }, update: data, select: { id: true } });
    await audit(actor, { verb: "correction.attach", target: targetOf(found), changes: { proof: [found.proof?.fileName ?? null, data.fileName] } });
  });

/** The proof of a request, for whoever may read the request; that others than the delegate take it is recorded. */
export const readProof = (actor: Actor, id: string): Promise<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }> =>
  transact(async () => {
    const found = await getCorrection(actor, id);
    const proof = await db().correctionProof.findUnique({ where: { requestId: found.id }, select: { fileName: true, mediaType: true, content: true } });
    if (!proof) throw new NotFound({ type: "CorrectionRequest", id });
    if (!isOwn(actor, found.facts)) await audit(actor, { verb: "correction.readProof", target: targetOf(found) });
    return { name: proof.fileName, type: proof.mediaType, bytes: new Uint8Array(openBytes(proof.content, proofPlace(found.id))) };
  });
