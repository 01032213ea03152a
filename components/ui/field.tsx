"use client";
import { createContext, useContext, type ComponentProps, type ReactNode } from "react";
import { asText, FieldContext, useControl } from "./form-context";

type Frame = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean; className?: string; children: ReactNode };

const HintContext = createContext(false);

function Versus({ theirs, yours }: { theirs: string; yours: string }) {
  return (
    <dl className="versus">
      <div><dt>现在保存的是</dt><dd>{theirs || "（空）"}</dd></div>
      <div><dt>您填写的是</dt><dd>{yours || "（空）"}</dd></div>
    </dl>
  );
}

function Told({ name, hint }: { name: string; hint?: ReactNode }) {
  const { id, errors } = useControl(name);
  return (
    <>
      {hint ? <p className="hint" id={`${id}-hint`}>{hint}</p> : null}
      {errors.length > 0 ? <p className="err" id={`${id}-err`}>{errors.join("；")}</p> : null}
    </>
  );
}

/** Label, hint, error and the two sides of a conflict around one control, wired by id. */
export function Field({ name, label, hint, optional, className, children }: Frame) {
  const { id, errors, conflict } = useControl(name);
  return (
    <div className={["field", errors.length > 0 && "bad", className].filter(Boolean).join(" ")}>
      <label htmlFor={id}>{label}{optional ? <span className="opt">选填</span> : null}</label>
      <Told name={name} hint={hint} />
      <FieldContext.Provider value={name}><HintContext.Provider value={Boolean(hint)}>{children}</HintContext.Provider></FieldContext.Provider>
      {conflict ? <Versus {...conflict} /> : null}
    </div>
  );
}

/** The same around several controls that answer one question: a fieldset with a legend. */
export function FieldGroup({ name, label, hint, optional, className, children }: Frame) {
  const { id, errors, conflict, describedBy } = useControl(name, Boolean(hint));
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy} className={["field", errors.length > 0 && "bad", className].filter(Boolean).join(" ")}>
      <legend>{label}{optional ? <span className="opt">选填</span> : null}</legend>
      <Told name={name} hint={hint} />
      <FieldContext.Provider value={name}>{children}</FieldContext.Provider>
      {conflict ? <Versus {...conflict} /> : null}
    </fieldset>
  );
}

function useInput(given: string | undefined) {
  const hinted = useContext(HintContext);
  const { name, id, errors, describedBy, typed } = useControl(given, hinted);
  return { typed, attributes: { id, name, "aria-describedby": describedBy, "aria-invalid": errors.length > 0 || undefined } };
}

const look = (className?: string) => (className ? `input ${className}` : "input");

/** A line of text, a date, a number or a file; keeps what was typed when the form comes back refused. */
export function Input({ name, defaultValue, className, ...rest }: ComponentProps<"input">) {
  const { typed, attributes } = useInput(name);
  const value = rest.type === "file" ? undefined : typed === undefined ? defaultValue : asText(typed);
  return <input {...rest} {...attributes} defaultValue={value} className={look(className)} />;
}

/** A month as people write it: no day is invented, and the service reads 1979年4月, 1979.4, 1979-04 and 197904 alike. */
export function MonthInput(props: ComponentProps<"input">) {
  return <Input placeholder="如 1979年4月 或 197904" autoComplete="off" maxLength={12} {...props} className="short" />;
}

export function Textarea({ name, defaultValue, className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  const { typed, attributes } = useInput(name);
  return <textarea {...rest} {...attributes} rows={rows} defaultValue={typed === undefined ? defaultValue : asText(typed)} className={look(className)} />;
}

export type Option = { value: string; label: string };
type SelectProps = Omit<ComponentProps<"select">, "multiple" | "defaultValue"> & { options?: readonly Option[]; empty?: string; defaultValue?: string | null };

/** A native list. `empty` is the first line without a value, such as 全部类别 or 请选择. */
export function Select({ name, defaultValue, className, options = [], empty, children, ...rest }: SelectProps) {
  const { typed, attributes } = useInput(name);
  const value = typed === undefined ? (defaultValue ?? "") : asText(typed);
  // React does not move a select's default after the form is reset: a new key mounts it on the right line.
  return (
    <select key={value} {...rest} {...attributes} defaultValue={value} className={look(className)}>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
      {children}
    </select>
  );
}
