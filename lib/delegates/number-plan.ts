// Delegate numbers by rule: a prefix and a running number of fixed width. A number somebody of the term bears or ever
// bore is passed over, so none is given twice.
import type { BatchOutcome, DelegateStatus } from "@/prisma/client/enums";
import { onRegister } from "./flow";

/** `by` says whether the list is numbered as it stands, or one delegation after another. */
export type NumberRule = { prefix: string; digits: number; start: number; by: "list" | "delegation" };
export type Numbered = { id: string; name: string; version: number; status: DelegateStatus; delegateNo: string | null };
export type Assigned = { row: Numbered; outcome: BatchOutcome; delegateNo: string | null };

export const numberOf = (rule: Pick<NumberRule, "prefix" | "digits">, n: number): string => `${rule.prefix}${String(n).padStart(rule.digits, "0")}`;

const outcomeOf = (row: Numbered): BatchOutcome => {
  if (!onRegister.includes(row.status)) return "LEFT";
  return row.delegateNo === null ? "DONE" : "NUMBERED";
};

/** Gives the next free number to everybody without one, in the order of the list; who has one keeps it. */
export function planNumbers(rows: readonly Numbered[], rule: NumberRule, used: ReadonlySet<string>): Assigned[] {
  let next = rule.start;
  const free = (): string => {
    while (used.has(numberOf(rule, next))) next += 1;
    return numberOf(rule, next++);
  };
  return rows.map((row) => {
    const outcome = outcomeOf(row);
    return { row, outcome, delegateNo: outcome === "DONE" ? free() : row.delegateNo };
  });
}

/** The rule the latest number follows and the number after it; a plain one where there is none or it ends in no digit. */
export function ruleAfter(latest: string | null): NumberRule {
  const [, prefix = "", tail = ""] = /^(.*?)(\d{1,8})$/u.exec(latest ?? "") ?? [];
  return tail ? { prefix, digits: tail.length, start: Number(tail) + 1, by: "list" } : { prefix: "", digits: 3, start: 1, by: "list" };
}
