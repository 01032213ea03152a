import "server-only";
import { z } from "zod";
import { markErrors } from "@/lib/delegates/roster/error-workbook";
import { rosterTemplate } from "@/lib/delegates/roster/template";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, guardedRoute, XLSX } from "@/lib/platform/route";
import { LIMITS } from "@/lib/platform/spreadsheet/book";
import { readUpload } from "@/lib/platform/uploads";
import { listDelegations } from "@/lib/terms/queries";
import { refusals } from "./labels";
import { may } from "./policy";
import { getChecked, getFile } from "./queries";
import { upload } from "./service";

const uploadFields = z.object({ term: z.uuid("请选择届次") }).strict();

const to = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** Takes a roster in. Answers with a redirect, so that the form also works without scripts. */
export const postRoster = guardedRoute(async (actor, request) => {
  if (!may(actor, "upload", { committeeId: actor.committeeId })) throw new Forbidden("rosterImport.upload", { type: "RosterImport" }, refusals.import);
  try {
    const { file, fields } = await readUpload(request, "file", LIMITS.bytes, { tooLarge: refusals.tooLarge, missing: refusals.noFile });
    const parsed = uploadFields.safeParse(fields);
    if (!parsed.success) throw new Refusal(parsed.error.issues[0]?.message ?? refusals.noFile);
    return to(`/manage/delegates/import/${await upload(actor, parsed.data.term, file.name, file.bytes)}`);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return to(`/manage/delegates/import?refused=${encodeURIComponent(error.message)}`);
    throw error;
  }
});

/** The template with the delegations of the term in its drop-downs. */
export const getTemplate = guardedRoute(async (actor, request) => {
  if (!may(actor, "upload", { committeeId: actor.committeeId })) throw new Forbidden("rosterImport.template", { type: "RosterImport" }, refusals.import);
  const term = z.uuid().safeParse(new URL(request.url).searchParams.get("term"));
  const delegations = term.success ? (await listDelegations(actor, term.data)).map((d) => d.name) : [];
  return attachment(new Uint8Array(await rosterTemplate(delegations)), "党代表花名册导入模板.xlsx", XLSX);
});

/** The uploaded workbook again with every faulty cell tinted and commented. */
export const getErrors = guardedRoute(async (actor, _request, { id = "" }) => {
  const [file, checked] = [await getFile(actor, id), await getChecked(actor, id)];
  if (!checked) throw new NotFound({ type: "RosterImport", id });
  const bytes = await markErrors(file.bytes, file.fileName, checked);
  return attachment(new Uint8Array(bytes), `${file.fileName.replace(/\.(xlsx|csv)$/i, "")}-待改正.xlsx`, XLSX);
});
