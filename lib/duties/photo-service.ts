import "server-only";
import { createHash } from "node:crypto";
import { v7 as newId } from "uuid";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { sealBytes } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { NotFound, Refusal } from "@/lib/platform/errors";
import { readPicture } from "@/lib/platform/images";
import { spend } from "@/lib/platform/rate-limit";
import { photoRefusals, refusals, stateNames } from "./labels";
import { countPhotosAllowed, takesPhotos } from "./photo-queries";
import { getDuty, type Duty } from "./queries";
import { demand, targetOf } from "./step-service";

/** The record if its writer may add or take off photographs now: until a reviewer opened it, and again once it came back. */
export async function expectWritable(actor: AccountActor, id: string): Promise<Duty> {
  const found = await getDuty(actor, id);
  demand(actor, "edit", found.facts, targetOf(found));
  if (!takesPhotos(found)) throw new Refusal(refusals.photoClosed(stateNames[found.state]));
  return found;
}

/**
 * Keeps a photograph with a record, sealed and written anew, without place and camera. Refuses whoever does not write
 * the record, what is no photograph, the same one twice, and more than the rule allows.
 */
export async function addPhoto(actor: AccountActor, id: string, bytes: Uint8Array): Promise<void> {
  await expectWritable(actor, id);
  await spend(`photo:${actor.accountId}`, 120, 3600);
  const read = await readPicture(bytes);
  if ("refused" in read) throw new Refusal(photoRefusals[read.refused]);
  await transact(async () => {
    await db().$queryRaw`SELECT id FROM "Duty" WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await expectWritable(actor, id);
    const most = await countPhotosAllowed(actor, found);
    if (found.photos.length >= most) throw new Refusal(refusals.photos(most));
    const photoId = newId();
    const hash = createHash("sha256").update(bytes).digest("hex");
    const row = { id: photoId, committeeId: found.committeeId, dutyId: id, position: found.photos.length + 1, hash, photoCipher: sealBytes(read.photo, `DutyPhoto.photo:${photoId}`), thumbCipher: sealBytes(read.thumb, `DutyPhoto.thumb:${photoId}`) };
    const { count } = await db().dutyPhoto.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) throw new Refusal(refusals.photoTwice);
    await audit(actor, { verb: "duty.addPhoto", target: targetOf(found), changes: { photo: [`${found.photos.length} 张`, `${found.photos.length + 1} 张`] } });
  });
}

/** Takes a photograph off a record that is still its writer's. */
export const removePhoto = (actor: AccountActor, id: string, photoId: string): Promise<void> =>
  transact(async () => {
    const found = await expectWritable(actor, id);
    const { count } = await db().dutyPhoto.deleteMany({ where: { id: photoId, dutyId: id } });
    if (count === 0) throw new NotFound({ type: "Duty", id });
    await audit(actor, { verb: "duty.removePhoto", target: targetOf(found), changes: { photo: [`${found.photos.length} 张`, `${found.photos.length - 1} 张`] } });
  });
