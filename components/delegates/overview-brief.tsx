import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Figure, Figures } from "@/components/ui/figure";
import type { Shortfall } from "@/lib/compositions/findings";
import { share } from "@/lib/compositions/shares";
import type { BriefFigure } from "@/lib/compositions/brief-queries";
import { hrefOf } from "@/lib/delegates/filters";

const PATH = "/overview/delegates";

type Place = { id: string; name: string; delegates: number };

/** The state of the congress in one sentence, each number with its people behind it. */
export function Sentence({ figures }: { figures: readonly BriefFigure[] }) {
  const [all, women, minority, young] = figures;
  if (!all || !women || !minority || !young) return null;
  const link = (of: BriefFigure, text: string) => <Link href={hrefOf(PATH, of.filters)} prefetch={false}>{text}</Link>;
  return (
    <p className="say num">
      本届在册代表 {link(all, String(all.heads))} 人，女代表 {link(women, String(women.heads))} 人，占 {share(women.heads, all.heads)}；少数民族代表 {link(minority, String(minority.heads))} 人，45 岁及以下 {link(young, String(young.heads))} 人。
    </p>
  );
}

export function OverviewFigures({ figures }: { figures: readonly BriefFigure[] }) {
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

/** `ending` is a number alone: the cases behind it are the office's. `unmet` is null while no requirement is set. */
type Watched = { counted: readonly BriefFigure[]; ending: number; unmet: readonly Shortfall[] | null };

const calm = ({ unmet }: Watched) => `没有待资格审查、暂停履职的代表，没有办理中的资格终止${unmet ? "，构成要求均已达到" : ""}。`;

/** What is not simply in order: mandates, terminations under way, requirements not met. */
export function Attention(of: Watched) {
  const some = of.counted.filter(({ heads }) => heads > 0);
  const unmet = of.unmet ?? [];
  const items = some.length + (of.ending > 0 ? 1 : 0) + unmet.length;
  return (
    <Card title={items === 0 ? "没有需要关注的事项" : `需要关注的有 ${items} 项`}>
      {items === 0 ? <p className="text-sm text-ink-2">{calm(of)}</p> : (
        <ul className="divide-y divide-line text-sm [&>li]:flex [&>li]:items-center [&>li]:justify-between [&>li]:gap-3">
          {some.map((one) => <li key={one.label}><span>{one.label}</span><Link className="num py-2" href={hrefOf(PATH, one.filters)} prefetch={false}>{one.heads} 人</Link></li>)}
          {of.ending > 0 ? <li><span>资格终止，办理中</span><b className="num py-2">{of.ending} 件</b></li> : null}
          {unmet.map(({ key, name, asked, gap }) => <li key={key}><span>{name}<span className="ml-2 text-ink-3">要求{asked}</span></span><Link className="num whitespace-nowrap py-2" href="/overview/composition" prefetch={false}>{gap}</Link></li>)}
        </ul>
      )}
    </Card>
  );
}
