import type { Metadata } from "next";
import { CoverageTable, share } from "@/components/contacts/coverage-table";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Figure, Figures } from "@/components/ui/figure";
import { hrefWith } from "@/components/ui/href";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tabs } from "@/components/ui/tabs";
import { definition } from "@/lib/contacts/labels";
import { countCoverage } from "@/lib/contacts/queries";
import { quarterName, quartersSince } from "@/lib/platform/quarters";
import { contactFilters } from "@/lib/contacts/schema";
import { gapNames } from "@/lib/delegates/gaps";
import { countGap } from "@/lib/delegates/gap-queries";
import { getRosterFrame } from "@/lib/delegates/queries";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { getTerm } from "@/lib/terms/queries";

export const metadata: Metadata = { title: "联系对象" };

const PATH = "/manage/contacts";

export default async function Page({ searchParams }: PageProps<"/manage/contacts">) {
  const actor = await requireStaff();
  const { quarter } = contactFilters.parse(await searchParams);
  const frame = await getRosterFrame(actor);
  if (!frame) return <><PageHead crumb={[{ label: "履职" }, { label: "联系对象" }]} title="联系对象" /><Card><Empty title="还没有届次" why="建立届次、代表在任后，在这里看联系对象和各季度的联系情况。" /></Card></>;
  const [{ rows, total }, without, term] = await Promise.all([countCoverage(actor, { termId: frame.termId, quarter }), countGap(actor, frame, "target"), getTerm(actor, frame.termId)]);
  const list = (show: string) => hrefWith(`${PATH}/list`, { quarter, show }, {});
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "联系对象" }]} title="联系对象" small={`${frame.termName}　${quarterName(quarter)}`} />
      <div className="mb-3">
        <Figures label={`${quarterName(quarter)}联系情况`}>
          <Figure label="联系对象" value={total.all} unit="个" href={list("all")} />
          <Figure label="已联系" value={total.covered} href={list("covered")} behind={share(total.covered, total.all)} />
          <Figure label="未联系" value={total.open} href={list("open")} />
          <Figure label={gapNames.target} value={without} unit="人" href="/manage/delegates?scope=active&gap=target" />
        </Figures>
        <p className="mt-2 text-13 text-ink-2">{definition}</p>
      </div>
      <Card bare>
        <Tabs label="按季度" current={hrefWith(PATH, { quarter }, {})} items={quartersSince(term.startsOn).slice(0, 8).map((q) => ({ href: hrefWith(PATH, { quarter: q }, {}), label: quarterName(q) }))} />
        {rows.length === 0 ? <Empty title="这一季度没有联系对象" why="代表在手机上登记，联络员和组织部也可以在代表档案里登记。" next={{ href: "/manage/delegates", label: "去花名册" }} /> : <CoverageTable rows={rows} total={total} quarter={quarter} />}
      </Card>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
