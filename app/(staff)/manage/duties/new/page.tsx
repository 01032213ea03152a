import type { Metadata } from "next";
import { listNameable } from "@/lib/contacts/queries";
import { DutyForm } from "@/components/duties/duty-form";
import { ChosenKind, DelegateRows, KindRows } from "@/components/duties/kind-rows";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { hrefWith } from "@/components/ui/href";
import { PageHead } from "@/components/ui/page-head";
import { statusNames } from "@/lib/delegates/labels";
import { getDelegate } from "@/lib/delegates/queries";
import { refusals } from "@/lib/duties/labels";
import { listLastPlaces } from "@/lib/duties/own-queries";
import { newParams } from "@/lib/duties/schema";
import { listWritable, MOST_OFFERED } from "@/lib/duties/whom-queries";
import { beginsOn, emptyForm } from "@/lib/duties/written";
import { displayName } from "@/lib/platform/chinese/name";
import { today } from "@/lib/platform/clock";
import { requireRole } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "代为填报履职" };

const HERE = "/manage/duties/new";

export default async function Page({ searchParams }: PageProps<"/manage/duties/new">) {
  const actor = await requireRole("UNIT_LIAISON");
  const { delegate, kind, q } = newParams.parse(await searchParams);
  const crumb = [{ label: "履职" }, { label: "履职记录", href: "/manage/duties" }, { label: "代为填报" }];
  if (!delegate) {
    const rows = await listWritable(actor, q);
    return (
      <>
        <PageHead crumb={crumb} title="代为填报履职" />
        <FilterBar path={HERE}><Field name="q" label="代表姓名"><Input type="search" defaultValue={q} maxLength={50} autoComplete="off" /></Field></FilterBar>
        {rows.length === 0 ? <Card bare><Empty title="没有可以代填的代表" why="只列本单位选出的、正在履职的代表。" /></Card> : <DelegateRows rows={rows} href={(id) => hrefWith(HERE, {}, { delegate: id })} />}
        {rows.length === MOST_OFFERED ? <p className="mt-3 text-ink-3">只列前 {MOST_OFFERED} 人，其他人请按姓名查询。</p> : null}
      </>
    );
  }
  const d = await forPage(actor, getDelegate(actor, delegate));
  const head = <PageHead crumb={crumb} title="代为填报履职" small={`${displayName(d.person.name)}代表`} />;
  if (d.status !== "ACTIVE") return <>{head}<Card bare><Empty title="现在不能填报履职" why={refusals.notActive(statusNames[d.status])} next={{ href: HERE, label: "选择其他代表" }} /></Card></>;
  if (!kind) return <>{head}<p className="mb-3 text-ink-2">请选择类别。填报后由代表本人确认、组织部审核。</p><KindRows href={(key) => hrefWith(HERE, {}, { delegate, kind: key })} /></>;
  return (
    <>
      {head}
      <div className="max-w-3xl">
        <ChosenKind kind={kind} change={hrefWith(HERE, {}, { delegate })} />
        <Card><DutyForm to={{ act: "logFor", delegateId: d.id }} kind={kind} values={emptyForm(today())} places={await listLastPlaces(actor, d.id)} contacts={await listNameable(actor, d.id)} today={today()} begins={beginsOn(d)} /></Card>
      </div>
    </>
  );
}
