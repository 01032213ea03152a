import "server-only";
import { getFrame } from "@/lib/accounts/queries";
import { attachment, DOCX, guardedRoute } from "@/lib/platform/route";
import { certificateBytes } from "./paper";
import { getForPrint } from "./queries";

/** One certificate, for whoever holds it. */
export const getOwnCertificate = guardedRoute(async (actor, _request, { id = "" }) => {
  const certificate = await getForPrint(actor, id);
  const { officeName } = await getFrame(actor);
  return attachment(await certificateBytes([certificate], officeName), `培训证书_${certificate.no}_${certificate.name}.docx`, DOCX);
});
