import Link from "next/link";

export type Crumb = { label: string; href?: string };

export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="所在位置">
      <ol className="crumb">
        {items.map((c, i) => <li key={c.label} aria-current={i === items.length - 1 ? "page" : undefined}>{c.href ? <Link href={c.href} prefetch={false}>{c.label}</Link> : c.label}</li>)}
      </ol>
    </nav>
  );
}
