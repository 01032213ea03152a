"use client";
import { useActionState } from "react";
import { buttonClass, type Variant } from "@/components/ui/button";
import { idle, type FormAction } from "@/lib/platform/action-state";

type Props = { action: FormAction; label: string; /** What it acts on, for those who hear the button alone. */ of?: string; fields?: Record<string, string>; variant?: Variant; small?: boolean; bare?: boolean };

/** A form that is nothing but its button; a refusal is said under it. `bare` leaves the look to the place it stands in. */
export function OneButton({ action, label, of, fields = {}, variant, small, bare }: Props) {
  const [state, send, pending] = useActionState(action, idle);
  return (
    <form action={send}>
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <button className={bare ? undefined : buttonClass({ variant, small })} disabled={pending} aria-busy={pending}>{label}{of ? <span className="sr">：{of}</span> : null}</button>
      {state.status === "refused" ? <p className="field err" role="alert">{state.message}</p> : null}
    </form>
  );
}
