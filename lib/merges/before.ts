import "server-only";
import type { PersonRecord } from "@/lib/delegates/queries";
import { open, seal } from "@/lib/platform/crypto";

/** A whole row as the database gives it, also with columns of times to come. */
export type Row<T> = T & Record<string, unknown>;
export type PersonRow = Row<PersonRecord & { committeeId: string; idNumberIndex: string | null }>;
export type MandateRow = Row<{ id: string; termId: string; personId: string; version: number; status: string; delegateNo: string | null }>;

/** What an undo needs: both persons as they were, what was moved from one to the other, and what was taken down. */
export type Before = {
  kept: PersonRow;
  dropped: PersonRow;
  /** Mandates the kept person has besides the moved ones. */
  own: string[];
  moved: { id: string; version: number }[];
  accounts: string[];
  removed: { delegates: MandateRow[]; events: Row<object>[]; pasts: Row<object>[]; items?: Row<object>[] };
  /** Decisions that the dropped person and a third are two, and those entered for the kept one in their place. */
  apart: { rows: Row<object>[]; copies: string[] };
};

const place = (id: string) => `PersonMerge.before:${id}`;

export const sealBefore = (id: string, before: Before): string => seal(JSON.stringify(before), place(id));

export const openBefore = (id: string, cipher: string): Before => JSON.parse(open(cipher, place(id))) as Before;

/** A pinyin set by hand stays with its name. */
export const byHandOf = (row: PersonRecord) => (row.pinyinByHand ? { pinyin: row.pinyin, initials: row.initials } : null);
