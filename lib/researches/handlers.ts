import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { PICTURE } from "@/lib/platform/images";
import { attachment, DOCX, guardedRoute } from "@/lib/platform/route";
import { readUpload } from "@/lib/platform/uploads";
import { photoRefusals } from "@/lib/duties/labels";
import { addPhoto, expectPhotos } from "./finding-service";
import { DOCUMENT_LIMIT, refusals } from "./labels";
import { getFindingPhoto, getResearch, listFindings, listRemarks } from "./queries";
import { reportBytes } from "./report-paper";
import { expectImport, importText } from "./report-service";

/** Back to the page of the research, with a sentence where something was refused: the forms also work without scripts. */
const back = (actor: AccountActor, id: string, params: Record<string, string>, part: string) =>
  new Response(null, { status: 303, headers: { location: `${actor.role === "DELEGATE" ? `/my/researches/${id}` : `/manage/activities/${id}/research`}?${new URLSearchParams(params).toString()}#${part}` } });

const told = (error: unknown): error is Refusal => error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound);

/** Takes a photograph of an own finding in. */
export const postFindingPhoto = guardedRoute(async (actor, request, { finding = "" }) => {
  const id = await expectPhotos(actor, finding);
  try {
    const { file } = await readUpload(request, "photo", PICTURE.bytes, { tooLarge: photoRefusals.large, missing: photoRefusals.empty });
    await addPhoto(actor, finding, file.bytes);
    return back(actor, id, { finding }, "findings");
  } catch (error) {
    if (told(error)) return back(actor, id, { finding, refused: error.message }, "findings");
    throw error;
  }
});

/** A photograph as JPEG, kept by no cache; ?size=photo is the large one. */
export const getPhotoOfFinding = guardedRoute(async (actor, request, { id = "", photo = "" }) => {
  const size = new URL(request.url).searchParams.get("size") === "photo" ? "photo" : "thumb";
  return new Response(new Uint8Array(await getFindingPhoto(actor, id, photo, size)), {
    headers: { "content-type": "image/jpeg", "cache-control": "private, no-store", "x-content-type-options": "nosniff", "content-disposition": 'inline; filename="photo.jpg"' },
  });
});

/** Takes the words of a Word file in as the text of the report. */
export const postReportFile = guardedRoute(async (actor, request, { id = "" }) => {
  await expectImport(actor, id);
  try {
    const { file, fields } = await readUpload(request, "file", DOCUMENT_LIMIT, { tooLarge: refusals.tooLarge, missing: refusals.noFile });
    await importText(actor, id, file, fields.replace === "on");
    return back(actor, id, { step: "report" }, "report");
  } catch (error) {
    if (told(error)) return back(actor, id, { step: "import", refused: error.message }, "report");
    throw error;
  }
});

/** The report as a .docx for whoever may read it, with findings and remarks as far as these may be read; NotFound while there is none. */
export const getReportFile = guardedRoute(async (actor, _request, { id = "" }) => {
  const of = await getResearch(actor, id);
  if (!of.reportText) throw new NotFound({ type: "Research", id });
  const [findings, remarks] = await Promise.all([listFindings(actor, of), listRemarks(actor, of)]);
  return attachment(await reportBytes(of, findings, remarks), `${of.reportTitle ?? of.title}.docx`, DOCX);
});
