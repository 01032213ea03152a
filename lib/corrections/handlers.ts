import "server-only";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, guardedRoute } from "@/lib/platform/route";
import { readUpload } from "@/lib/platform/uploads";
import { refusals } from "./labels";
import { attach, expectAttachable, PROOF_LIMIT, readProof } from "./proof-service";

const back = (id: string, refused?: string) => new Response(null, { status: 303, headers: { location: `/my/profile/corrections/${id}${refused ? `?refused=${encodeURIComponent(refused)}` : ""}` } });

/** Takes the proof of a request in. Answers with a redirect, so that the form also works without scripts. */
export const postProof = guardedRoute(async (actor, request, { id = "" }) => {
  try {
    await expectAttachable(actor, id);
    const { file } = await readUpload(request, "proof", PROOF_LIMIT, { tooLarge: refusals.tooLarge, missing: refusals.noFile });
    await attach(actor, id, file);
    return back(id);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return back(id, error.message);
    throw error;
  }
});

/** The proof as a file to keep; it never opens inside a page of ours. */
export const getProof = guardedRoute(async (actor, _request, { id = "" }) => {
  const { name, type, bytes } = await readProof(actor, id);
  return attachment(bytes, name, type);
});
