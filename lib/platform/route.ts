import "server-only";
import { notFound, forbidden } from "next/navigation";
import type { AccountActor } from "./actor";
import { auditRefusal } from "./audit";
import { env } from "./env";
import { Forbidden, NotFound, Refusal } from "./errors";
import { log } from "./log";
import { sameOrigin } from "./request";
import { currentActor, currentSession } from "./session";

type Params = { params: Promise<Record<string, string>> };
type Handle = (actor: AccountActor, request: Request, params: Record<string, string>) => Promise<Response>;

const plain = (status: number, message: string) =>
  new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });

async function answer(actor: AccountActor, error: unknown): Promise<Response> {
  if (error instanceof Forbidden || error instanceof NotFound) await auditRefusal(actor, error);
  if (error instanceof Forbidden) return plain(403, error.message);
  if (error instanceof NotFound) return plain(404, error.message);
  if (error instanceof Refusal) return plain(409, error.message);
  log.error({ err: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error) }, "route failed");
  return plain(500, "系统出错，请稍后再试。");
}

/**
 * A route handler for signed-in people: refuses strangers with 401, first passwords with 403, foreign posts with 403,
 * and turns refusals into plain sentences. The handler itself still asks the policy through the service.
 */
export function guardedRoute(handle: Handle) {
  return async (request: Request, { params }: Params): Promise<Response> => {
    if (request.method !== "GET" && !sameOrigin(request.headers, env().APP_URL)) return plain(403, "请求来源不明，未执行。");
    const [session, actor] = [await currentSession(), await currentActor()];
    if (!session || !actor) return plain(401, "请先登录。");
    if (session.account.mustChangePassword) return plain(403, "请先修改初始口令。");
    try {
      return await handle(actor, request, await params);
    } catch (error) {
      if (typeof (error as { digest?: unknown }).digest === "string") throw error;
      return answer(actor, error);
    }
  };
}

/** A file to keep: never shown inline, never cached, its Chinese name written as RFC 6266 asks. */
export const attachment = (body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, name: string, type: string): Response =>
  new Response(body, {
    headers: {
      "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff",
      "content-disposition": `attachment; filename="${name.replace(/[^\x20-\x7e]|"/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Runs a page's read; what is missing or not the actor's becomes the designed 404 or 403. */
export async function forPage<T>(actor: AccountActor, read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) await auditRefusal(actor, error);
    if (error instanceof NotFound) notFound();
    if (error instanceof Forbidden) forbidden();
    throw error;
  }
}
