import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { PICTURE } from "@/lib/platform/images";
import { guardedRoute } from "@/lib/platform/route";
import { readUpload } from "@/lib/platform/uploads";
import { photoRefusals } from "./labels";
import { getDutyPhoto } from "./photo-queries";
import { addPhoto, expectWritable } from "./photo-service";

const back = (actor: AccountActor, id: string, refused?: string) =>
  new Response(null, { status: 303, headers: { location: `${actor.role === "DELEGATE" ? "/my" : "/manage"}/duties/${id}${refused ? `?refused=${encodeURIComponent(refused)}` : ""}#photos` } });

/** Takes a photograph of a record in. Answers with a redirect, so that the form also works without scripts. */
export const postDutyPhoto = guardedRoute(async (actor, request, { id = "" }) => {
  try {
    await expectWritable(actor, id);
    const { file } = await readUpload(request, "photo", PICTURE.bytes, { tooLarge: photoRefusals.large, missing: photoRefusals.empty });
    await addPhoto(actor, id, file.bytes);
    return back(actor, id);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return back(actor, id, error.message);
    throw error;
  }
});

/** A photograph as JPEG, kept by no cache; ?size=photo is the large one. */
export const getPhotoOfDuty = guardedRoute(async (actor, request, { id = "", photo = "" }) => {
  const size = new URL(request.url).searchParams.get("size") === "photo" ? "photo" : "thumb";
  return new Response(new Uint8Array(await getDutyPhoto(actor, id, photo, size)), {
    headers: { "content-type": "image/jpeg", "cache-control": "private, no-store", "x-content-type-options": "nosniff", "content-disposition": 'inline; filename="photo.jpg"' },
  });
});
