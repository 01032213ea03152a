import type { ReactNode } from "react";
import { buttonClass, type Variant } from "./button";

/** A second thought before something hard to undo: unfolds the form in place, also without scripts. */
export function Confirm({ label, title, text, variant = "danger", children }: { label: string; title: string; text?: ReactNode; variant?: Variant; children: ReactNode }) {
  return (
    <details className="confirm">
      <summary className={buttonClass({ variant })}>{label}</summary>
      <div><b>{title}</b>{text ? <p className="mt-1 mb-3">{text}</p> : null}{children}</div>
    </details>
  );
}
