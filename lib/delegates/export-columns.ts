import { fieldNames, statusNames } from "./labels";
import type { MandateValues, PersonValues } from "./values";
import type { DelegateStatus } from "@/prisma/client/enums";

type Key = keyof PersonValues | keyof MandateValues | "status";

/**
 * Columns of an export in the order of the collection form, named as the import knows them, so that an export can be
 * uploaded again. `guarded` columns leave in full only with a reason.
 */
export const exportColumns = ([
  "delegateNo", "name", "sex", "ethnicity", "birthMonth", "nativePlace", "joinedPartyOn", "workStartedOn", "idNumber", "mobile", "officePhone", "address", "education", "degree", "school",
  "employer", "position", "rank", "professionalTitle", "occupation", "primaryCategory", "flags", "honours", "concurrentRoles", "delegationId", "groupId", "unitId", "electedOn", "electionKind", "status", "remark",
] as const satisfies readonly Key[]).map((key) => ({ key, name: fieldNames[key] ?? key, guarded: key === "idNumber" || key === "mobile" || key === "address" }));

export type ExportKey = (typeof exportColumns)[number]["key"];

/** Chosen unless somebody says otherwise: what a roster handed out usually shows. */
export const usualColumns: ExportKey[] = ["name", "sex", "ethnicity", "birthMonth", "joinedPartyOn", "education", "employer", "position", "primaryCategory", "delegationId", "unitId"];

export const isExportKey = (key: string): key is ExportKey => exportColumns.some((c) => c.key === key);

/** The chosen columns in the order they were chosen, each once; the name is always there and always first. */
export const chosenColumns = (keys: readonly string[]) => ["name", ...keys].flatMap((key, i, all) => (all.indexOf(key) === i ? exportColumns.filter((c) => c.key === key) : []));

/** The ticked columns in the order on screen; those ticked since stand at the end, as on the form. */
export const inOrder = (ticked: readonly string[], order: readonly string[]): string[] => [...order.filter((key) => ticked.includes(key)), ...ticked.filter((key) => !order.includes(key))];

/** The columns of a file as the form asks for them. */
export const columnsOf = ({ cols, placed }: { cols: readonly string[]; placed: string }) => chosenColumns(inOrder(cols, placed.split(",")));

/** The columns with one moved a place up or down; "form" puts all of them as on the form, anything else leaves them. */
export function arranged(keys: readonly string[], how: string): string[] {
  if (how === "form") return exportColumns.flatMap(({ key }) => (keys.includes(key) ? [key] : []));
  const [key = "", way] = how.split(":");
  const [moved, from] = [[...keys], keys.indexOf(key)];
  const to = way === "up" ? from - 1 : way === "down" ? from + 1 : from;
  if (from < 0 || to < 0 || to >= moved.length) return moved;
  [moved[from], moved[to]] = [moved[to] as string, moved[from] as string];
  return moved;
}

/** One delegate's cells in words, an absent value left empty. */
export const cellsOf = (words: Record<string, string | null>, status: DelegateStatus, keys: readonly ExportKey[]): string[] => keys.map((key) => (key === "status" ? statusNames[status] : (words[key] ?? "")));
