import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { openBytes } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { visibleTo } from "./policy";
import { getDelegate } from "./queries";

export type PhotoSize = "photo" | "thumb";

const contextOf = (size: PhotoSize, personId: string) => `PersonPhoto.${size}:${personId}`;

/** The photograph of a delegate the actor may know of, as JPEG. NotFound for all others and where there is none. */
export async function getPhoto(actor: Actor, id: string, size: PhotoSize): Promise<Buffer> {
  const { personId, committeeId } = await getDelegate(actor, id);
  const row = await db().personPhoto.findFirst({ where: { personId, committeeId }, select: { photoCipher: true, thumbCipher: true } });
  if (!row) throw new NotFound({ type: "Delegate", id });
  return openBytes(size === "photo" ? row.photoCipher : row.thumbCipher, contextOf(size, personId));
}

/** Photographs by person of those of these delegates the actor may know of; a few at a time, for papers. */
export async function listPhotos(actor: Actor, ids: string[]): Promise<Map<string, Buffer>> {
  const rows = await db().personPhoto.findMany({ where: { person: { delegates: { some: { AND: [visibleTo(actor), { id: { in: ids } }] } } } }, select: { personId: true, photoCipher: true } });
  return new Map(rows.map(({ personId, photoCipher }) => [personId, openBytes(photoCipher, contextOf("photo", personId))]));
}
