import "server-only";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, guardedRoute, XLSX } from "@/lib/platform/route";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { readUpload } from "@/lib/platform/uploads";
import { getCurrentTerm, listDelegationNames } from "@/lib/terms/queries";
import { refusals } from "./labels";
import { markDuties } from "./marks";
import { may } from "./policy";
import { getDutyCheck, getDutyFile } from "./queries";
import { upload } from "./service";
import { dutyTemplate } from "./template";

const to = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** Takes a sheet of duties in. Answers with a redirect, so that the form also works without scripts. */
export const postDuties = guardedRoute(async (actor, request) => {
  if (!may(actor, "upload", { committeeId: actor.committeeId })) throw new Forbidden("dutyImport.upload", { type: "DutyImport" }, refusals.import);
  try {
    const { file } = await readUpload(request, "file", LIMITS.bytes, { tooLarge: refusals.tooLarge, missing: refusals.noFile });
    return to(`/manage/duties/import/${await upload(actor, file.name, file.bytes)}`);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return to(`/manage/duties/import?refused=${encodeURIComponent(error.message)}`);
    throw error;
  }
});

/** The template with the delegations of the present term in its drop-down. */
export const getDutyTemplate = guardedRoute(async (actor) => {
  if (!may(actor, "upload", { committeeId: actor.committeeId })) throw new Forbidden("dutyImport.template", { type: "DutyImport" }, refusals.import);
  const term = await getCurrentTerm(actor);
  const delegations = term ? (await listDelegationNames(actor, term.id)).map((d) => d.name) : [];
  return attachment(new Uint8Array(await dutyTemplate(delegations)), "履职记录导入模板.xlsx", XLSX);
});

/** The uploaded workbook again with every faulty cell tinted and commented. */
export const getDutyErrors = guardedRoute(async (actor, _request, { id = "" }) => {
  const [file, check] = [await getDutyFile(actor, id), await getDutyCheck(actor, id)];
  if (!check) throw new NotFound({ type: "DutyImport", id });
  return attachment(new Uint8Array(await markDuties(file.bytes, file.fileName, check.sheet, check.rows)), `${file.fileName.replace(/\.(xlsx|csv)$/i, "")}-待改正.xlsx`, XLSX);
});
