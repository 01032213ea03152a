import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OrderTable } from "@/components/delegates/order-table";
import { OrderForm } from "@/components/terms/order-form";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Empty } from "@/components/ui/empty";
import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { ListBar } from "@/components/ui/list-bar";
import { PageHead } from "@/components/ui/page-head";
import { Pager, RangeText } from "@/components/ui/pager";
import { placeDelegate, reorderDelegate, resortDelegates } from "@/lib/delegates/actions";
import { placesOf } from "@/lib/delegates/choices";
import { delegateFilters, hrefOf, paramsOf } from "@/lib/delegates/filters";
import { orderNames } from "@/lib/delegates/labels";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import { listOrder, ORDER_PAGE } from "@/lib/delegates/order-queries";
import { getRosterFrame, listRosterChoices, withinTerm } from "@/lib/delegates/queries";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "自定次序" };

const PATH = `${STAFF_LIST}/order`;
const bases = (["stroke", "pinyin", "no"] as const).map((value) => ({ value, label: orderNames[value] }));

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const params = await searchParams;
  const asked = delegateFilters.parse(params);
  const frame = await forPage(actor, getRosterFrame(actor, { term: asked.term }));
  if (!frame) notFound();
  const choices = await forPage(actor, listRosterChoices(actor, frame.termId));
  const { delegation } = withinTerm(asked, choices);
  const scope = { termId: frame.termId, ...(delegation ? { delegation } : {}) };
  const { rows, total, page } = await listOrder(actor, scope, asked.page);
  const here = paramsOf({ term: asked.term, delegation, page });
  const moving = rows.find((row) => row.id === [params.at].flat()[0]);
  const back = hrefOf(STAFF_LIST, { term: asked.term, delegation, order: "manual" });
  const scopeFields = <><input type="hidden" name="delegation" value={delegation ?? ""} /><input type="hidden" name="page" value={page} /></>;
  const path = hrefOf(PATH, { term: asked.term, delegation, page });
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: "自定次序" }]} title="自定次序" small={frame.termName} acts={<LinkButton href={back}>返回花名册</LinkButton>} />
      <FilterBar path={PATH} keep={{ term: asked.term }}>
        <Field name="delegation" label="代表团"><Select options={placesOf(choices).delegation} empty="全部代表团" defaultValue={delegation ?? ""} /></Field>
      </FilterBar>
      {moving ? (
        <Card title={`移动 ${moving.name}`} aside={`现在第 ${moving.place} 位`} id="place" className="mb-3">
          <ActionForm action={placeDelegate} formKey={randomUUID()} id="place-form" submit="移到这一位" labels={{ to: "位次" }} beside={<LinkButton href={path} variant="plain">不移动</LinkButton>}>
            <input type="hidden" name="termId" value={frame.termId} />{scopeFields}
            <input type="hidden" name="id" value={moving.id} /><input type="hidden" name="seen" value={moving.place} />
            <Field name="to" label={`移到第几位（1 至 ${total}）`}><Input type="number" min={1} max={total} defaultValue={moving.place} className="short" /></Field>
          </ActionForm>
        </Card>
      ) : null}
      <Card bare>
        <ListBar aside={<span className="text-ink-3">可拖动整行，也可用右侧按钮</span>}><RangeText total={total} page={page} size={ORDER_PAGE} unit="人" /></ListBar>
        {total === 0 ? <Empty title="还没有在册的代表" why="登记代表后，可以在这里排定次序。" next={{ href: back, label: "返回花名册" }} /> : (
          <>
            <OrderForm action={reorderDelegate} formKey={randomUUID()} id="order" termId={frame.termId}>{scopeFields}<OrderTable rows={rows} total={total} path={`${path}${path.includes("?") ? "&" : "?"}`} /></OrderForm>
            <Pager path={PATH} params={here} total={total} page={page} size={ORDER_PAGE} unit="人" sizes={[]} />
          </>
        )}
      </Card>
      {total > 1 ? (
        <div className="mt-3">
          <Confirm label="重新排列" title={`按所选依据重新排列这 ${total} 人`} text="现在的自定次序将被替换，之后仍可逐人调整。" variant="default">
            <ActionForm action={resortDelegates} formKey={randomUUID()} id="resort" submit="重新排列" labels={{ by: "依据" }} variant="danger">
              <input type="hidden" name="termId" value={frame.termId} />{scopeFields}
              <Field name="by" label="依据"><Select options={bases} defaultValue="stroke" /></Field>
            </ActionForm>
          </Confirm>
        </div>
      ) : null}
    </>
  );
}
