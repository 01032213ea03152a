import { z } from "zod";
import { listField, paramsOf, rosterShape, selected } from "@/lib/delegates/filters";
import { AccountBatchKind } from "@/prisma/client/enums";
import type { DelegateStanding } from "./labels";

const STANDINGS = ["none", "first", "expired", "active", "disabled"] as const satisfies readonly DelegateStanding[];
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/**
 * The list of delegates by their accounts, as it stands in the address: the roster's own filters and selection, and the
 * standing of the account. Only the present register of the present term is listed.
 */
export const accountListFilters = rosterShape
  .extend({ account: z.preprocess(first, z.enum(STANDINGS).optional().catch(undefined)) })
  .transform((asked) => ({ ...selected(asked), term: undefined, scope: "register" as const, asOf: undefined, cols: undefined }));

export type AccountListFilters = z.infer<typeof accountListFilters>;

/** The filters as parameters of an address. */
export const listParams = (filters: AccountListFilters): Record<string, string> => paramsOf(filters);

const kind = z.preprocess((v) => String(first(v) ?? "").toUpperCase(), z.enum(AccountBatchKind).catch("OPEN"));

/** Which act the page before it is about. */
export const prepareParams = z.object({ kind });

export const requestInput = z.object({
  kind: z.enum(AccountBatchKind, "请选择办理事项"),
  list: listField,
  /** How many the page said would be attended to. */
  todo: z.coerce.number("人数不正确").int("人数不正确"),
  password: z.string().min(1, "请填写本人口令").max(200, "口令不超过 200 个字符"),
});

export type RequestInput = z.infer<typeof requestInput>;

export const filtersOf = (list: string): AccountListFilters => accountListFilters.parse(Object.fromEntries(new URLSearchParams(list)));

export const batchInput = z.object({ id: z.uuid() });

/** The account of one delegate, as its page was read: "0" where there was none. */
export const oneInput = z.object({ id: z.uuid(), version: z.coerce.number("版本不正确").int("版本不正确").nonnegative("版本不正确") });
