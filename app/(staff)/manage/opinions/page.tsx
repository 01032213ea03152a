import type { Metadata } from "next";
import Link from "next/link";
import { OpinionFilter, OpinionTable } from "@/components/opinions/opinion-table";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { ListBar } from "@/components/ui/list-bar";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Pager, RangeText } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { getActivity } from "@/lib/activities/queries";
import { stateNames } from "@/lib/opinions/labels";
import { countOpinions, listOpinions, listTargets, PAGE } from "@/lib/opinions/queries";
import { opinionFilters, type Shelf } from "@/lib/opinions/schema";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "代表意见" };

const PATH = "/manage/opinions";
const ofOffice: readonly Shelf[] = [undefined, "SUBMITTED", "HANDED", "late", "ANSWERED", "RELEASED", "CLOSED", "FILED", "WITHDRAWN"];
/** A liaison knows of what was handed to the own unit. */
const ofUnit: readonly Shelf[] = [undefined, "HANDED", "late", "ANSWERED", "RELEASED", "CLOSED"];
const nameOf = (shelf: Shelf): string => (shelf === undefined ? "全部" : shelf === "late" ? "超期" : stateNames[shelf]);

export default async function Page({ searchParams }: PageProps<"/manage/opinions">) {
  const actor = await requireStaff();
  const filters = opinionFilters.parse(await searchParams);
  const { page, state, ...narrow } = filters;
  const liaison = actor.role === "UNIT_LIAISON";
  const shelves = liaison ? ofUnit : ofOffice;
  const activity = filters.activity && !liaison ? await forPage(actor, getActivity(actor, filters.activity)) : null;
  const [{ rows, total }, counts, targets] = await Promise.all([listOpinions(actor, filters), countOpinions(actor, shelves, narrow), listTargets(actor)]);
  const href = (shelf: Shelf) => hrefWith(PATH, narrow, { state: shelf });
  const narrowed = state !== undefined || Object.values(narrow).some((value) => value !== undefined);
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "代表意见" }]} title="代表意见" {...(activity ? { small: activity.title } : {})} />
      {activity ? <div className="mb-3"><Notice title={`只列“${activity.title}”的意见`}><Link href={`/manage/activities/${activity.id}/opinions`} prefetch={false} className="underline">这次活动</Link>　<Link href={hrefWith(PATH, narrow, { state, activity: undefined })} prefetch={false} className="underline">看全部意见</Link></Notice></div> : null}
      <OpinionFilter path={PATH} filters={filters} targets={targets} />
      <Card bare>
        <Tabs label="按状态" current={href(state)} items={shelves.map((shelf, i) => ({ href: href(shelf), label: nameOf(shelf), count: counts[i] ?? 0 }))} />
        {rows.length > 0 ? <ListBar><RangeText total={total} page={page} size={PAGE} unit="件" /></ListBar> : null}
        {rows.length === 0 ? <Empty title={narrowed ? "没有符合条件的意见" : "还没有意见"} why={liaison ? "组织部交本单位办理的代表意见，列在这里。" : "代表列席会议、参加民主评议会以后提出的意见，和录入的书面意见，都列在这里。"} /> : <OpinionTable rows={rows} named={!liaison} />}
        <Pager path={PATH} params={{ ...narrow, state }} total={total} page={page} size={PAGE} unit="件" sizes={[]} />
      </Card>
    </>
  );
}
