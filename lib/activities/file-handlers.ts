import "server-only";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, guardedRoute } from "@/lib/platform/route";
import { readUpload } from "@/lib/platform/uploads";
import { addFile, expectAttachable, openFile } from "./file-service";
import { FILE_LIMIT, refusals } from "./labels";

const back = (id: string, refused?: string) => new Response(null, { status: 303, headers: { location: `/manage/activities/${id}/files${refused ? `?refused=${encodeURIComponent(refused)}` : ""}` } });

/** Takes a material to an activity. Answers with a redirect, so that the form also works without scripts. */
export const postFile = guardedRoute(async (actor, request, { id = "" }) => {
  await expectAttachable(actor, id);
  try {
    const { file } = await readUpload(request, "file", FILE_LIMIT, { tooLarge: refusals.tooLarge, missing: refusals.noFile });
    await addFile(actor, id, file);
    return back(id);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return back(id, error.message);
    throw error;
  }
});

/** A material to keep; it never opens inside a page of ours. */
export const getFile = guardedRoute(async (actor, _request, { file = "" }) => {
  const { name, type, bytes } = await openFile(actor, file);
  return attachment(bytes, name, type);
});
