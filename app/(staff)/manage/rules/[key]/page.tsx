import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RestoreForm, SetForm } from "@/components/rules/set-form";
import { OpenSettings, RuleHistory, SettingTable } from "@/components/rules/setting-parts";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { addDays, today } from "@/lib/platform/clock";
import { requireOffice } from "@/lib/platform/guards";
import { boundsInWords, defaultTag, measure } from "@/lib/rules/labels";
import { keyParam, lastDay } from "@/lib/rules/schema";
import { getRulePage, type RulePage } from "@/lib/rules/setting-queries";
import { sourceInWords, sources, type RuleSource } from "@/lib/rules/sources";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "期限与规则" };

const noteOf = (rule: RulePage["rule"]): string | null => {
  const key = rule.source === "default" ? rule.duty : rule.source;
  return key ? (sources[key] as RuleSource).note : null;
};

function InForce({ page: { rule, whole, value, source } }: { page: RulePage }) {
  return (
    <Card title="现行">
      <Describe items={[
        { term: "全党委", value }, { term: "出处", value: source ?? defaultTag(rule) }, 
        ...(whole ? [{ term: "平台默认值", value: `${measure(rule, rule.value)}（${defaultTag(rule)}）` }] : []), ...(rule.duty ? [{ term: "事项依据", value: `${sourceInWords(rule.duty)}，未规定天数` }] : []),
        ...(noteOf(rule) ? [{ term: "说明", value: noteOf(rule) }] : []), { term: "可设范围", value: boundsInWords(rule) }, { term: "启用", value: rule.live ? "已启用" : "随有关功能启用" },
      ]} />
    </Card>
  );
}

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  const actor = await requireOffice();
  const key = keyParam.safeParse((await params).key);
  if (!key.success) notFound();
  const [page, units] = await Promise.all([getRulePage(actor, key.data), listUnitChoices(actor)]);
  const { rule, changes, toCome, waiting, history } = page;
  const form = { rule, changes, units, today: today(), tomorrow: addDays(today(), 1), last: lastDay() };
  return (
    <>
      <PageHead crumb={[{ label: "设置" }, { label: "期限与规则", href: "/manage/rules" }, { label: rule.name }]} title={rule.name} small={rule.group} kind={rule.two ? <Tag tone="blue">须另一人确认</Tag> : null} />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="stack">
          {waiting.length > 0 ? <Card bare title="待确认"><OpenSettings settings={waiting} none="等提出人以外的部领导确认" /></Card> : null}
          <InForce page={page} />
          {page.units.length > 0 ? <Card bare title="另有规定的单位"><SettingTable caption="另有规定的单位" settings={page.units} /></Card> : null}
          {toCome.length > 0 ? <Card bare title="待施行"><OpenSettings settings={toCome} none="由组织部办理" /></Card> : null}
          {history.length > 0 ? <Card title="改设记录" aside={`${history.length} 条`}><RuleHistory history={history} /></Card> : null}
        </div>
        <Card title="改设" id="change">
          <Notice title="已经开始计算的期限不变">{rule.two ? "改设须经提出人以外的部领导确认后施行。" : "自施行日起开始的，按新的数值计算。"}</Notice>
          <div className="mt-4"><SetForm {...form} /></div>
          <div className="mt-4 border-t border-line pt-3"><RestoreForm {...form} /></div>
        </Card>
      </div>
    </>
  );
}
