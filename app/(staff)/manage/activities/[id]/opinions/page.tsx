import type { Metadata } from "next";
import { ActivityTabs } from "@/components/activities/activity-tabs";
import { RecordForm } from "@/components/opinions/opinion-forms";
import { HandTable, OpinionTable } from "@/components/opinions/opinion-table";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { ListBar } from "@/components/ui/list-bar";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Pager, RangeText } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { getActivity } from "@/lib/activities/queries";
import { kindNames, refusals, stateNames } from "@/lib/opinions/labels";
import { getOccasion, lastDayOf, listCame } from "@/lib/opinions/occasion-queries";
import { may } from "@/lib/opinions/policy";
import { countOpinions, listOpinions, PAGE } from "@/lib/opinions/queries";
import { countByTarget } from "@/lib/opinions/summary-queries";
import { opinionFilters, recordParams, type Shelf } from "@/lib/opinions/schema";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { formatDateLong } from "@/lib/platform/clock";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "意见" };

const ofOffice: readonly Shelf[] = [undefined, "SUBMITTED", "HANDED", "ANSWERED", "RELEASED", "CLOSED", "FILED", "WITHDRAWN"];
const ofUnit: readonly Shelf[] = [undefined, "HANDED", "ANSWERED", "RELEASED", "CLOSED"];

export default async function Page({ params, searchParams }: PageProps<"/manage/activities/[id]/opinions">) {
  const actor = await requireStaff();
  const [{ id }, query] = [await params, await searchParams];
  const found = await forPage(actor, getActivity(actor, id));
  const of = await getOccasion(actor, found.id);
  const [{ state, page }, { done }] = [opinionFilters.parse(query), recordParams.parse(query)];
  const records = may(actor, "record", { committeeId: of.committeeId, personId: null, targetId: null });
  const shelves = records ? ofOffice : ofUnit;
  const here = `/manage/activities/${found.id}/opinions`;
  const href = (shelf: Shelf) => hrefWith(here, {}, { state: shelf });
  const [{ rows, total }, counts, targets] = await Promise.all([listOpinions(actor, { state, page, activity: found.id }), countOpinions(actor, shelves, { activity: found.id }), records ? countByTarget(actor, found.id) : []]);
  const opens = records && of.gathers !== null && of.held;
  const hands = records && rows.some((row) => row.open.includes("hand"));
  const why = of.gathers === null ? refusals.notGathered : !of.held ? "活动登记已举行以后，到会的代表可以提出意见。" : records ? `到会的代表在 ${formatDateLong(await lastDayOf(actor, of))}前可以自己提出；书面的由经办录入。` : "组织部交本单位办理的，列在这里。";
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, href: `/manage/activities/${found.id}` }, { label: "意见" }]} title={of.gathers ? kindNames[of.gathers] : "意见"} small={found.title} />
      <ActivityTabs of={found} current="/opinions" />
      <div className="stack mt-3">
        {done ? <div role="status"><Notice tone="done" title="已录入" /></div> : null}
        <Card bare>
          <Tabs label="按状态" current={href(state)} items={shelves.map((shelf, i) => ({ href: href(shelf), label: shelf === undefined || shelf === "late" ? "全部" : stateNames[shelf], count: counts[i] ?? 0 }))} />
          {rows.length > 0 ? <ListBar><RangeText total={total} page={page} size={PAGE} unit="件" /></ListBar> : null}
          {rows.length === 0 ? <Empty title={state ? "没有这样的意见" : "还没有意见"} why={why} /> : hands ? <HandTable rows={rows} named within units={await listUnitChoices(actor)} /> : <OpinionTable rows={rows} named={records} within />}
          <Pager path={here} params={{ state }} total={total} page={page} size={PAGE} unit="件" sizes={[]} />
        </Card>
        {targets.length > 0 ? <Card title="意见建议汇总"><p className="mb-3 text-ink-2">按承办单位列出已交办的意见，供书面交办，不列提出人。</p><ul className="grid gap-2">{[{ to: "", count: targets.reduce((sum, one) => sum + one.count, 0) }, ...targets].map(({ to, count }) => <li key={to}><a download href={hrefWith(`${here}/summary`, {}, { to: to || undefined })} className="underline">{`${to || "全部承办单位"}（${count} 件，Word）`}</a></li>)}</ul></Card> : null}
        {opens && of.gathers ? <Card title="录入书面意见"><p className="mb-4 text-ink-2">{why}</p><RecordForm activityId={found.id} kind={of.gathers} came={await listCame(actor, found.id)} /></Card> : null}
      </div>
    </>
  );
}
