import "server-only";
import { spend } from "@/lib/platform/rate-limit";
import { attachment, DOCX, guardedRoute } from "@/lib/platform/route";
import { makeSummary } from "./summary-service";

/** What was handed on of an activity as a Word file, to all or (`to`) to one body; at most twenty in ten minutes. */
export const getSummary = guardedRoute(async (actor, request, { id = "" }) => {
  const to = new URL(request.url).searchParams.get("to")?.slice(0, 200) || undefined;
  await spend(`opinion.print:${actor.accountId}`, 20, 600);
  const { bytes, name } = await makeSummary(actor, id, to);
  return attachment(bytes, name, DOCX);
});
