import type { ReactNode } from "react";

export type SessionRow = { id: string; since: string; seen: string; address: string; browser: string };

/** Live sessions, one under the other so that it fits a phone; `last` draws what can be done with each. */
export function SessionList({ rows, last }: { rows: readonly SessionRow[]; last?: (row: SessionRow) => ReactNode }) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-3">
          <div className="min-w-0">
            <p className="font-semibold">{row.browser}</p>
            <p className="num text-15 text-ink-3">{row.since} 登录，<span className="nb">最近使用 {row.seen}</span>，<span className="nb">来源 {row.address}</span></p>
          </div>
          {last?.(row)}
        </li>
      ))}
    </ul>
  );
}
