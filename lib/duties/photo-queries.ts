import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { openBytes } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { getRule } from "@/lib/rules/queries";
import { visibleTo } from "./policy";
import type { Duty } from "./queries";

export type PhotoSize = "photo" | "thumb";

/** A photograph of a record the actor may know of, as JPEG. NotFound for all others. */
export async function getDutyPhoto(actor: Actor, id: string, photoId: string, size: PhotoSize): Promise<Buffer> {
  const found = isId(id) && isId(photoId) ? await db().dutyPhoto.findFirst({ where: { id: photoId, dutyId: id, duty: visibleTo(actor) }, select: { photoCipher: true, thumbCipher: true } }) : null;
  if (!found) throw new NotFound({ type: "Duty", id });
  return openBytes(size === "photo" ? found.photoCipher : found.thumbCipher, `DutyPhoto.${size}:${photoId}`);
}

/** How many photographs a record may hold. */
export const countPhotosAllowed = async (actor: Actor, { unitId }: Pick<Duty, "unitId">): Promise<number> => (await getRule(actor, "duty.photos", { unitId, on: today() })).value;

/** Whether photographs may be added and taken off now, by whoever read the record: while it can be mended, or still be taken back. */
export const takesPhotos = (of: Duty): boolean => of.mends || of.open.includes("withdraw");
