import { formatDateLong, formatMonth } from "@/lib/platform/clock";
import { judged, targetsFinding } from "@/lib/compositions/findings";
import { notes } from "@/lib/compositions/labels";
import type { Composition } from "@/lib/compositions/grouping";
import { overallLines } from "@/lib/compositions/tables";
import type { Target } from "@/lib/compositions/targets";
import { scopeNames } from "@/lib/delegates/labels";
import { GroupTable } from "./group-table";
import { OverallTable } from "./overall-table";

/** The composition as a paper: no charts, no links, everything dated. */
export function PrintSheet({ of, targets, at }: { of: Composition; targets: readonly Target[]; at: string }) {
  const results = judged(targets, of.whole);
  const groups = [["按代表团", "代表团", of.delegations], ["按选举单位", "选举单位", of.units]] as const;
  return (
    <article className="card bg-surface p-8">
      <h2 className="serif text-center text-2xl">{of.frame.termName}代表构成情况</h2>
      <p className="num mt-2 mb-4 text-center text-13 text-ink-2">统计口径：{scopeNames[of.scope]}{of.frame.asOf ? `，截至${formatDateLong(of.frame.asOf)}` : ""}　年龄算到 {formatMonth(of.frame.on)}　统计时间：{at}　单位：人</p>
      {results.length > 0 ? <p className="mb-3">{targetsFinding(results)}。</p> : null}
      <OverallTable lines={overallLines(of.whole, targets)} title="总体构成" />
      <p className="mt-2 text-13 text-ink-3">注：{notes.inclusive}；{notes.months}；{notes.overlap}。</p>
      {groups.map(([title, name, rows]) => (
        <section key={title} className="mt-8">
          <h3 className="mb-2 text-lg">{title}</h3>
          <GroupTable name={name} title={title} groups={rows} whole={of.whole} placeOf={() => ({})} />
        </section>
      ))}
    </article>
  );
}
