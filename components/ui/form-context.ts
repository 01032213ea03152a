"use client";
import { createContext, useContext } from "react";
import { idle, type ActionState } from "@/lib/platform/action-state";

export const FormContext = createContext<{ formId: string; state: ActionState }>({ formId: "form", state: idle });
export const FieldContext = createContext<string | undefined>(undefined);

/** Id of the control of a field: what a label, an error and the summary point at. */
export const fieldId = (formId: string, name: string) => `${formId}-${name}`;

/** All a control needs to know: its id, what was typed before a refusal, and what describes it. */
export function useControl(given: string | undefined, hinted = false) {
  const { formId, state } = useContext(FormContext);
  const inherited = useContext(FieldContext);
  const name = given ?? inherited ?? "";
  const id = fieldId(formId, name);
  const errors = state.fields?.[name] ?? [];
  const describedBy = [hinted && `${id}-hint`, errors.length > 0 && `${id}-err`].filter(Boolean).join(" ") || undefined;
  const typed = state.values ? (state.values[name] ?? "") : undefined;
  return { name, id, errors, describedBy, typed, asks: state.asks ?? false, conflict: state.conflict?.[name] };
}

/** The one text of a value that may have been sent as a list. */
export const asText = (value: string | string[]) => (Array.isArray(value) ? (value[0] ?? "") : value);
