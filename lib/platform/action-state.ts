/** What a form learns after it was posted. `values` is what the user had typed, so nothing is lost. */
export type ActionState = {
  status: "idle" | "refused" | "done";
  message?: string;
  reference?: string;
  /** Refused only until somebody has looked: nothing that was typed is wrong. */
  asks?: true;
  /** There was no network: the form never came to the server, or its answer never came back. */
  unsent?: true;
  /** Nobody is signed in any more: nothing that was typed is wrong. */
  signedOut?: true;
  fields?: Record<string, string[]>;
  values?: Typed;
  conflict?: Record<string, { theirs: string; yours: string }>;
  /** The version the record has now, to save over after a conflict was read. */
  currentVersion?: string;
};

export const idle: ActionState = { status: "idle" };

export type FormAction = (state: ActionState, form: FormData) => Promise<ActionState>;

export type Typed = Record<string, string | string[]>;

/** Form fields as typed. A name ending in [] is a list; framework and key fields, and files, are left out. */
export function typedIn(form: FormData): Typed {
  const values: Typed = {};
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION") || name.startsWith("_") || typeof value !== "string") continue;
    if (name.endsWith("[]")) values[name.slice(0, -2)] = [...((values[name.slice(0, -2)] as string[] | undefined) ?? []), value];
    else values[name] = value;
  }
  return values;
}
