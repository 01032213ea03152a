import type { Metadata } from "next";
import { FindingForm, FindingsCard } from "@/components/researches/finding-parts";
import { ReportStepForm, reportStepOf, reportSteps } from "@/components/researches/report-forms";
import { RemarksCard, ReportCard } from "@/components/researches/report-parts";
import { ResearchFacts, RouteCard } from "@/components/researches/research-facts";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Card } from "@/components/ui/card";
import { requireDelegate } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getResearch, listFindings, listRemarks } from "@/lib/researches/queries";
import { pageParams } from "@/lib/researches/schema";

export const metadata: Metadata = { title: "调研" };

export default async function Page({ params, searchParams }: PageProps<"/my/researches/[id]">) {
  const actor = await requireDelegate();
  const [{ id }, { step, finding, refused }] = [await params, pageParams.parse(await searchParams)];
  const of = await forPage(actor, getResearch(actor, id));
  const here = `/my/researches/${of.id}`;
  const [findings, remarks] = await Promise.all([listFindings(actor, of), listRemarks(actor, of)]);
  if (step === "finding" && of.can.find) {
    const own = findings.find((f) => f.id === finding && f.mends);
    return <PhonePage title={own ? "修改所见" : "记录所见"} back={`${here}#findings`}><Card title={of.title}><FindingForm of={of} here={here} {...(own ? { finding: own } : {})} /></Card></PhonePage>;
  }
  const reports = reportStepOf(of, step);
  if (reports) return <PhonePage title={reportSteps[reports]} back={here}><Card title={of.title}><ReportStepForm step={reports} of={of} here={here} {...(refused ? { refused } : {})} /></Card></PhonePage>;
  return (
    <PhonePage title="调研" back="/my/researches">
      <div className="stack">
        <Card title={of.title}><ResearchFacts of={of} /></Card>
        {of.inside ? <FindingsCard of={of} here={here} findings={findings} {...(finding ? { at: finding } : {})} {...(refused ? { refused } : {})} /> : null}
        <ReportCard of={of} here={here} />
        <RemarksCard of={of} here={here} remarks={remarks} />
        <RouteCard of={of} />
      </div>
    </PhonePage>
  );
}
