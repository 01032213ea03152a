import type { ReactNode } from "react";

/** A sentence that stays on the page. `title` says what, the rest why and what to do. */
export function Notice({ tone = "info", title, children }: { tone?: "info" | "warn" | "done" | "danger"; title: string; children?: ReactNode }) {
  return <div className={`notice ${tone}`}><b>{title}</b>{children ? <div className="mt-1">{children}</div> : null}</div>;
}
