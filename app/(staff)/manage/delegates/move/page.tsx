import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BeforeAfter, GoOn, Kept, ListFields, Outlook, WhoIsMeant } from "@/components/delegates/batch-parts";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { moveDelegates } from "@/lib/delegates/actions";
import { MOST_AT_ONCE, previewMove, tally } from "@/lib/delegates/batch-queries";
import { formPlacesOf } from "@/lib/delegates/choices";
import { hrefOf, listOf } from "@/lib/delegates/filters";
import { batchRefusals, fieldNames } from "@/lib/delegates/labels";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import type { Places } from "@/lib/delegates/move-plan";
import { getRosterList } from "@/lib/delegates/queries";
import { moveParams } from "@/lib/delegates/schema";
import { today } from "@/lib/platform/clock";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "批量调整编排" };

const ASKED = ["toDelegation", "toGroup", "toUnit"] as const;

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const { asOf: _day, ...params } = await searchParams;
  const list = await forPage(actor, getRosterList(actor, params, today()));
  if (!list) notFound();
  const { frame, choices, filters } = list;
  const asked = Object.fromEntries(ASKED.map((name) => [name, [params[name]].flat()[0] ?? ""])) as Record<(typeof ASKED)[number], string>;
  const target = moveParams.parse(asked);
  const preview = await previewMove(actor, filters, frame, target);
  const names = preview?.names ?? new Map<string, string>();
  const [back, places] = [hrefOf(STAFF_LIST, filters), formPlacesOf(choices)];
  const asks = Object.keys(target).length > 0;
  const told = (at: Places) => [names.get(at.delegationId), at.groupId && names.get(at.groupId), ...(target.unitId ? [names.get(at.unitId)] : [])].filter(Boolean).join("，");
  const moving = (preview?.plan ?? []).filter((one) => one.outcome === "DONE");
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: "批量调整编排" }]} title="批量调整编排" small={frame.termName} acts={<LinkButton href={`${STAFF_LIST}/batches`}>办理记录</LinkButton>} />
      {!preview ? <Notice tone="warn" title={batchRefusals.many(MOST_AT_ONCE)} /> : preview.plan.length === 0 ? <Empty title="没有选择代表" why="请在花名册中勾选要调整的代表，或按条件查询后选中全部。" next={{ href: back, label: "返回花名册" }} /> : (
        <div className="stack max-w-4xl">
          <Card title={`调整 ${preview.plan.length} 人`}>
            <WhoIsMeant filters={filters} choices={choices} names={preview.plan.map((one) => one.row.name)} heads={preview.plan.length} />
            <form method="get">
              <ListFields filters={filters} />
              <div className="fields">
                <Kept name="toDelegation" label="调整到代表团" options={places.delegation} value={asked.toDelegation} />
                <Kept name="toGroup" label="调整到代表小组" options={[{ value: "none", label: "不编入小组" }, ...places.group]} value={asked.toGroup} />
                <Kept name="toUnit" label="选举单位改为" options={places.unit} value={asked.toUnit} />
              </div>
              <GoOn label="预览" back={back} />
            </form>
          </Card>
          {asks ? (
            <Card title="预览">
              <Outlook plan={preview.plan} counts={tally(preview.plan)} />
              {moving.length === 0 ? <Notice title={batchRefusals.nobody} /> : (
                <>
                  <p className="mb-4 text-ink-2">原小组不属于新代表团的，一并退出原小组；在原代表团、原小组担任的团长、组长等职务同时免去。{target.unitId ? "选举单位变更的，本人账号在原单位的联络员、承办单位角色随即收回。" : ""}</p>
                  <ActionForm action={moveDelegates} formKey={randomUUID()} id="move" submit={`调整 ${moving.length} 人`} labels={fieldNames}>
                    <input type="hidden" name="list" value={listOf(filters)} /><input type="hidden" name="seal" value={preview.seal} />
                    {ASKED.map((name) => <input key={name} type="hidden" name={name} value={asked[name]} />)}
                  </ActionForm>
                </>
              )}
            </Card>
          ) : null}
          {asks && moving.length > 0 ? <BeforeAfter label="调整前后" rows={moving.map(({ row, after }) => ({ id: row.id, name: row.name, before: told(row), after: told(after) }))} /> : null}
        </div>
      )}
    </>
  );
}
