import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Tabs } from "@/components/ui/tabs";
import { formatDateLong, formatMonth, today } from "@/lib/platform/clock";
import { dimensions } from "@/lib/compositions/figures";
import { ageFinding, categoryFinding, educationFinding, judged, targetsFinding, womenByGroupFinding } from "@/lib/compositions/findings";
import { notes } from "@/lib/compositions/labels";
import { compositionLink, rosterLink } from "@/lib/compositions/links";
import type { Composition } from "@/lib/compositions/grouping";
import { share } from "@/lib/compositions/shares";
import { overallHalves } from "@/lib/compositions/tables";
import type { Target } from "@/lib/compositions/targets";
import { scopeNames } from "@/lib/delegates/labels";
import { BandChart } from "./band-chart";
import { GroupTable } from "./group-table";
import type { LinkTo } from "./heads-link";
import { OverallTable } from "./overall-table";
import { OverlapCards } from "./overlap-cards";
import { RequirementTable } from "./requirement-table";
import { Stripes } from "./share-bar";
import { SummaryStrip } from "./summary-strip";

type Props = {
  of: Composition;
  targets: readonly Target[];
  by: "delegation" | "unit";
  /** The page itself, the roster its figures lead to, and where requirements are kept, for those who keep them. */
  at: { page: string; roster: string; targets?: string; day?: string };
  /** One thing to do when the term has nobody yet. */
  start?: { href: string; label: string };
};

type Shown = Omit<Props, "start"> & { linkTo: LinkTo; source: string; counted: string };

function Requirements({ of, targets, at, linkTo, source, counted }: Shown) {
  const { whole } = of;
  const results = judged(targets, whole);
  const title = results.length > 0 ? targetsFinding(results) : categoryFinding(whole);
  const missing = whole.counts["category:none"];
  return (
    <Card title={title} aside={<a href="#data" className="whitespace-nowrap">看数据</a>} bare className="min-w-0 flex-[10_1_40rem]">
      <p className="px-5 pb-2 text-13 text-ink-3">占 {whole.counts.total} 人的比例（%）{results.length > 0 ? "，黑线为要求" : ""}　来源：{source}　{counted}</p>
      <RequirementTable cell={whole} results={results} linkTo={linkTo} title={title} />
      <p className="border-t border-line px-5 py-2 text-13 text-ink-3">
        各主类别{missing > 0 ? `连同未填 ${missing} 人` : ""}合计 {whole.counts.total} 人、{share(whole.counts.total, whole.counts.total)}。{notes.inclusive}；{notes.months}{results.length > 0 ? `；${notes.gap}` : ""}。
        {at.targets ? <>要求可在 <a href={at.targets} className="underline">构成要求与基准日</a> 中修改。</> : null}
      </p>
    </Card>
  );
}

function Groups({ of, by, at, linkTo, source, counted }: Shown) {
  const unit = by === "unit";
  const groups = unit ? of.units : of.delegations;
  const title = womenByGroupFinding(groups.filter((g) => g.id !== "none"), of.whole, unit ? "选举单位" : "代表团");
  const to = (tab: string) => compositionLink(at.page, { term: of.frame.termId, on: at.day, asOf: of.frame.asOf, scope: of.scope, by: tab });
  return (
    <Card title={title} bare className="!mt-3" id="groups">
      <p className="px-5 pb-1 text-13 text-ink-3">单位：人　来源：{source}　{counted}　{notes.groupOverlap}</p>
      <Tabs current={`${to(by)}#groups`} label="分组方式" items={[
        { href: `${to("delegation")}#groups`, label: "按代表团", count: of.delegations.length },
        { href: `${to("unit")}#groups`, label: "按选举单位", count: of.units.length },
      ]} />
      <GroupTable name={unit ? "选举单位" : "代表团"} title={title} groups={groups} whole={of.whole} placeOf={(id) => (unit ? { unit: id } : { delegation: id })} linkTo={linkTo} />
    </Card>
  );
}

function Everything({ of, targets, linkTo, source, counted }: Shown) {
  const title = "全部构成数据";
  return (
    <Card title={title} bare className="!mt-3" id="data">
      <p className="px-5 pb-2 text-13 text-ink-3">单位：人，占比　来源：{source}　{counted}　每个维度连同未填合计等于代表总数</p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,30rem),1fr))] items-start">
        {overallHalves(of.whole, targets).map((lines, i) => <OverallTable key={i} lines={lines} title={`${title}（${i + 1}）`} linkTo={linkTo} />)}
      </div>
    </Card>
  );
}

/** The composition of a term: figures, requirements, ages, education, overlaps, groups, and all data. */
export function CompositionView({ start, ...props }: Props) {
  const { of, at } = props;
  const linkTo = rosterLink(at.roster, { termId: of.frame.termId, on: of.frame.on, asOf: of.frame.asOf, scope: of.scope });
  const ages = `年龄算到 ${formatMonth(of.frame.on)}`;
  const counted = `统计于 ${today()}`;
  const kind = [...(of.scope === "register" ? [] : [scopeNames[of.scope]]), ...(of.frame.asOf ? [`截至${formatDateLong(of.frame.asOf)}`] : [])].join("，");
  const source = kind ? `花名册（${kind}）` : "花名册";
  const shown = { ...props, linkTo, source, counted: `${counted}　${ages}` };
  const bands = { cell: of.whole, source, linkTo };
  if (of.whole.counts.total === 0) {
    return (
      <>
        <SummaryStrip of={of} linkTo={linkTo} />
        <Card className="mt-3"><Empty title={`${of.frame.termName}还没有可统计的代表`} why={`按“${scopeNames[of.scope]}”统计，花名册中没有代表，构成无从计算。有了代表，本页自动统计。`} next={start} /></Card>
      </>
    );
  }
  return (
    <>
      <Stripes />
      <SummaryStrip of={of} linkTo={linkTo} />
      <div className="mt-3 flex flex-wrap items-start gap-3">
        <Requirements {...shown} />
        <Card className="!mt-0 min-w-0 flex-[1_1_25rem]" id="ages">
          <BandChart dimension={dimensions.age} title={ageFinding(of.whole)} asOf={ages} {...bands} />
          <hr className="my-3 border-line" />
          <BandChart dimension={dimensions.education} title={educationFinding(of.whole)} asOf={counted} {...bands} />
        </Card>
      </div>
      <OverlapCards of={of} linkTo={linkTo} source={`来源：${source}　${counted}`} />
      <Groups {...shown} />
      <Everything {...shown} />
    </>
  );
}
