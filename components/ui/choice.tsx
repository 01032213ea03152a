"use client";
import type { ReactNode } from "react";
import { FieldGroup, type Option } from "./field";
import { asText, useControl } from "./form-context";

type Choice = Option & { note?: string };
type Group = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean; options: readonly Choice[]; across?: boolean };

function Choices({ name, type, options, across, picked }: Pick<Group, "name" | "options" | "across"> & { type: "radio" | "checkbox"; picked: (value: string) => boolean }) {
  const { id } = useControl(name);
  return (
    <div className={across ? "choices across" : "choices"}>
      {options.map((o) => (
        <div className="choice" key={o.value}>
          <input type={type} id={`${id}-${o.value}`} name={type === "checkbox" ? `${name}[]` : name} value={o.value} defaultChecked={picked(o.value)} />
          <label htmlFor={`${id}-${o.value}`}>{o.label}{o.note ? <small>{o.note}</small> : null}</label>
        </div>
      ))}
    </div>
  );
}

/** One of a few, all in sight. */
export function RadioGroup({ name, defaultValue, options, across, ...frame }: Group & { defaultValue?: string | null }) {
  const { typed } = useControl(name);
  const value = typed === undefined ? defaultValue : asText(typed);
  return <FieldGroup name={name} {...frame}><Choices name={name} type="radio" options={options} across={across} picked={(v) => v === value} /></FieldGroup>;
}

/** Any number of a few; sent as `name[]`, so the action reads a list under `name`. */
export function CheckboxGroup({ name, defaultValue = [], options, across, ...frame }: Group & { defaultValue?: readonly string[] }) {
  const { typed } = useControl(name);
  const values = typed === undefined ? defaultValue : [typed].flat();
  return <FieldGroup name={name} {...frame}><Choices name={name} type="checkbox" options={options} across={across} picked={(v) => values.includes(v)} /></FieldGroup>;
}

/** A single yes: sends `value` ("on" unless given), or nothing. */
export function Checkbox({ name, label, value = "on", defaultChecked = false }: { name: string; label: ReactNode; value?: string; defaultChecked?: boolean }) {
  const { id, errors, describedBy, typed, asks } = useControl(name);
  return (
    <div className={errors.length > 0 && !asks ? "field bad" : "field"}>
      {errors.length > 0 ? <p className={asks ? "hint" : "err"} id={`${id}-err`}>{errors.join("；")}</p> : null}
      <div className="choice bare">
        <input type="checkbox" id={id} name={name} value={value} aria-describedby={describedBy} defaultChecked={typed === undefined ? defaultChecked : asText(typed) === value} />
        <label htmlFor={id}>{label}</label>
      </div>
    </div>
  );
}
