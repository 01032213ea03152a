"use client";
import { Checkbox } from "@/components/ui/choice";
import { Field, Textarea } from "@/components/ui/field";
import { useControl } from "@/components/ui/form-context";

/** Asked only once the day turned out to be an old one, or where a reason stands already. */
export function LateReason({ label, defaultValue }: { label: string; defaultValue: string }) {
  const { errors, typed } = useControl("lateReason");
  if (errors.length === 0 && !typed && !defaultValue) return null;
  return <Field name="lateReason" label={label}><Textarea rows={2} maxLength={200} defaultValue={defaultValue} /></Field>;
}

/** Asked only once there is one of the same kind and day. */
export function Again({ label }: { label: string }) {
  const { errors, typed } = useControl("again");
  return errors.length === 0 && typed !== "on" ? null : <Checkbox name="again" label={label} />;
}
