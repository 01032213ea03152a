import { z } from "zod";
import { delegateFilters, type DelegateFilters } from "@/lib/delegates/filters";
import { numbersInput } from "@/lib/delegates/schema";

/** Forms of everybody a list shows; `list` is the query of its address. */
export const makeInput = numbersInput.safeExtend({ list: z.string().max(2000).default("") });

export const filtersOf = (list: string): DelegateFilters => delegateFilters.parse(Object.fromEntries(new URLSearchParams(list)));

export const batchInput = z.object({ id: z.uuid() });
