import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "./button";

type Props = { path: string; children: ReactNode; more?: ReactNode | "later"; moreOpen?: boolean; keep?: Record<string, string | undefined> };

/**
 * Search above a list: a plain GET form, Enter searches, 重置 clears. `more` unfolds, or, where it is "later", is asked
 * for by a button that keeps what was typed; `keep` carries order and page size along.
 */
export function FilterBar({ path, children, more, moreOpen, keep = {} }: Props) {
  return (
    <form method="get" action={path} className="card filters" role="search" aria-label="筛选">
      {children}
      <div className="go"><Button>查询</Button><Link className="btn plain" href={path} prefetch={false}>重置</Link></div>
      {Object.entries(keep).map(([name, value]) => (value ? <input key={name} type="hidden" name={name} value={value} /> : null))}
      {more === "later" ? <button className="more" name="more" value="1">更多条件</button> : null}
      {more && more !== "later" ? <details open={moreOpen}><summary>更多条件</summary><div>{more}</div></details> : null}
    </form>
  );
}
