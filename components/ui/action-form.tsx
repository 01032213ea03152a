"use client";
import { useActionState, useEffect, useRef, type ReactNode } from "react";
import { idle, type FormAction } from "@/lib/platform/action-state";
import { Button, type Variant } from "./button";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";

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
};

/** A form around a server action: works without scripts; with them it keeps what was typed, names every fault and cannot be sent twice. */
export function ActionForm({ action, formKey, submit, children, id = "form", labels = {}, version, variant = "primary", small, beside, className }: Props) {
  const [state, send, pending] = useActionState(action, idle);
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
