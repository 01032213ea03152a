// What a kind of duty is. One kind, one file beside this one; forms, records, lists and counts go through the registry.
import { z } from "zod";
import type { DutyKind } from "@/prisma/client/enums";
import { kindNames } from "../labels";

/** Who writes records of the kind: the program for an activity or a proposal, or the delegate (the liaison for one). */
export type Writer = "activity" | "proposal" | "delegate";

/** One question of a kind beside those every record answers. `reaches` counts people met. */
export type KindField = { label: string; hint?: string; input: "count" | "line" | "text"; most: number; required: boolean; reaches: boolean };

type Content = { label: string; hint?: string; required: boolean };

export type Kind = {
  key: DutyKind;
  name: string;
  writtenBy: readonly Writer[];
  /** Says in a line what belongs here, for whoever chooses. */
  about: string;
  /** The second question of the form, where the kind has one. */
  who: string | null;
  /** The third: what was done. */
  what: string;
  title: { label: string; hint: string };
  content: Content;
  fields: Readonly<Record<string, KindField>>;
  detail: z.ZodObject;
  evidence: "none" | "optional" | "required";
  /** Whether it may name the contacts of the delegate it was about. */
  contacts?: true;
  /** What of a record counts beside the record itself. */
  counts: { hours: boolean; reached: boolean };
};

const FIELD: KindField = { label: "", input: "line", most: 60, required: false, reaches: false };

/** How many people of a sort were met. */
export const met = (label: string): KindField => ({ ...FIELD, label, input: "count", most: 9999, reaches: true });
/** A number that counts no people. */
export const number = (label: string, hint?: string): KindField => ({ ...FIELD, label, input: "count", most: 9999, ...(hint ? { hint } : {}) });
export const line = (label: string, more: Partial<KindField> = {}): KindField => ({ ...FIELD, label, ...more });
export const text = (label: string, more: Partial<KindField> = {}): KindField => ({ ...FIELD, label, input: "text", most: 1000, ...more });

/** One answer as the form sends it: a whole number or null, a text or null. */
function answerOf({ label, input, most, required }: KindField): z.ZodType {
  const missing = `请填写${label}`;
  const written = z.string(missing).trim();
  const read: z.ZodType<string | number | null> = input === "count"
    ? written.regex(/^\d{0,4}$/, `${label}请填写整数`).refine((v) => !required || v !== "", missing).transform((v) => (v === "" ? null : Number(v)))
    : written.max(most, `${label}不超过 ${most} 个字`).refine((v) => !required || v.length > 1, missing).transform((v) => v || null);
  return required ? read : read.default(null);
}

type Given = Omit<Kind, "name" | "detail" | "fields"> & { fields?: Record<string, KindField> };

export function defineKind({ fields = {}, ...kind }: Given): Kind {
  const detail = z.object(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, answerOf(field)])));
  return { ...kind, name: kindNames[kind.key], fields, detail };
}

/** Answers to the questions of a kind, as the column keeps them. */
export type Detail = Record<string, string | number | null>;

/** How many people the answers say were met; null where the kind does not ask. */
export function reachedOf({ fields }: Kind, detail: Detail): number | null {
  const asked = Object.entries(fields).filter(([, field]) => field.reaches);
  return asked.length === 0 ? null : asked.reduce((sum, [key]) => sum + Number(detail[key] ?? 0), 0);
}

/** What a column holds, as far as the kind knows it; what an older version of the kind left is passed over. */
export function detailOf({ fields }: Kind, column: unknown): Detail {
  const kept = typeof column === "object" && column !== null ? (column as Record<string, unknown>) : {};
  const value = (v: unknown) => (typeof v === "string" || typeof v === "number" ? v : null);
  return Object.fromEntries(Object.keys(fields).map((key) => [key, value(kept[key])]));
}

/** The answers in one line, for the audit. */
export const inWords = ({ fields }: Kind, detail: Detail): string | null =>
  Object.entries(fields).flatMap(([key, { label }]) => (detail[key] === null || detail[key] === undefined ? [] : [`${label}：${detail[key]}`])).join("；") || null;
