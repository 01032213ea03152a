"use client";
import { useContext } from "react";
import { FormContext } from "@/components/ui/form-context";

type Props = { at: string; shown: string; label: string; options: readonly { value: string; label: string }[] };

/** One mark of the roll. Sends where it stands, what the page showed and what is chosen; keeps what was chosen when the form comes back refused. */
export function MarkSelect({ at, shown, label, options }: Props) {
  const { state } = useContext(FormContext);
  const typed = [state.values?.marks ?? []].flat().find((value) => value.startsWith(`${at}~`))?.split("~").at(-1);
  const value = `${at}~${shown}~${typed ?? shown}`;
  // React does not move a select's default after the form is reset: a new key mounts it on the right line.
  return (
    <select key={value} name="marks[]" aria-label={label} defaultValue={value} className="input">
      {options.map((o) => <option key={o.value} value={`${at}~${shown}~${o.value}`}>{o.label}</option>)}
    </select>
  );
}
