import "server-only";
import { today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, DOCX, guardedRoute } from "@/lib/platform/route";
import { readFields } from "@/lib/platform/uploads";
import { kindNames } from "./labels";
import { getBatch } from "./queries";
import { take } from "./service";

const PLACE = "/manage/delegates/accounts";

/** The slips of a batch, posted for, because taking them deletes them. What cannot be taken leads back to the page of the batch. */
export const postSlips = guardedRoute(async (actor, request, { id = "" }) => {
  await getBatch(actor, id);
  const back = new Response(null, { status: 303, headers: { location: `${PLACE}/${id}` } });
  if ((await readFields(request)).take !== "1") return back;
  try {
    const { bytes, batch } = await take(actor, id);
    return attachment(new Uint8Array(bytes), `口令条_${kindNames[batch.kind]}_${batch.slips}人_${today()}.docx`, DOCX);
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Forbidden || error instanceof NotFound) throw error;
    return back;
  }
});
