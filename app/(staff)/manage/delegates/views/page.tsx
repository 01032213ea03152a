import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ViewTable } from "@/components/saved-views/view-table";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { Field, Input } from "@/components/ui/field";
import { PageHead } from "@/components/ui/page-head";
import { activeFilters } from "@/lib/delegates/active-filters";
import { filtersOfList, hrefOf, listOf, paramsOf } from "@/lib/delegates/filters";
import { orderNames } from "@/lib/delegates/labels";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import { getRosterList } from "@/lib/delegates/queries";
import { today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { saveView } from "@/lib/saved-views/actions";
import { fieldNames } from "@/lib/saved-views/labels";
import { may } from "@/lib/saved-views/policy";
import { listViews } from "@/lib/saved-views/queries";

export const metadata: Metadata = { title: "花名册视图" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const params = await searchParams;
  const list = await forPage(actor, getRosterList(actor, params, today()));
  if (!list) notFound();
  const { choices, filters } = list;
  // Who is ticked and which batch it was are of one moment; a view asks the same again on another day.
  const asked = { ...filtersOfList(listOf({ ...filters, pick: undefined, batch: undefined, outcome: undefined })), cols: [params.cols].flat().join(",") || undefined };
  const inWords = (query: string) => {
    const of = filtersOfList(query);
    return [...activeFilters(paramsOf(of), choices).map(({ label, value }) => `${label}：${value}`), `按${orderNames[of.order]}`, ...(of.cols ? ["所选列"] : [])].join("；");
  };
  const views = (await listViews(actor, "delegates")).map((view) => ({ ...view, conditions: inWords(view.query) }));
  const back = hrefOf(STAFF_LIST, asked);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: "视图" }]} title="花名册视图" small="把常用的条件、次序和列存下来" acts={<LinkButton href={back}>返回花名册</LinkButton>} />
      <div className="stack max-w-4xl">
        <Card title="保存当前视图">
          <p className="mb-4 text-ink-2">{inWords(listOf(asked))}。</p>
          <ActionForm action={saveView} formKey={randomUUID()} id="save-view" submit="保存视图" labels={fieldNames}>
            <input type="hidden" name="list" value="delegates" /><input type="hidden" name="query" value={listOf(asked)} />
            <Field name="name" label={fieldNames.name} hint="与已有视图同名的，替换原来的"><Input maxLength={20} autoComplete="off" className="short" /></Field>
            {may(actor, "share", { committeeId: actor.committeeId }) ? <Checkbox name="shared" label="组织部共用" /> : null}
          </ActionForm>
        </Card>
        <ViewTable path={STAFF_LIST} views={views} />
      </div>
    </>
  );
}
