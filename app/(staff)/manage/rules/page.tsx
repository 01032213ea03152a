import type { Metadata } from "next";
import Link from "next/link";
import { RuleTable } from "@/components/rules/rule-table";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { requireOffice } from "@/lib/platform/guards";
import { listRules, listWaitingSettings } from "@/lib/rules/setting-queries";

export const metadata: Metadata = { title: "期限与规则" };

export default async function Page() {
  const actor = await requireOffice();
  const [rows, waiting] = await Promise.all([listRules(actor), listWaitingSettings(actor)]);
  const [live, later] = [rows.filter(({ rule }) => rule.live), rows.filter(({ rule }) => !rule.live)];
  return (
    <>
      <PageHead crumb={[{ label: "设置" }, { label: "期限与规则" }]} title="期限与规则" small="改设以后，已经开始计算的期限不变" />
      <div className="stack">
        {waiting.map(({ id, key, scope, words }) => (
          <Notice key={id} tone="warn" title="有一项改设等您确认"><Link href={`/manage/rules/${key}`} prefetch={false}>{rows.find(({ rule }) => rule.key === key)?.rule.name}</Link>：{scope} {words}</Notice>
        ))}
        <Card bare title="已启用" aside={`${live.length} 条`}><RuleTable caption="已启用的期限与规则" rows={live} /></Card>
        <Card bare title="随有关功能启用" aside={`${later.length} 条`}>
          <details className="fold">
            <summary className="px-5">查看 {later.length} 条。有关功能启用后按此计算，可以先行改设</summary>
            <RuleTable caption="随有关功能启用的期限与规则" rows={later} />
          </details>
        </Card>
      </div>
    </>
  );
}
