import "server-only";
import { getFrame } from "@/lib/accounts/queries";
import { getPhoto } from "@/lib/delegates/photo-queries";
import { numbersInput } from "@/lib/delegates/schema";
import { formatDateLong, today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, DOCX, guardedRoute } from "@/lib/platform/route";
import { readFields } from "@/lib/platform/uploads";
import { formBytes } from "./form";
import { download, makeOne } from "./service";

/** The form of one delegate. A refusal leads back with one sentence, so that it also works without scripts. */
export const postForm = guardedRoute(async (actor, request, { id = "" }) => {
  const given = await readFields(request);
  try {
    const parsed = numbersInput.strict().safeParse(given);
    if (!parsed.success) throw new Refusal(`没有导出。${parsed.error.issues[0]?.message ?? ""}。`);
    const { d, ...options } = await makeOne(actor, id, parsed.data);
    const { officeName, grants } = await getFrame(actor);
    const office = (actor.unitId && grants.find((grant) => grant.current)?.scope) || officeName;
    const photo = d.person.photoAt ? await getPhoto(actor, id, "photo") : null;
    return attachment(await formBytes(d, { ...options, office, date: formatDateLong(today()), photo }), `代表登记表_${d.person.name}.docx`, DOCX);
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Forbidden || error instanceof NotFound) throw error;
    const query = new URLSearchParams({ refused: [error.message, ...Object.values(error.fields).flat()].join(""), ...(given.numbers === "full" ? { numbers: "full" } : {}) });
    return new Response(null, { status: 303, headers: { location: `/manage/delegates/${id}/form?${query}` } });
  }
});

/** The zip of a batch, for the one who asked. */
export const getBatchZip = guardedRoute(async (actor, _request, { id = "" }) => {
  const { bytes, batch } = await download(actor, id);
  return attachment(new Uint8Array(bytes), `代表登记表_${batch.total}人_${today()}.zip`, "application/zip");
});
