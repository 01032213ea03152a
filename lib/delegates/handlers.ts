import "server-only";
import { getFrame } from "@/lib/accounts/queries";
import { formatDateLong, today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, guardedRoute, XLSX } from "@/lib/platform/route";
import { readFields } from "@/lib/platform/uploads";
import { chosenColumns } from "./export-columns";
import { csvStream, xlsxStream } from "./export-file";
import { eachDelegateCells } from "./export-queries";
import { beginExport } from "./export-service";
import { delegateFilters, hrefOf } from "./filters";
import { refusals } from "./labels";
import { ownWorkbook } from "./own-file";
import { getOwnWord } from "./own-queries";
import { beginOwnFile } from "./own-service";
import { may } from "./policy";
import { getRosterFrame } from "./queries";
import { exportInput } from "./schema";

const CSV = "text/csv; charset=utf-8";

/** The fields of the export form, told apart from the filters of the list it is about. */
function parted(fields: Record<string, string | string[]>) {
  const { cols, format, numbers, reason, password, ...asked } = fields;
  const given = Object.fromEntries(Object.entries({ cols, format, numbers, reason, password }).filter(([, value]) => value !== undefined));
  return { given, filters: delegateFilters.parse(asked) };
}

/** The form again, with what was chosen and one sentence; reason and password are for nobody's address bar. */
const back = (filters: Parameters<typeof hrefOf>[1], { cols, format, numbers }: Record<string, string | string[] | undefined>, message: string) => {
  const form = new URL(hrefOf("/manage/delegates/export", filters), "http://here");
  for (const [name, value] of Object.entries({ keep: cols, format, numbers, refused: message })) if (value) form.searchParams.set(name, [value].flat().join());
  return new Response(null, { status: 303, headers: { location: form.pathname + form.search } });
};

/** The list of the current filter as a file. A refusal leads back to the form with one sentence, so that it also works without scripts. */
export const postExport = guardedRoute(async (actor, request) => {
  if (!may(actor, "export", { committeeId: actor.committeeId })) throw new Forbidden("delegate.export", { type: "Delegate" }, refusals.export);
  const { given, filters } = parted(await readFields(request));
  try {
    const parsed = exportInput.strict().safeParse(given);
    if (!parsed.success) throw new Refusal(`没有导出。${parsed.error.issues[0]?.message ?? ""}。`);
    const frame = await getRosterFrame(actor, filters.term, filters.on, today());
    if (!frame) throw new NotFound({ type: "Term", id: "" });
    const { heads } = await beginExport(actor, filters, frame, parsed.data);
    const columns = chosenColumns(parsed.data.cols);
    const rows = eachDelegateCells(actor, filters, frame, columns.map((c) => c.key), parsed.data.numbers === "full");
    const { officeName, grants } = await getFrame(actor);
    const office = (actor.unitId && grants.find((grant) => grant.current)?.scope) || officeName;
    const sheet = { title: `${frame.termName}代表花名册`, office, date: formatDateLong(today()), heads, columns, rows };
    const name = `${frame.termName}代表花名册_${today()}`;
    return parsed.data.format === "csv" ? attachment(csvStream(sheet), `${name}.csv`, CSV) : attachment(xlsxStream(sheet), `${name}.xlsx`, XLSX);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return back(filters, given, [error.message, ...Object.values(error.fields).flat()].join(""));
    throw error;
  }
});

/** A delegate's own data, whole and unmasked, as a workbook to keep. */
export const getOwnFile = guardedRoute(async (actor) => {
  const mandates = await beginOwnFile(actor);
  const word = mandates[0] ? await getOwnWord(actor, mandates[0]) : null;
  return attachment(new Uint8Array(await ownWorkbook(mandates, word)), `本人代表资料_${today()}.xlsx`, XLSX);
});
