"use client";
import { useActionState, useEffect, useRef, type ReactNode } from "react";
import { idle, typedIn, type ActionState, type FormAction } from "@/lib/platform/action-state";
import { Button, type Variant } from "./button";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { useScripts } from "./use-scripts";

type Props = {
  action: FormAction;
  /** A random id made on the server for this rendering: the same form sent twice acts once. */
  formKey: string;
  /** The verb and object on the button: 提交提案, not 确定. */
  submit: string;
  children?: ReactNode;
  /** Prefix of the ids inside; give one when a page holds several forms. */
  id?: string;
  /** Chinese names of the fields, for the summary of errors. */
  labels?: Record<string, string>;
  /** The version the form was read at. After a conflict the button saves over the version there is now. */
  version?: number | string;
  variant?: Variant;
  small?: boolean;
  /** More buttons or links beside the main one. */
  beside?: ReactNode;
  className?: string;
  /** What is done instead where there is no network, and what the form then says; without it the sentence of `cutOff`. */
  unsent?: (form: FormData) => Promise<ActionState | null>;
  /** Told when the server accepted the form and leads elsewhere. */
  sent?: () => void;
};

const cutOff = (form: FormData): ActionState => ({ status: "refused", unsent: true, message: "没有网络，没有提交。填写的内容还在本页，联网后请再提交一次。", values: typedIn(form) });

/** Errors that carry a digest are the framework's own: a page to go to, or a refusal to draw. */
const digestOf = (error: unknown): string => String((error as { digest?: unknown } | null)?.digest ?? "");

/** The same act, which keeps what was typed when the network fails. Secrets are not kept. */
const kept = (action: FormAction, { unsent, sent }: Pick<Props, "unsent" | "sent">): FormAction => async (state, form) => {
  try {
    return await action(state, form);
  } catch (error) {
    if (digestOf(error).startsWith("NEXT_REDIRECT")) sent?.();
    if (digestOf(error) || (navigator.onLine && !(error instanceof TypeError))) throw error;
    return (await unsent?.(form)) ?? cutOff(form);
  }
};

/** A form around a server action: works without scripts; with them it keeps what was typed, names every fault and cannot be sent twice. */
export function ActionForm({ action, formKey, submit, children, id = "form", labels = {}, version, variant = "primary", small, beside, className, ...network }: Props) {
  // The server's own act is what a page without scripts posts to; once they run, the network is minded too.
  const [state, send, pending] = useActionState(useScripts() ? kept(action, network) : action, idle);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== "idle") answer.current?.focus();
  }, [state]);
  const over = state.currentVersion === undefined ? {} : { name: "version", value: state.currentVersion };
  return (
    <FormContext.Provider value={{ formId: id, state }}>
      <form action={send} noValidate id={id} className={className}>
        <ErrorSummary state={state} formId={id} labels={labels} ref={answer} />
        <input type="hidden" name="_key" value={formKey} />
        {version === undefined ? null : <input type="hidden" name="version" value={version} />}
        {children}
        <div className="send">
          <Button variant={variant} small={small} disabled={pending} aria-busy={pending} {...over}>
            {pending ? "正在提交" : state.conflict ? `已对照，仍要${submit}` : submit}
          </Button>
          {beside}
        </div>
      </form>
    </FormContext.Provider>
  );
}
