import Link from "next/link";
import type { ReactNode } from "react";
import { Landscape } from "./landscape";

export type Column = { label: ReactNode; key?: string; align?: "right"; className?: string; sort?: { href: string; order?: "ascending" | "descending" } };

function Head({ column }: { column: Column }) {
  const look = [column.align === "right" && "r", column.className].filter(Boolean).join(" ") || undefined;
  const label = column.sort ? <Link href={column.sort.href} prefetch={false}>{column.label}</Link> : column.label;
  return <th scope="col" className={look} aria-sort={column.sort?.order}>{label}</th>;
}

/**
 * The house table. Rows are plain `<tr>`: class `who` on the naming cell keeps it in sight, `pick` on a checkbox cell
 * before it, `r` aligns figures right, `wide` lets text wrap. `caption` is heard, not seen.
 */
export function Table({ caption, columns, compact, landscape, foot, children }: { caption: string; columns: readonly Column[]; compact?: boolean; landscape?: boolean; foot?: ReactNode; children: ReactNode }) {
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      {landscape ? <Landscape /> : null}
      <table className={compact ? "sheet compact" : "sheet"}>
        <caption><span className="sr">{caption}</span></caption>
        <thead><tr>{columns.map((column, i) => <Head key={column.key ?? i} column={column} />)}</tr></thead>
        <tbody>{children}</tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}

/** An empty cell says so; the reason, where there is one, is read on pointing at it. */
export function Blank({ why }: { why?: string }) {
  return <span className="muted" title={why}>—{why ? <span className="sr">{why}</span> : null}</span>;
}
