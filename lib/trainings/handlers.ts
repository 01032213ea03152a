import "server-only";
import { getFrame } from "@/lib/accounts/queries";
import { certificateBytes } from "@/lib/certificates/paper";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, DOCX, guardedRoute } from "@/lib/platform/route";
import { take } from "./certificate-service";

/** The certificates of a training in one document. A refusal leads back with one sentence. */
export const getCertificates = guardedRoute(async (actor, _request, { id = "" }) => {
  try {
    const { title, certificates } = await take(actor, id);
    const { officeName } = await getFrame(actor);
    return attachment(await certificateBytes(certificates, officeName), `培训证书_${title}_${certificates.length}人.docx`, DOCX);
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Forbidden || error instanceof NotFound) throw error;
    return new Response(null, { status: 303, headers: { location: `/manage/activities/${id}/certificates?refused=${encodeURIComponent(error.message)}` } });
  }
});
