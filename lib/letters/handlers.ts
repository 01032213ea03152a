import "server-only";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, guardedRoute } from "@/lib/platform/route";
import { readUpload } from "@/lib/platform/uploads";
import { attach, readFile } from "./file-service";
import { FILE_LIMIT, refusals } from "./labels";
import { getDraft } from "./queries";

const back = (id: string, refused?: string) => new Response(null, { status: 303, headers: { location: `/messages/new?letter=${id}${refused ? `&refused=${encodeURIComponent(refused)}` : ""}#files` } });

/** Takes a file to a draft. Answers with a redirect, so that the form also works without scripts. */
export const postFile = guardedRoute(async (actor, request, { id = "" }) => {
  try {
    await getDraft(actor, id);
    const { file } = await readUpload(request, "file", FILE_LIMIT, { tooLarge: refusals.tooLarge, missing: refusals.noFile });
    await attach(actor, id, file);
    return back(id);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return back(id, error.message);
    throw error;
  }
});

/** A file to keep; it never opens inside a page of ours. */
export const getFile = guardedRoute(async (actor, _request, { id = "" }) => {
  const { name, type, bytes } = await readFile(actor, id);
  return attachment(bytes, name, type);
});
