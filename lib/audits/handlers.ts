import "server-only";
import { auditFilters } from "./schema";
import { exportAudit } from "./service";
import { today } from "@/lib/platform/clock";
import { guardedRoute } from "@/lib/platform/route";

const utf8 = new TextEncoder();

const streamOf = (lines: AsyncGenerator<string>) =>
  new ReadableStream<Uint8Array>({
    async pull(out) {
      const { done, value } = await lines.next();
      if (done) out.close();
      else out.enqueue(utf8.encode(value));
    },
    cancel: async () => void (await lines.return(undefined)),
  });

/** The audit of the current filter as csv, row by row. */
export const getExport = guardedRoute(async (actor, request) => {
  const filters = auditFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { lines } = await exportAudit(actor, filters);
  const name = encodeURIComponent(`审计记录${today()}.csv`);
  return new Response(streamOf(lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff",
      "content-disposition": `attachment; filename="audit-${today()}.csv"; filename*=UTF-8''${name}`,
    },
  });
});
