import Link from "next/link";
import type { View } from "@/lib/saved-views/queries";

/** The saved views of a list as links above it, and the way to save the present one. */
export function ViewBar({ path, query, views, save }: { path: string; query: string; views: readonly View[]; save: string }) {
  return (
    <nav className="views no-print" aria-label="视图">
      {views.length > 0 ? <span className="text-ink-3">视图</span> : null}
      {views.map((view) => {
        const current = view.query === query;
        return <Link key={view.id} prefetch={false} href={`${path}${view.query && `?${view.query}`}`} {...(current ? { "aria-current": "true" as const } : {})}>{current ? <b>{view.name}</b> : view.name}{view.own ? null : <span className="text-ink-3">（{view.accountName}）</span>}</Link>;
      })}
      <Link prefetch={false} href={save}>{views.length > 0 ? "保存或管理视图" : "保存视图"}</Link>
    </nav>
  );
}
