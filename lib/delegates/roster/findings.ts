import type { FieldKey } from "./fields";

export type Severity = "ERROR" | "PENDING" | "NOTE";

/** A value the user can take with one press. */
export type Choice = { label: string; value: string };

export type Issue = {
  field: FieldKey;
  severity: Severity;
  /** UPPER_SNAKE; part of the key of an acceptance. */
  code: string;
  /** What, why, what to do. */
  message: string;
  choices?: Choice[];
  /** A pending one that may be taken as it stands, with a reason. */
  acceptable?: true;
  /** The recorded reason; such an issue no longer holds the row back. */
  accepted?: string;
};

/** `${sheet}!${row}:${field}:${code}` -> reason. */
export type Acceptances = Record<string, string>;

const WEIGHT = { OK: 0, NOTE: 1, PENDING: 2, ERROR: 3 } as const;

/** Collects what there is to say about one row. */
export class Findings {
  readonly issues: Issue[] = [];

  constructor(private readonly place: string, private readonly acceptances: Acceptances) {}

  error(field: FieldKey, code: string, message: string): void {
    this.issues.push({ field, severity: "ERROR", code, message });
  }

  note(field: FieldKey, code: string, message: string): void {
    this.issues.push({ field, severity: "NOTE", code, message });
  }

  /** Waits for a choice, because as it stands it has no value. */
  choose(field: FieldKey, code: string, message: string, choices: Choice[]): void {
    this.issues.push({ field, severity: "PENDING", code, message, ...(choices.length > 0 ? { choices } : {}) });
  }

  /** Waits for a correction, or for somebody to take it as it is. */
  doubt(field: FieldKey, code: string, message: string): void {
    const accepted = this.acceptances[`${this.place}:${field}:${code}`]?.trim();
    this.issues.push({ field, severity: "PENDING", code, message, acceptable: true, ...(accepted ? { accepted } : {}) });
  }
}

/** The worst that still stands; OK for a row with nothing to say. */
export function worstOf(issues: readonly Issue[]): Severity | "OK" {
  return issues.reduce<Severity | "OK">((worst, issue) => {
    const severity = issue.accepted ? "NOTE" : issue.severity;
    return WEIGHT[worst] >= WEIGHT[severity] ? worst : severity;
  }, "OK");
}
