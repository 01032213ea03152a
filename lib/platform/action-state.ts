/** What a form learns after it was posted. `values` is what the user had typed, so nothing is lost. */
export type ActionState = {
  status: "idle" | "refused" | "done";
  message?: string;
  reference?: string;
  /** Refused only until somebody has looked: nothing that was typed is wrong. */
  asks?: true;
  fields?: Record<string, string[]>;
  values?: Record<string, string | string[]>;
  conflict?: Record<string, { theirs: string; yours: string }>;
  /** The version the record has now, to save over after a conflict was read. */
  currentVersion?: string;
};

export const idle: ActionState = { status: "idle" };

export type FormAction = (state: ActionState, form: FormData) => Promise<ActionState>;
