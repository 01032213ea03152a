import type { DelegateFilters } from "./filters";
import type { DelegateStatus } from "@/prisma/client/enums";

/** Rows of the roster worth watching, told by the filters that list exactly them. */
export type Watch = { label: string; filters: Partial<DelegateFilters> & { status?: DelegateStatus } };

export const watched: Watch[] = [
  { label: "在册代表", filters: {} }, { label: "在任", filters: { status: "ACTIVE" } }, { label: "待资格审查", filters: { status: "PENDING_REVIEW" } }, { label: "暂停履职", filters: { status: "SUSPENDED" } },
];
