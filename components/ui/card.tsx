import type { ReactNode } from "react";

/** A sheet of paper on the page. `bare` leaves out the padding, for tables and tabs that reach the edge. */
export function Card({ title, aside, bare, id, className, children }: { title?: ReactNode; aside?: ReactNode; bare?: boolean; id?: string; className?: string; children: ReactNode }) {
  return (
    <section className={className ? `card ${className}` : "card"} id={id}>
      {title ? <header><h2>{title}</h2>{aside ? <span>{aside}</span> : null}</header> : null}
      {bare ? children : <div className="body">{children}</div>}
    </section>
  );
}
