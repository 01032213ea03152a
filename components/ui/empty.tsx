import type { ReactNode } from "react";
import { LinkButton } from "./button";

/** Nothing to show: what, why, and one thing to do next. */
export function Empty({ title, why, next, children }: { title: string; why?: ReactNode; next?: { href: string; label: string }; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {why ? <p>{why}</p> : null}
      {next ? <LinkButton href={next.href}>{next.label}</LinkButton> : null}
      {children}
    </div>
  );
}
