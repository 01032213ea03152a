"use client";
import { useActionState, useRef, type ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { idle, type FormAction } from "@/lib/platform/action-state";

/** One form around a list whose rows carry order buttons; what was refused is said above it. */
export function OrderForm({ action, formKey, id, termId, children }: { action: FormAction; formKey: string; id: string; termId: string; children: ReactNode }) {
  const [state, send] = useActionState(action, idle);
  const answer = useRef<HTMLDivElement>(null);
  return (
    <form action={send} id={id}>
      {state.status === "refused" ? <ErrorSummary state={state} formId={id} labels={{}} ref={answer} /> : null}
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="termId" value={termId} />
      {children}
    </form>
  );
}
