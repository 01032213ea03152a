import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Figure, Figures } from "@/components/ui/figure";
import { share } from "@/lib/compositions/shares";
import { hrefOf } from "@/lib/delegates/filters";
import type { Watch } from "@/lib/delegates/watched";

const PATH = "/overview/delegates";

type Counted = Watch & { heads: number };
type Place = { id: string; name: string; delegates: number };

/** The state of the congress in one sentence, each number with its people behind it. */
export function Sentence({ figures }: { figures: readonly Counted[] }) {
  const [all, women, minority, young] = figures;
  if (!all || !women || !minority || !young) return null;
  const link = (of: Counted, text: string) => <Link href={hrefOf(PATH, of.filters)} prefetch={false}>{text}</Link>;
  return (
    <p className="say num">
      本届在册代表 {link(all, String(all.heads))} 人，女代表 {link(women, String(women.heads))} 人，占 {share(women.heads, all.heads)}；少数民族代表 {link(minority, String(minority.heads))} 人，45 岁及以下 {link(young, String(young.heads))} 人。
    </p>
  );
}

export function OverviewFigures({ figures }: { figures: readonly Counted[] }) {
  const all = figures[0]?.heads ?? 0;
  return (
    <Figures label="总体情况">
      {figures.map((of, i) => {
        // Tags are ticked only where they apply, so nobody ticked says the register was not asked.
        if (of.filters.flag && of.heads === 0) return <Figure key={of.label} label={of.label} value="—" behind="尚未登记" />;
        const part = share(of.heads, all);
        const value = i === 0 ? { value: of.heads, unit: " 人", behind: "看名单" } : { value: part.replace("%", ""), ...(part === "—" ? {} : { unit: "%" }), behind: `${of.heads} 人` };
        return <Figure key={of.label} label={of.label} href={hrefOf(PATH, of.filters)} {...value} />;
      })}
    </Figures>
  );
}

/** Which is the largest; two of one size are both named, more are counted. */
function largestOf(first: readonly Place[]): string {
  if (first.length > 2) return `${first.length} 个并列人数最多`;
  return `${first.map((p) => p.name).join("、")}${first.length === 2 ? "并列" : ""}人数最多`;
}

/** Heads of every delegation with a bar as long as its share of the largest. */
export function DelegationBars({ places }: { places: readonly Place[] }) {
  const most = Math.max(1, ...places.map((p) => p.delegates));
  return (
    <Card title={places.length === 0 ? "还没有代表团" : `${places.length} 个代表团，${largestOf(places.filter((p) => p.delegates === most))}`} aside="单位：人">
      <ul className="grid grid-flow-row gap-x-8 md:grid-cols-2">
        {places.map((p) => (
          <li key={p.id}>
            <Link href={hrefOf(PATH, { delegation: p.id })} prefetch={false} className="grid min-h-9 grid-cols-[minmax(0,11rem)_minmax(2rem,1fr)_2.5rem] items-center gap-3 text-sm text-ink">
              <span className="truncate">{p.name}</span>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full" aria-hidden="true"><rect width={(p.delegates / most) * 100} height="8" fill="#1F4E8C" /></svg>
              <b className="num text-right text-blue">{p.delegates}</b>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Mandates that are not simply in force. */
export function Attention({ counted }: { counted: readonly Counted[] }) {
  const some = counted.filter((of) => of.heads > 0);
  return (
    <Card title={some.length === 0 ? "没有需要关注的资格事项" : "需要关注的资格事项"}>
      {some.length === 0 ? <p className="text-sm text-ink-2">没有待资格审查或暂停履职的代表。</p> : (
        <ul className="divide-y divide-line">
          {some.map((of) => <li key={of.label} className="flex items-center justify-between text-sm"><span>{of.label}</span><Link className="num py-2" href={hrefOf(PATH, of.filters)} prefetch={false}>{of.heads} 人</Link></li>)}
        </ul>
      )}
    </Card>
  );
}
