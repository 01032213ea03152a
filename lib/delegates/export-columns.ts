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

/** The chosen columns in the order of the form; the name is always there. */
export const chosenColumns = (keys: readonly string[]) => exportColumns.filter(({ key }) => key === "name" || keys.includes(key));

/** One delegate's cells in words, an absent value left empty. */
export const cellsOf = (words: Record<string, string | null>, status: DelegateStatus, keys: readonly ExportKey[]): string[] => keys.map((key) => (key === "status" ? statusNames[status] : (words[key] ?? "")));
