import "server-only";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, guardedRoute } from "@/lib/platform/route";
import { readUpload } from "@/lib/platform/uploads";
import type { AccountActor } from "@/lib/platform/actor";
import { PAPER_LIMIT, refusals } from "./labels";
import type { PaperOf } from "./schema";
import { attach, expectAttachable, read } from "./service";

const to = (page: string, refused?: string) => new Response(null, { status: 303, headers: { location: `${page}${refused ? `?refused=${encodeURIComponent(refused)}` : ""}` } });

/** Takes a paper in and leads back to its page, with one sentence where it was refused; also without scripts. */
async function take(actor: AccountActor, request: Request, page: string, ofFields: (fields: Record<string, string>) => PaperOf, ask: PaperOf): Promise<Response> {
  await expectAttachable(actor, ask);
  try {
    const { file, fields } = await readUpload(request, "paper", PAPER_LIMIT, { tooLarge: refusals.tooLarge, missing: refusals.noFile });
    await attach(actor, ofFields(fields), file);
    return to(`${page}#papers`);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return to(page, error.message);
    throw error;
  }
}

/** A paper of a status of a delegate; the form says of which. */
export const postStatusPaper = guardedRoute((actor, request, { id = "" }) =>
  take(actor, request, `/manage/delegates/${id}/papers`, ({ event = "" }) => ({ delegateId: id, statusEventId: event }), { delegateId: id, statusEventId: "" }));

/** A paper of a termination case. */
export const postCasePaper = guardedRoute((actor, request, { id = "" }) => take(actor, request, `/manage/terminations/${id}`, () => ({ terminationId: id }), { terminationId: id }));

/** A paper as a file to keep; it never opens inside a page of ours. */
export const getPaper = guardedRoute(async (actor, _request, { id = "" }) => {
  const { name, type, bytes } = await read(actor, id);
  return attachment(bytes, name, type);
});
