"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { currentHref, type MenuItem } from "./nav-match";

/** A row of links that knows where it is. */
export function TopNav({ items, label, className }: { items: readonly MenuItem[]; label: string; className?: string }) {
  const current = currentHref(usePathname(), items.map((item) => item.href));
  return (
    <nav className={className} aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} prefetch={false} aria-current={item.href === current ? "page" : undefined}>
          {item.label}{item.count ? <span className="count">{item.count}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
