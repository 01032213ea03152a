import { z } from "zod";
import { TargetMeasure, TargetOperator } from "@/prisma/client/enums";
import { today } from "@/lib/platform/clock";
import { takesTarget } from "./figures";
import { refusals } from "./labels";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const nothingIfEmpty = (value: unknown) => {
  const one = first(value);
  return one === "" ? undefined : one;
};

/** 2025-12-31, 2025.12.31, 2025/12/31, 2025年12月31日 and 20251231 are one date. */
export function isoDate(text: string): string {
  const [, y, m, d] = /^(\d{4})\s*[-./年]?\s*(\d{1,2})\s*[-./月]?\s*(\d{1,2})\s*日?$/.exec(text.normalize("NFKC").trim()) ?? [];
  return y && m && d ? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}` : text;
}

const EARLIEST = "1921-07-01";
const LATEST = "2199-12-31";
const BAD_DAY = "日期不正确，应写成 2025-12-31 这样的形式";
const day = z.string().max(20, BAD_DAY).transform(isoDate).pipe(z.iso.date(BAD_DAY)).refine((on) => on >= EARLIEST && on <= LATEST, BAD_DAY);

/**
 * What the page is asked for in its address. Nonsense is dropped, `unread` says that a date was. The form sends the day
 * of itself as `stood`: left as it stood it is none that was asked for, so that another term counts to its own day.
 */
export const compositionFilters = z.object({
  term: z.preprocess(nothingIfEmpty, z.uuid().optional().catch(undefined)),
  on: z.preprocess(nothingIfEmpty, day.optional().catch(undefined)),
  scope: z.preprocess(first, z.enum(["register", "active", "elected"]).catch("register")),
  by: z.preprocess(first, z.enum(["delegation", "unit"]).catch("delegation")),
  asOf: z.preprocess(nothingIfEmpty, day.refine((on) => on <= today()).optional().catch(undefined)),
  stood: z.preprocess(nothingIfEmpty, day.optional().catch(undefined)),
}).transform(({ stood, on, asOf, ...asked }) => ({ ...asked, ...(on === undefined || on === stood ? {} : { on }), ...(asOf === undefined ? {} : { asOf }) }));

/** True when an address names a date that is none. */
export const dateUnread = (params: { on?: string | string[] | undefined }): boolean =>
  nothingIfEmpty(params.on) !== undefined && !day.safeParse(nothingIfEmpty(params.on)).success;

/** True when an address asks for the register of a day that is none, or still to come. */
export const dayUnread = (params: { asOf?: string | string[] | undefined }): boolean => nothingIfEmpty(params.asOf) !== undefined && compositionFilters.parse(params).asOf === undefined;

const value = z.string()
  .transform((text) => text.normalize("NFKC").replace(/[%\s名人]/g, ""))
  .pipe(z.string().min(1, "请填写数值").regex(/^\d{1,5}(\.\d)?$/, "数值应是数字，最多一位小数，如 28 或 2.5"))
  .transform((text) => Math.round(Number(text) * 10));

type Rule = { measure: TargetMeasure; value: number };
const wholeHeads = ({ measure, value: tenths }: Rule) => measure !== "COUNT" || tenths % 10 === 0;
const aShare = ({ measure, value: tenths }: Rule) => measure !== "PERCENT" || (tenths > 0 && tenths <= 1000);

/** The faults of a value in its unit; shared by the forms and the service. */
export const valueFaults = (rule: Rule): string[] => [...(wholeHeads(rule) ? [] : [refusals.wholeHeads]), ...(aShare(rule) ? [] : [refusals.overHundred])];

const rule = {
  operator: z.enum(TargetOperator, "请选择不低于或不超过"),
  value,
  measure: z.enum(TargetMeasure, "请选择百分比或人数"),
};

const version = z.coerce.number("版本号不正确").int("版本号不正确").min(1, "版本号不正确");

export const targetInput = z.object({
  termId: z.uuid("届次编号不正确"),
  dimension: z.string().refine(takesTarget, refusals.figure),
  ...rule,
});
export type TargetInput = z.infer<typeof targetInput>;

export const targetChange = z.object({ id: z.uuid("要求编号不正确"), version, ...rule });
export type TargetChange = z.infer<typeof targetChange>;

export const targetRemoval = z.object({ id: z.uuid("要求编号不正确"), version });

export const referenceInput = z.object({
  termId: z.uuid("届次编号不正确"),
  version,
  ageReferenceOn: z.string().trim().transform((text) => text || null).pipe(day.nullable()),
});
export type ReferenceInput = z.infer<typeof referenceInput>;
