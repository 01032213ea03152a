import "server-only";
import { today } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { attachment, guardedRoute, XLSX } from "@/lib/platform/route";
import { getComposition, listTargets } from "./queries";
import { compositionFilters } from "./schema";
import { recordExport } from "./service";
import { compositionWorkbook } from "./workbook";

/** The tables of the page as a workbook, for the same term, day and people; at most twenty in ten minutes. */
export const getWorkbook = guardedRoute(async (actor, request) => {
  const filters = compositionFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await getComposition(actor, filters);
  if (!found) throw new NotFound({ type: "Term", id: "" });
  await spend(`composition.export:${actor.accountId}`, 20, 600);
  await recordExport(actor, found.frame);
  const bytes = await compositionWorkbook(found, await listTargets(actor, found.frame.termId));
  return attachment(bytes, `${found.frame.termName}代表构成_${today()}.xlsx`, XLSX);
});
