import { z } from "zod";
import { today } from "@/lib/platform/clock";
import { BatchOutcome, DelegateFlag, DelegateStatus, PrimaryCategory } from "@/prisma/client/enums";
import { gapNames, type Gap } from "./gaps";
import { photoRefusals } from "./labels";

const PAGE_SIZES = [20, 50, 100] as const;

/** A selection holds what one page of the largest size can tick; whoever wants more takes all that match. */
const MOST_PICKED = 100;

/** A search parameter that is dropped, not refused, when an address carries nonsense: a shared link must still open. */
const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const param = <T extends z.ZodType>(type: T) => z.preprocess((v) => { const f = first(v); return f === "" ? undefined : f; }, optional(type));

const NONE = "none";

/** An id as a box of a list sends it, without its dashes: a page of boxes and an address of ticks stay shorter. */
export const shortId = (id: string): string => id.replaceAll("-", "");
const wholeId = (id: string): string => id.replace(/^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/, "$1-$2-$3-$4-$5");

/** People ticked in a list. The form sends "none" along, so that nobody ticked stays nobody and never becomes everybody. */
const picked = z.preprocess(
  (value) => (value === undefined ? undefined : [value].flat().flatMap((v) => String(v).split(","))),
  z.array(z.string()).optional().transform((ids) => ids && [...new Set(ids.map(wholeId).filter((id) => z.uuid().safeParse(id).success))].slice(0, MOST_PICKED)),
);

const age = z.coerce.number().int().min(18).max(120);

/** What an address of a roster may hold, before a selection is made of it. "none" asks for rows where the value is not filled in. */
export const rosterShape = z.object({
  term: param(z.uuid()),
  q: param(z.string().trim().max(50)),
  delegation: param(z.uuid()),
  group: param(z.uuid()),
  unit: param(z.union([z.uuid(), z.literal(NONE)])),
  category: param(z.union([z.enum(PrimaryCategory), z.literal(NONE)])),
  flag: param(z.enum(DelegateFlag)),
  sex: param(z.enum(["1", "2", NONE])),
  ethnicity: param(z.union([z.string().regex(/^\d\d$/), z.enum(["minority", NONE])])),
  education: param(z.enum(["POSTGRADUATE", "UNDERGRADUATE", "JUNIOR_COLLEGE", "SECONDARY", "JUNIOR_MIDDLE", "PRIMARY", "OTHER", "COLLEGE_UP", "BACHELOR_UP", NONE])),
  ageFrom: param(age),
  ageTo: param(age),
  on: param(z.iso.date()),
  asOf: param(z.iso.date().refine((day) => day <= today())),
  status: param(z.enum(DelegateStatus)),
  confirmed: param(z.enum(["yes", "no"])),
  gap: param(z.enum(Object.keys(gapNames) as [Gap, ...Gap[]])),
  pick: picked,
  all: param(z.literal("1")),
  within: picked,
  batch: param(z.uuid()),
  outcome: param(z.enum(BatchOutcome)),
  scope: z.preprocess(first, z.enum(["register", "active", "elected"]).catch("register")),
  more: param(z.literal("1")),
  order: z.preprocess(first, z.enum(["stroke", "pinyin", "no", "manual"]).catch("stroke")),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1)),
  size: z.preprocess((v) => Number(first(v)), z.union(PAGE_SIZES.map((n) => z.literal(n))).catch(50)),
  cols: z.preprocess((v) => (Array.isArray(v) ? v.join(",") : v), z.string().max(300).optional().catch(undefined)),
});

type Ticks = { all?: string | undefined; pick?: string[] | undefined; within?: string[] | undefined };

/** Whom a list means: those ticked in it, or all it shows; a list that is a selection itself says so by `within`. */
export const selected = <T extends Ticks>({ all, pick, within, ...filters }: T) => ({ ...filters, pick: all ? within : (pick ?? within) });

/** Filters of the roster as they stand in the address. */
export const delegateFilters = rosterShape.transform(selected);

/** True when an address asks for the register of a day that is none, or still to come. */
export const dayUnread = (params: { asOf?: string | string[] | undefined }): boolean => Boolean(first(params.asOf)) && delegateFilters.parse(params).asOf === undefined;

/** Which part of a record is open, the list it was opened from, and why a photograph was not taken. */
export const recordFilters = z.object({
  tab: z.preprocess(first, z.enum(["basic", "mandate", "changes"]).catch("basic")),
  back: param(z.string().max(2000)),
  photo: param(z.enum(Object.keys(photoRefusals) as (keyof typeof photoRefusals)[])),
});

export type DelegateFilters = z.infer<typeof delegateFilters>;

type Asked = Partial<Record<keyof DelegateFilters, string | number | readonly string[] | undefined>>;
const told = (value: string | number | readonly string[] | undefined): string => (Array.isArray(value) ? value.join(",") || NONE : String(value ?? ""));

/** The filters as parameters of an address; undefined and default values are left out. */
export function paramsOf(filters: Asked): Record<string, string> {
  const defaults: Record<string, string> = { scope: "register", order: "stroke", page: "1", size: "50" };
  return Object.fromEntries(Object.entries(filters).map(([k, v]) => [k, told(v)]).filter(([k, v]) => v !== "" && defaults[k ?? ""] !== v));
}

/** The address of a list with these filters. */
export function hrefOf(base: string, filters: Asked): string {
  const query = new URLSearchParams(paramsOf(filters)).toString();
  return query ? `${base}?${query}` : base;
}

/** A list as one field of a form: the query of its address. */
export const listField = z.string().max(6000).default("");
export const listOf = (filters: Asked): string => new URLSearchParams(paramsOf(filters)).toString();
export const filtersOfList = (list: string): DelegateFilters => delegateFilters.parse(Object.fromEntries(new URLSearchParams(list)));
