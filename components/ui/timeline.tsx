import type { ReactNode } from "react";

export type Moment = { key: string; title: ReactNode; when?: string; text?: ReactNode; at?: "past" | "now" | "next" };

/** What happened, where it is now, what is still to come. */
export function Timeline({ items }: { items: readonly Moment[] }) {
  return (
    <ol className="tl">
      {items.map((m) => (
        <li key={m.key} className={m.at === "past" ? undefined : m.at} aria-current={m.at === "now" ? "step" : undefined}>
          <b>{m.title}</b>
          {m.when ? <time>{m.when}</time> : null}
          {m.text ? <p>{m.text}</p> : null}
        </li>
      ))}
    </ol>
  );
}
