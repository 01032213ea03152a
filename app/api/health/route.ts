import { databaseAnswers } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** For whoever watches the service: up or not, nothing else. */
export async function GET(): Promise<Response> {
  const well = await databaseAnswers();
  return Response.json({ status: well ? "ok" : "unavailable" }, { status: well ? 200 : 503, headers: { "cache-control": "no-store" } });
}
