import Link from "next/link";

export type Tab = { href: string; label: string; count?: number };

/** Parts of one record, each with its own address. */
export function Tabs({ items, current, label = "分页" }: { items: readonly Tab[]; current: string; label?: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((tab) => (
        <Link key={tab.href} href={tab.href} prefetch={false} aria-current={tab.href === current ? "page" : undefined}>
          {tab.label}{tab.count === undefined ? null : <i>{tab.count}</i>}
        </Link>
      ))}
    </nav>
  );
}
