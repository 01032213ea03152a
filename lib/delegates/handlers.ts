import "server-only";
import { getFrame } from "@/lib/accounts/queries";
import type { AccountActor } from "@/lib/platform/actor";
import { formatDateLong, today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { PHOTO } from "@/lib/platform/images";
import { attachment, DOCX, guardedRoute, XLSX } from "@/lib/platform/route";
import { readFields, readUpload } from "@/lib/platform/uploads";
import { activeFilters } from "./active-filters";
import { arranged, columnsOf, inOrder, isExportKey } from "./export-columns";
import { docxBytes } from "./export-docx";
import { csvStream, xlsxStream } from "./export-file";
import { exportName } from "./export-name";
import { eachDelegateCells } from "./export-queries";
import { beginExport } from "./export-service";
import { delegateFilters, hrefOf, paramsOf, type DelegateFilters } from "./filters";
import { orderNames, photoRefusals, refusals } from "./labels";
import { ownWorkbook } from "./own-file";
import { getOwnWord } from "./own-queries";
import { beginOwnFile } from "./own-service";
import { getPhoto } from "./photo-queries";
import { addOwnPhoto, expectOwnPhoto, setPhoto } from "./photo-service";
import { may } from "./policy";
import { getDelegate, getOwnDelegate, getRosterFrame, listRosterChoices, withinTerm } from "./queries";
import { exportInput, photoParams, type ExportInput } from "./schema";

const CSV = "text/csv; charset=utf-8";

/** The fields of the export form, told apart from the filters of the list it is about. */
function parted(fields: Record<string, string | string[]>) {
  const { cols, placed, format, numbers, reason, password, arrange, ...asked } = fields;
  const given = Object.fromEntries(Object.entries({ cols, placed, format, numbers, reason, password }).filter(([, value]) => value !== undefined));
  return { given, arrange: [arrange].flat()[0], filters: delegateFilters.parse(asked) };
}

type Given = Record<string, string | string[] | undefined>;

/** The form again, with what was chosen and perhaps one sentence; reason and password are for nobody's address bar. */
function back(filters: DelegateFilters, { cols = [], placed = "", format, numbers }: Given, { arrange = "", refused = "" }: { arrange?: string; refused?: string }) {
  const form = new URL(hrefOf("/manage/delegates/export", filters), "http://here");
  const keep = arranged(inOrder([cols].flat().filter(isExportKey), [placed].flat().join().split(",")), arrange);
  for (const [name, value] of Object.entries({ keep: keep.join(), format, numbers, refused })) if (value) form.searchParams.set(name, [value].flat().join());
  return new Response(null, { status: 303, headers: { location: form.pathname + form.search + (arrange ? "#placed" : "") } });
}

async function fileOf(actor: AccountActor, asked: DelegateFilters, input: ExportInput): Promise<Response> {
  const frame = await getRosterFrame(actor, asked, today());
  if (!frame) throw new NotFound({ type: "Term", id: "" });
  const choices = await listRosterChoices(actor, frame.termId, asked.unit, asked.asOf);
  const filters = withinTerm(asked, choices);
  const { heads } = await beginExport(actor, filters, frame, input);
  const columns = columnsOf(input);
  const rows = eachDelegateCells(actor, filters, frame, columns.map((c) => c.key), input.numbers === "full");
  const { officeName, grants } = await getFrame(actor);
  const office = (actor.unitId && grants.find((grant) => grant.current)?.scope) || officeName;
  const { title, file: name } = exportName(frame.termName, activeFilters(paramsOf(filters), choices), today());
  const sheet = { title, office, date: formatDateLong(today()), heads, columns, rows };
  if (input.format === "csv") return attachment(csvStream(sheet), `${name}.csv`, CSV);
  if (input.format === "docx") return attachment(await docxBytes({ ...sheet, order: orderNames[filters.order] }), `${name}.docx`, DOCX);
  return attachment(xlsxStream(sheet), `${name}.xlsx`, XLSX);
}

/**
 * The list of the current filter as a file. Arranging the columns and a refusal lead back to the form, so that both
 * also work without scripts.
 */
export const postExport = guardedRoute(async (actor, request) => {
  if (!may(actor, "export", { committeeId: actor.committeeId })) throw new Forbidden("delegate.export", { type: "Delegate" }, refusals.export);
  const { given, arrange, filters } = parted(await readFields(request));
  if (arrange) return back(filters, given, { arrange });
  try {
    const parsed = exportInput.strict().safeParse(given);
    if (!parsed.success) throw new Refusal(`没有导出。${parsed.error.issues[0]?.message ?? ""}。`);
    return await fileOf(actor, filters, parsed.data);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return back(filters, given, { refused: [error.message, ...Object.values(error.fields).flat()].join("") });
    throw error;
  }
});

/** A photograph as JPEG, kept by no cache. */
async function photoAnswer(actor: AccountActor, request: Request, id: string): Promise<Response> {
  const { size } = photoParams.parse(Object.fromEntries(new URL(request.url).searchParams));
  return new Response(new Uint8Array(await getPhoto(actor, id, size)), {
    headers: { "content-type": "image/jpeg", "cache-control": "private, no-store", "x-content-type-options": "nosniff", "content-disposition": 'inline; filename="photo.jpg"' },
  });
}

/** For whoever may see the record. */
export const getDelegatePhoto = guardedRoute((actor, request, { id = "" }) => photoAnswer(actor, request, id));

/** A delegate's own. */
export const getOwnPhoto = guardedRoute(async (actor, request) => {
  if (actor.role !== "DELEGATE") throw new Forbidden("delegate.find", { type: "Delegate" }, refusals.view);
  const own = await getOwnDelegate(actor);
  return photoAnswer(actor, request, own?.id ?? "");
});

/** Takes a photograph in. A file that is none leads back to the record with one sentence, so that the form also works without scripts. */
export const postDelegatePhoto = guardedRoute(async (actor, request, { id = "" }) => {
  const d = await getDelegate(actor, id);
  if (!may(actor, "setPhoto", d)) throw new Forbidden("delegate.setPhoto", { type: "Delegate", id }, refusals.photo);
  const to = (why: string) => new Response(null, { status: 303, headers: { location: `/manage/delegates/${id}${why && `?photo=${why}`}` } });
  try {
    const { file } = await readUpload(request, "photo", PHOTO.bytes, { tooLarge: photoRefusals.large, missing: photoRefusals.empty });
    await setPhoto(actor, id, file.bytes);
    return to("");
  } catch (error) {
    const why = error instanceof Refusal ? Object.entries(photoRefusals).find(([, words]) => words === error.message)?.[0] : undefined;
    if (why) return to(why);
    throw error;
  }
});

/** Takes a delegate's own photograph in, where there is none; what is refused is said on the own page. */
export const postOwnPhoto = guardedRoute(async (actor, request) => {
  const to = (refused = "") => new Response(null, { status: 303, headers: { location: `/my/profile${refused && `?refused=${encodeURIComponent(refused)}`}` } });
  try {
    await expectOwnPhoto(actor);
    const { file } = await readUpload(request, "photo", PHOTO.bytes, { tooLarge: photoRefusals.large, missing: photoRefusals.empty });
    await addOwnPhoto(actor, file.bytes);
    return to();
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return to(error.message);
    throw error;
  }
});

/** A delegate's own data, whole and unmasked, as a workbook to keep. */
export const getOwnFile = guardedRoute(async (actor) => {
  const mandates = await beginOwnFile(actor);
  const word = mandates[0] ? await getOwnWord(actor, mandates[0]) : null;
  return attachment(new Uint8Array(await ownWorkbook(mandates, word)), `本人代表资料_${today()}.xlsx`, XLSX);
});
