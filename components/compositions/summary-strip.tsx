import { Figure, Figures } from "@/components/ui/figure";
import { countOf, figureOf, total } from "@/lib/compositions/figures";
import type { Composition } from "@/lib/compositions/grouping";
import { mean, share } from "@/lib/compositions/shares";
import type { LinkTo } from "./heads-link";

const keys = ["sex:2", "ethnicity:minority", "ageAtMost:45", "education:COLLEGE_UP"];
const names: Record<string, string> = { "education:COLLEGE_UP": "大专及以上" };

/** "27.4" with its sign set apart; a dash has none. */
const withSign = (text: string) => (text === "—" ? { value: text } : { value: text.slice(0, -1), unit: "%" });

/** The figures of the term in one line, each with its people behind it. */
export function SummaryStrip({ of, linkTo }: { of: Composition; linkTo: LinkTo }) {
  const all = of.whole.counts.total;
  const behind = (href: string, text: string) => (all === 0 ? {} : { href, change: <span className="text-blue">{text}</span> });
  return (
    <Figures label="总体情况">
      <Figure label={total.name} value={all} {...behind(linkTo(total), `${of.delegations.length} 个代表团`)} />
      {keys.map((key) => {
        const figure = figureOf(key) ?? total;
        const heads = countOf(figure, of.whole);
        return <Figure key={key} label={names[key] ?? figure.name} {...withSign(share(heads, all))} {...behind(linkTo(figure), `${heads} 人`)} />;
      })}
      <Figure label="平均年龄" value={mean(of.whole.ages, all)} {...(all === 0 ? {} : { unit: " 岁" })} {...behind("#ages", "看分布")} />
    </Figures>
  );
}
