import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Figure, Figures } from "@/components/ui/figure";
import { hrefWith } from "@/components/ui/href";
import { fieldNames, levelNames } from "@/lib/terms/labels";
import type { TermRecord } from "@/lib/terms/queries";
import { referenceDay } from "@/lib/terms/reference-day";
import { today } from "@/lib/platform/clock";

/** Two days, each kept whole where the line breaks. */
const Days = ({ from, to }: { from: string; to: string }) => <><span className="nb">{from}</span> 至 <span className="nb">{to}</span></>;

function congressOf(term: TermRecord) {
  if (!term.congressFrom) return null;
  return term.congressTo ? <Days from={term.congressFrom} to={term.congressTo} /> : `${term.congressFrom} 开幕，闭幕日未填`;
}

/** The day ages are counted to, with its reason where nobody has set it. */
function referenceOf(term: TermRecord): string {
  const { on, why } = referenceDay(term, today());
  return { set: on, congress: `${on}（大会开幕日）`, ended: `${on}（任期截止日）`, today: "查看当日" }[why];
}

/** What a term is: its days and its size. */
export function TermFacts({ term }: { term: TermRecord }) {
  return (
    <div className="grid gap-3">
      <Figures label="本届规模">
        <Figure label="在册代表" value={term.delegates} unit="人" href={hrefWith("/manage/delegates", {}, { term: term.id })} />
        <Figure label="代表团" value={term.delegations} unit="个" href="#delegations" />
        <Figure label="代表小组" value={term.groups} unit="个" href="#groups" />
      </Figures>
      <Card title="届次资料">
        <Describe columns="two" items={[
          { term: fieldNames.level, value: levelNames[term.level] }, { term: "大会日期", value: congressOf(term) },
          { term: "任期", value: <Days from={term.startsOn} to={term.endsOn} /> }, { term: "年龄基准日", value: referenceOf(term) },
        ]} />
      </Card>
    </div>
  );
}
