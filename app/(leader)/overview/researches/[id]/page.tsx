import type { Metadata } from "next";
import { FindingsCard } from "@/components/researches/finding-parts";
import { ReportStepForm, reportStepOf, reportSteps } from "@/components/researches/report-forms";
import { RemarksCard, ReportCard } from "@/components/researches/report-parts";
import { ResearchFacts, RouteCard } from "@/components/researches/research-facts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireRole } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getResearch, listFindings, listRemarks } from "@/lib/researches/queries";
import { pageParams } from "@/lib/researches/schema";

export const metadata: Metadata = { title: "调研视察" };

export default async function Page({ params, searchParams }: PageProps<"/overview/researches/[id]">) {
  const actor = await requireRole("LEADER");
  const [{ id }, { step }] = [await params, pageParams.parse(await searchParams)];
  const of = await forPage(actor, getResearch(actor, id));
  const here = `/overview/researches/${of.id}`;
  const [findings, remarks] = await Promise.all([listFindings(actor, of), listRemarks(actor, of)]);
  const form = reportStepOf(of, step);
  return (
    <>
      <PageHead crumb={[{ label: "调研视察", href: "/overview/researches" }, { label: of.title, ...(form ? { href: here } : {}) }, ...(form ? [{ label: reportSteps[form] }] : [])]} title={form ? reportSteps[form] : of.title} {...(form ? { small: of.title } : {})}
        acts={form ? null : <LinkButton href={`/overview/activities/${of.id}`}>活动情况</LinkButton>} />
      {form ? <Card><ReportStepForm step={form} of={of} here={here} /></Card> : (
        <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="stack"><ReportCard of={of} here={here} /><RemarksCard of={of} here={here} remarks={remarks} />{findings.length > 0 ? <FindingsCard of={of} here={here} findings={findings} /> : null}</div>
          <div className="stack"><Card title="调研情况"><ResearchFacts of={of} /></Card><RouteCard of={of} /></div>
        </div>
      )}
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
