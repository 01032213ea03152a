import type { Metadata } from "next";
import { ActivityFacts, SessionTable } from "@/components/activities/activity-facts";
import { ActivitySteps } from "@/components/activities/activity-steps";
import { ListCounts } from "@/components/activities/list-counts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tag } from "@/components/ui/tag";
import { stateNames, stateTones } from "@/lib/activities/labels";
import { countParticipations, getActivity } from "@/lib/activities/queries";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireRole } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "活动" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRole("LEADER");
  const found = await forPage(actor, getActivity(actor, (await params).id));
  const counts = await countParticipations(actor, found.id);
  return (
    <>
      <PageHead crumb={[{ label: "活动", href: "/overview/activities" }, { label: found.title }]} title={found.title} kind={<Tag tone={stateTones[found.state]}>{stateNames[found.state]}</Tag>} acts={found.kind === "RESEARCH" ? <LinkButton href={`/overview/researches/${found.id}`}>调研报告</LinkButton> : null} />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="stack"><ActivityFacts of={found} /><SessionTable of={found} /></div>
        <div className="stack"><ListCounts of={found} counts={counts} /><Card title="进展"><ActivitySteps of={found} /></Card></div>
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
