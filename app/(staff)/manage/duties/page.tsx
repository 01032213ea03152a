import type { Metadata } from "next";
import Link from "next/link";
import { DutyFilter } from "@/components/duties/duty-filter";
import { DutyTable, ReviewTable } from "@/components/duties/duty-table";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { ListBar } from "@/components/ui/list-bar";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Pager, RangeText } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { getDelegate } from "@/lib/delegates/queries";
import { stateNames } from "@/lib/duties/labels";
import { listYears } from "@/lib/duties/own-queries";
import { countDuties, listDuties, PAGE } from "@/lib/duties/queries";
import { dutyFilters, type Shelf } from "@/lib/duties/schema";
import { sumDuties } from "@/lib/duties/sum-queries";
import { sumsInWords } from "@/lib/duties/written";
import { may as mayImport } from "@/lib/duty-imports/policy";
import { displayName } from "@/lib/platform/chinese/name";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "履职记录" };

const PATH = "/manage/duties";
const shelves: readonly Shelf[] = [undefined, "SUBMITTED", "APPROVED", "REJECTED", "disputed", "REVOKED"];
const nameOf = (shelf: Shelf): string => (shelf === undefined ? "全部" : shelf === "disputed" ? "有异议" : stateNames[shelf]);

export default async function Page({ searchParams }: PageProps<"/manage/duties">) {
  const actor = await requireStaff();
  const filters = dutyFilters.parse(await searchParams);
  const { page, state, ...narrow } = filters;
  const liaison = actor.role === "UNIT_LIAISON";
  const shown = liaison ? [...shelves, "DRAFT" as const] : shelves;
  const d = filters.delegate ? await forPage(actor, getDelegate(actor, filters.delegate)) : null;
  const [{ rows, total }, counts, sums, years, units] = await Promise.all([listDuties(actor, filters), countDuties(actor, shown, narrow), sumDuties(actor, filters), listYears(actor), listUnitChoices(actor, { electing: true, ...(filters.unit ? { keep: filters.unit } : {}) })]);
  const href = (shelf: Shelf) => hrefWith(PATH, narrow, { state: shelf });
  const narrowed = state !== undefined || Object.values(narrow).some((value) => value !== undefined);
  const reviews = state === "SUBMITTED" && rows.some((row) => row.open.includes("approve"));
  const acts = (
    <>
      {mayImport(actor, "upload", { committeeId: actor.committeeId ?? "" }) ? <LinkButton href={`${PATH}/import`}>导入历史记录</LinkButton> : null}
      {liaison ? <LinkButton href={hrefWith(`${PATH}/new`, { delegate: filters.delegate }, {})} variant="primary">代为填报</LinkButton> : null}
    </>
  );
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "履职记录" }]} title="履职记录" {...(d ? { small: displayName(d.person.name) } : {})} acts={acts} />
      {d ? <div className="mb-3"><Notice title={`只列${displayName(d.person.name)}代表的履职`}><Link href={`/manage/delegates/${d.id}`} prefetch={false} className="underline">代表档案</Link>　<Link href={hrefWith(PATH, narrow, { state, delegate: undefined })} prefetch={false} className="underline">看全部代表</Link></Notice></div> : null}
      {filters.import ? <div className="mb-3"><Notice title="只列一次导入写入的记录"><Link href={`${PATH}/import/${filters.import}`} prefetch={false} className="underline">这次导入</Link>　<Link href={hrefWith(PATH, narrow, { state, import: undefined })} prefetch={false} className="underline">看全部记录</Link></Notice></div> : null}
      <DutyFilter path={PATH} filters={filters} years={years} units={units} named={d === null} />
      <Card bare>
        <Tabs label="按状态" current={href(state)} items={shown.map((shelf, i) => ({ href: href(shelf), label: nameOf(shelf), count: counts[i] ?? 0 }))} />
        {rows.length > 0 ? <ListBar aside={<span>{sumsInWords(sums)}</span>}><RangeText total={total} page={page} size={PAGE} unit="条" /></ListBar> : null}
        {rows.length === 0 ? <Empty title={narrowed ? "没有符合条件的履职记录" : "还没有履职记录"} why="代表在手机上填报、联络员代为填报、活动自动记录的履职，都列在这里。" /> : reviews ? <ReviewTable rows={rows} /> : <DutyTable rows={rows} />}
        <Pager path={PATH} params={{ ...narrow, state }} total={total} page={page} size={PAGE} unit="条" sizes={[]} />
      </Card>
    </>
  );
}
