import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Figure, Figures } from "@/components/ui/figure";
import { hrefOf, type DelegateFilters } from "@/lib/delegates/filters";
import { watched, type Watch } from "@/lib/delegates/watched";

type Counted = Watch & { heads: number };

const href = (of: Watch) => hrefOf("/manage/delegates", of.filters as Partial<DelegateFilters>);

/** Where the roster stands, in figures that each open their list. */
export function StandingFigures({ counted }: { counted: readonly Counted[] }) {
  return (
    <Figures label="花名册现状">
      {counted.map((of) => <Figure key={of.label} label={of.label} value={of.heads} unit=" 人" href={href(of)} />)}
    </Figures>
  );
}

/** What the records still lack; nothing missing is said as such. */
export function Gaps({ counted }: { counted: readonly Counted[] }) {
  const missing = counted.filter((of) => of.heads > 0);
  return (
    <Card title={missing.length === 0 ? "主要资料均已填写" : `${missing.length} 项资料有缺漏`} aside={`检查 ${watched.gaps.length} 项`}>
      {missing.length === 0 ? <p className="text-ink-2">在册代表的{watched.gaps.map((of) => of.short).join("、")}都已填写。</p> : (
        <ul className="divide-y divide-line">
          {missing.map((of) => <li key={of.label} className="flex items-center justify-between py-2"><span>{of.label}</span><Link className="num py-1" prefetch={false} href={href(of)}>{of.heads} 人，看名单</Link></li>)}
        </ul>
      )}
    </Card>
  );
}
