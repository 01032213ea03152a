import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { PastTask } from "@/lib/tasks/past-queries";

/** What was done, begun or copied, the latest first. */
export function PastList({ rows, label }: { rows: readonly PastTask[]; label: string }) {
  return (
    <Card>
      <ul className="divide-y divide-line" aria-label={label}>
        {rows.map((row) => (
          <li key={row.key} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span>{row.href ? <Link href={row.href} prefetch={false} className="underline">{row.title}</Link> : <b className="font-medium">{row.title}</b>}<span className="ml-2 text-ink-3">{row.verb}</span></span>
            <span className="num text-ink-2">{row.state ? <span className="mr-3">{row.state}</span> : null}{row.when}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
