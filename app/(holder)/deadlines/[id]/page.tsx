import type { Metadata } from "next";
import Link from "next/link";
import { ActForm } from "@/components/deadlines/act-form";
import { DeadlineSteps } from "@/components/deadlines/deadline-steps";
import { distance, dueDay } from "@/components/deadlines/words";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tag } from "@/components/ui/tag";
import { actNames, lightNames, lightTones } from "@/lib/deadlines/labels";
import { getDeadline } from "@/lib/deadlines/queries";
import { stepParam } from "@/lib/deadlines/schema";
import { ruleWords } from "@/lib/deadlines/words";
import { listReach } from "@/lib/messages/reach-queries";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireRole } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "期限" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireRole("OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "HANDLING_UNIT", "SUPERVISOR");
  const found = await forPage(actor, getDeadline(actor, (await params).id));
  const asked = stepParam.safeParse((await searchParams).step);
  const act = asked.success && found.open.includes(asked.data) ? asked.data : null;
  const reach = await listReach(actor, found.steps.map((step) => step.letter));
  const here = `/deadlines/${found.id}`;
  const acts = act ? null : found.open.map((one, i) => <LinkButton key={one} href={`${here}?step=${one}`} {...(i === 0 ? { variant: "primary" as const } : {})}>{actNames[one]}</LinkButton>);
  return (
    <>
      <PageHead crumb={[{ label: "期限", href: "/deadlines" }, { label: found.subjectName, ...(act ? { href: here } : {}) }, ...(act ? [{ label: actNames[act] }] : [])]} title={act ? actNames[act] : found.actName} small={found.subjectName}
        kind={<Tag tone={lightTones[found.light]}>{lightNames[found.light]}</Tag>} acts={acts} />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="stack">
          {act ? <Card><ActForm act={act} of={found} /></Card> : null}
          <Card title="期限">
            <Describe items={[
              { term: "事项", value: actor.role === "SUPERVISOR" ? found.subjectName : <Link href={found.href} prefetch={false}>{found.subjectName}</Link> }, { term: "承办方", value: found.owner }, { term: "计入统计的单位", value: found.unitName },
              { term: "到期日", value: <span className="num">{dueDay(found)}，{distance(found)}</span> }, { term: "起算", value: <span className="num">{found.startedOn} 的次日</span> }, { term: "规则", value: ruleWords(found) },
            ]} />
          </Card>
        </div>
        <Card title="经过"><DeadlineSteps of={found} reach={reach} /></Card>
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
