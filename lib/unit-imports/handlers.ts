import "server-only";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, guardedRoute, XLSX } from "@/lib/platform/route";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { readUpload } from "@/lib/platform/uploads";
import { listUnitChoices } from "@/lib/units/queries";
import { refusals } from "./labels";
import { markUnits } from "./marks";
import { may } from "./policy";
import { getUnitCheck, getUnitFile } from "./queries";
import { upload } from "./service";
import { unitTemplate } from "./template";

const to = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** Takes a list of units in. Answers with a redirect, so that the form also works without scripts. */
export const postUnits = guardedRoute(async (actor, request) => {
  if (!may(actor, "upload", { committeeId: actor.committeeId })) throw new Forbidden("unitImport.upload", { type: "UnitImport" }, refusals.import);
  try {
    const { file } = await readUpload(request, "file", LIMITS.bytes, { tooLarge: refusals.tooLarge, missing: refusals.noFile });
    return to(`/manage/units/import/${await upload(actor, file.name, file.bytes)}`);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return to(`/manage/units/import?refused=${encodeURIComponent(error.message)}`);
    throw error;
  }
});

/** The template with the units there are in its drop-downs. */
export const getTemplate = guardedRoute(async (actor) => {
  if (!may(actor, "upload", { committeeId: actor.committeeId })) throw new Forbidden("unitImport.template", { type: "UnitImport" }, refusals.import);
  const parents = (await listUnitChoices(actor)).map((unit) => unit.name);
  return attachment(new Uint8Array(await unitTemplate(parents)), "党组织导入模板.xlsx", XLSX);
});

/** The uploaded workbook again with every faulty cell tinted and commented. */
export const getErrors = guardedRoute(async (actor, _request, { id = "" }) => {
  const [file, check] = [await getUnitFile(actor, id), await getUnitCheck(actor, id)];
  if (!check) throw new NotFound({ type: "UnitImport", id });
  const bytes = await markUnits(file.bytes, file.fileName, check.sheet, check.rows);
  return attachment(new Uint8Array(bytes), `${file.fileName.replace(/\.(xlsx|csv)$/i, "")}-待改正.xlsx`, XLSX);
});
