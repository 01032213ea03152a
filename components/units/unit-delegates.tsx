import Link from "next/link";
import { Card } from "@/components/ui/card";
import { hrefWith } from "@/components/ui/href";
import type { UnitRecord } from "@/lib/units/queries";

/** How many delegates each term had from this unit; each figure leads to exactly those. */
export function UnitDelegates({ unitId, terms }: { unitId: string; terms: UnitRecord["terms"] }) {
  return (
    <Card title="由它选举产生的代表">
      {terms.length === 0 ? <p className="text-ink-2">没有代表记录。</p> : (
        <ul>
          {terms.map((term) => (
            <li key={term.id} className="flex flex-wrap items-baseline justify-between gap-2 py-1">
              <span>{term.name}</span>
              <Link prefetch={false} className="num" href={hrefWith("/manage/delegates", {}, { term: term.id, unit: unitId, scope: term.current ? undefined : "elected" })}>{term.current ? "在册" : "当选"} {term.count} 人</Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
