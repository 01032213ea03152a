import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BeforeAfter, GoOn, ListFields, Outlook, WhoIsMeant } from "@/components/delegates/batch-parts";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { numberDelegates } from "@/lib/delegates/actions";
import { MOST_AT_ONCE, previewNumbers, suggestRule, tally } from "@/lib/delegates/batch-queries";
import { hrefOf, listOf } from "@/lib/delegates/filters";
import { batchRefusals, fieldNames, orderNames } from "@/lib/delegates/labels";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import { getRosterList } from "@/lib/delegates/queries";
import { numberRule } from "@/lib/delegates/schema";
import { today } from "@/lib/platform/clock";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "编排代表证号" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const { asOf: _day, ...params } = await searchParams;
  const list = await forPage(actor, getRosterList(actor, params, today()));
  if (!list) notFound();
  const { frame, choices, filters } = list;
  const usual = await suggestRule(actor, frame.termId);
  const typed = Object.fromEntries((["prefix", "digits", "start", "by"] as const).map((name) => [name, [params[name]].flat()[0] ?? String(usual[name])]));
  const read = numberRule.safeParse(typed);
  const rule = read.success ? read.data : usual;
  const preview = await previewNumbers(actor, filters, frame, rule);
  const back = hrefOf(STAFF_LIST, filters);
  const given = (preview?.plan ?? []).filter((one) => one.outcome === "DONE");
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: "编排代表证号" }]} title="编排代表证号" small={frame.termName} acts={<LinkButton href={`${STAFF_LIST}/batches`}>办理记录</LinkButton>} />
      {!preview ? <Notice tone="warn" title={batchRefusals.many(MOST_AT_ONCE)} /> : preview.plan.length === 0 ? <Empty title="没有选择代表" why="请在花名册中勾选要编号的代表，或按条件查询后选中全部。" next={{ href: back, label: "返回花名册" }} /> : (
        <div className="stack max-w-4xl">
          <Card title={`为 ${preview.plan.length} 人编号`}>
            <WhoIsMeant filters={filters} choices={choices} names={preview.plan.map((one) => one.row.name)} heads={preview.plan.length} />
            {read.success ? null : <div className="mb-4" role="alert"><Notice tone="danger" title={`编号规则需要改正：${read.error.issues[0]?.message ?? ""}。`} /></div>}
            <form method="get">
              <ListFields filters={filters} />
              <div className="fields">
                <Field name="prefix" label="前缀" hint="可空，如：五-" optional><Input defaultValue={typed.prefix} maxLength={20} autoComplete="off" /></Field>
                <Field name="digits" label="数字位数"><Input type="number" min={1} max={8} defaultValue={typed.digits} /></Field>
                <Field name="start" label="起始号"><Input type="number" min={0} max={99_999_999} defaultValue={typed.start} /></Field>
                <Field name="by" label="编号次序"><Select options={[{ value: "list", label: `按${orderNames[filters.order]}` }, { value: "delegation", label: `按代表团，团内按${orderNames[filters.order]}` }]} defaultValue={typed.by} /></Field>
              </div>
              <GoOn label="预览" back={back} />
            </form>
          </Card>
          {read.success ? (
            <Card title="预览">
              <Outlook plan={preview.plan} counts={tally(preview.plan)} />
              {given.length === 0 ? <Notice title={batchRefusals.nobody} /> : (
                <>
                  <p className="mb-4 text-ink-2">将编 {given[0]?.delegateNo} 至 {given.at(-1)?.delegateNo}。本届用过的证号自动跳过；证号编定后不再给其他代表使用。</p>
                  <ActionForm action={numberDelegates} formKey={randomUUID()} id="number" submit={`为 ${given.length} 人编号`} labels={fieldNames}>
                    <input type="hidden" name="list" value={listOf(filters)} /><input type="hidden" name="seal" value={preview.seal} />
                    {Object.entries(rule).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
                  </ActionForm>
                </>
              )}
            </Card>
          ) : null}
          {read.success && given.length > 0 ? <BeforeAfter label="编号前后" rows={given.map(({ row, delegateNo }) => ({ id: row.id, name: row.name, before: "—", after: delegateNo ?? "" }))} /> : null}
        </div>
      )}
    </>
  );
}
