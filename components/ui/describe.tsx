import type { ReactNode } from "react";

export type Item = { term: string; value: ReactNode; full?: boolean };

/** Terms and values of one record; an empty value is drawn as a dash. */
export function Describe({ items, columns }: { items: readonly Item[]; columns?: "two" | "three" }) {
  return (
    <dl className={columns ? `describe ${columns}` : "describe"}>
      {items.map((item) => (
        <div key={item.term} className={item.full ? "full" : undefined}>
          <dt>{item.term}</dt>
          <dd>{item.value === null || item.value === undefined || item.value === "" ? <span className="muted">—</span> : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
