import { z } from "zod";
import { delegateFilters, paramsOf } from "@/lib/delegates/filters";
import { AccountBatchKind } from "@/prisma/client/enums";
import type { DelegateStanding } from "./labels";

const STANDINGS = ["none", "first", "expired", "active", "disabled"] as const satisfies readonly DelegateStanding[];
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

const id = z.uuid();
/** Ids of delegates as an address repeats them or a form joins them; what is none is dropped. */
const picks = z.preprocess((value) => [...new Set([value ?? []].flat().flatMap((v) => String(v).split(",")))].filter((v) => id.safeParse(v).success).slice(0, 1000), z.array(id));

/**
 * The list of delegates by their accounts, as it stands in the address: the roster's own filters, the standing of the
 * account, and `pick`, a selection of the roster. Only the present register of the present term is listed.
 */
export const accountListFilters = delegateFilters
  .extend({ account: z.preprocess(first, z.enum(STANDINGS).optional().catch(undefined)), pick: picks })
  .transform(({ term: _term, scope: _scope, asOf: _asOf, cols: _cols, ...filters }) => ({ ...filters, term: undefined, scope: "register" as const, asOf: undefined, cols: undefined }));

export type AccountListFilters = z.infer<typeof accountListFilters>;

/** The filters as parameters of an address. */
export const listParams = ({ pick, ...filters }: AccountListFilters): Record<string, string | string[]> => ({ ...paramsOf(filters), ...(pick.length > 0 ? { pick } : {}) });

const kind = z.preprocess((v) => String(first(v) ?? "").toUpperCase(), z.enum(AccountBatchKind).catch("OPEN"));

/** What the page before the act is asked: which act, and for the picked or for all of the list. */
export const prepareParams = z.object({ kind, all: z.preprocess(first, z.literal("1").optional().catch(undefined)) });

export const requestInput = z.object({
  kind: z.enum(AccountBatchKind, "请选择办理事项"),
  list: z.string().max(4000).default(""),
  pick: z.string().max(40_000).default(""),
  /** How many the page said would be attended to. */
  todo: z.coerce.number("人数不正确").int("人数不正确"),
  password: z.string().min(1, "请填写本人口令").max(200, "口令不超过 200 个字符"),
});

export type RequestInput = z.infer<typeof requestInput>;

export const filtersOf = ({ list, pick }: Pick<RequestInput, "list" | "pick">): AccountListFilters => accountListFilters.parse({ ...Object.fromEntries(new URLSearchParams(list)), pick });

export const batchInput = z.object({ id });

/** The account of one delegate, as its page was read: "0" where there was none. */
export const oneInput = z.object({ id, version: z.coerce.number("版本不正确").int("版本不正确").nonnegative("版本不正确") });
