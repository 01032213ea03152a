"use client";
import { useContext } from "react";
import { FormContext } from "@/components/ui/form-context";

type Props = { name: "names" | "marks"; at: number; label: string; options: readonly { value: string; label: string }[] };

/** One thing to settle. Sends where it stands and what is chosen; keeps the choice when the form comes back refused. */
export function SettleSelect({ name, at, label, options }: Props) {
  const { state } = useContext(FormContext);
  const value = [state.values?.[name] ?? []].flat().find((v) => v.startsWith(`${at}~`)) ?? `${at}~`;
  // React does not move a select's default after the form is reset: a new key mounts it on the right line.
  return (
    <select key={value} name={`${name}[]`} aria-label={label} defaultValue={value} className="input">
      <option value={`${at}~`}>请选择</option>
      {options.map((o) => <option key={o.value} value={`${at}~${o.value}`}>{o.label}</option>)}
    </select>
  );
}
