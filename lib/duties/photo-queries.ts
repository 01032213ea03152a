import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { openBytes } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { may, visibleTo } from "./policy";
import type { Duty } from "./queries";

export type PhotoSize = "photo" | "thumb";

/** A photograph of a record the actor may know of, as JPEG. NotFound for all others. */
export async function getDutyPhoto(actor: Actor, id: string, photoId: string, size: PhotoSize): Promise<Buffer> {
  const found = isId(id) && isId(photoId) ? await db().dutyPhoto.findFirst({ where: { id: photoId, dutyId: id, duty: visibleTo(actor) }, select: { photoCipher: true, thumbCipher: true } }) : null;
  if (!found) throw new NotFound({ type: "Duty", id });
  return openBytes(size === "photo" ? found.photoCipher : found.thumbCipher, `DutyPhoto.${size}:${photoId}`);
}

/** Whether photographs may be added and taken off now, by this actor. */
export const takesPhotos = (actor: Actor, of: Duty): boolean =>
  may(actor, "edit", of.facts) && (of.state === "DRAFT" || of.state === "REJECTED" || (of.state === "SUBMITTED" && of.openedAt === null));
