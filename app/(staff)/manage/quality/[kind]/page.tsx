import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FlawedTable, UnwatchedTable } from "@/components/quality/flawed-table";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { ListBar } from "@/components/ui/list-bar";
import { PageHead } from "@/components/ui/page-head";
import { Pager, RangeText } from "@/components/ui/pager";
import { may as mayDelegate } from "@/lib/delegates/policy";
import type { AccountActor } from "@/lib/platform/actor";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { advice, kindNames, UNWATCHED, type Kind } from "@/lib/quality/labels";
import { countFlawed, getQualityFrame, listFlawed, listUnwatched, PAGE, type QualityFrame } from "@/lib/quality/queries";
import { kindParam, qualityFilters } from "@/lib/quality/schema";
import { listTwins } from "@/lib/quality/twin-queries";

export const metadata: Metadata = { title: "数据质量" };

const PATH = "/manage/quality";

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const mends = (actor: AccountActor) => mayDelegate(actor, "edit", { committeeId: actor.committeeId });

async function Rows({ actor, kind, frame, page }: { actor: AccountActor; kind: Kind; frame: QualityFrame; page: number }) {
  if (kind === UNWATCHED) return <UnwatchedTable title={kindNames[kind]} rows={await listUnwatched(actor, frame, page)} />;
  const rows = await listFlawed(actor, kind, frame, page);
  const twins = kind === "sameName" || kind === "sameMobile" ? await listTwins(actor, kind, rows.map((d) => d.personId)) : null;
  return <FlawedTable kind={kind} title={kindNames[kind]} rows={rows} opensOn={frame.opensOn} twins={twins} mends={mends(actor)} />;
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const kind = kindParam.safeParse((await params).kind);
  if (!kind.success) notFound();
  const asked = qualityFilters.parse(await searchParams);
  const frame = await forPage(actor, getQualityFrame(actor, asked.term));
  if (!frame) notFound();
  const total = await forPage(actor, countFlawed(actor, kind.data, frame));
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / PAGE)));
  const title = kindNames[kind.data];
  const unit = kind.data === UNWATCHED ? "个" : "人";
  const query = asked.term ? `?term=${frame.termId}` : "";
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "数据质量", href: `${PATH}${query}` }, { label: title }]} title={title} small={frame.termName} />
      <p className="mb-3 max-w-180 text-ink-2">{advice[kind.data]}{mends(actor) ? null : "改正由组织部经办办理，请与其联系。"}</p>
      <Card bare>
        {total === 0 ? <Empty title={`没有发现“${title}”`} why="改正以后，名单随即减少。" next={{ href: `${PATH}${query}`, label: "看其他各项" }} /> : (
          <>
            <ListBar><RangeText total={total} page={page} size={PAGE} unit={unit} /></ListBar>
            <Rows actor={actor} kind={kind.data} frame={frame} page={page} />
          </>
        )}
        <Pager path={`${PATH}/${kind.data}`} params={asked.term ? { term: asked.term } : {}} total={total} page={page} size={PAGE} unit={unit} sizes={[]} />
      </Card>
    </>
  );
}
