import "server-only";
import { getFrame } from "@/lib/accounts/queries";
import { formatDateLong, today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { attachment, guardedRoute, XLSX } from "@/lib/platform/route";
import { readFields } from "@/lib/platform/uploads";
import { activeFilters } from "./active-filters";
import { chosenColumns } from "./export-columns";
import { csvStream, xlsxStream } from "./export-file";
import { eachDelegateCells } from "./export-queries";
import { beginExport } from "./export-service";
import { exportName } from "./export-name";
import { delegateFilters, hrefOf, paramsOf } from "./filters";
import { refusals } from "./labels";
import { may } from "./policy";
import { getRosterFrame, listRosterChoices, withinTerm } from "./queries";
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
  const { given, filters: asked } = parted(await readFields(request));
  try {
    const parsed = exportInput.strict().safeParse(given);
    if (!parsed.success) throw new Refusal(`没有导出。${parsed.error.issues[0]?.message ?? ""}。`);
    const frame = await getRosterFrame(actor, asked, today());
    if (!frame) throw new NotFound({ type: "Term", id: "" });
    const choices = await listRosterChoices(actor, frame.termId, asked.unit);
    const filters = withinTerm(asked, choices);
    const { heads } = await beginExport(actor, filters, frame, parsed.data);
    const columns = chosenColumns(parsed.data.cols);
    const rows = eachDelegateCells(actor, filters, frame, columns.map((c) => c.key), parsed.data.numbers === "full");
    const { officeName, grants } = await getFrame(actor);
    const office = (actor.unitId && grants.find((grant) => grant.current)?.scope) || officeName;
    const { title, file } = exportName(frame.termName, activeFilters(paramsOf(filters), choices), today());
    const sheet = { title, office, date: formatDateLong(today()), heads, columns, rows };
    return parsed.data.format === "csv" ? attachment(csvStream(sheet), `${file}.csv`, CSV) : attachment(xlsxStream(sheet), `${file}.xlsx`, XLSX);
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof Forbidden) && !(error instanceof NotFound)) return back(asked, given, [error.message, ...Object.values(error.fields).flat()].join(""));
    throw error;
  }
});
