import type { Metadata } from "next";
import Link from "next/link";
import { AskedTable } from "@/components/corrections/asked-fields";
import { ProofLink } from "@/components/corrections/proof-part";
import { RevealForm, slugs, StepForm } from "@/components/corrections/step-form";
import { StepList } from "@/components/corrections/step-list";
import { DeadlineCard } from "@/components/deadlines/deadline-card";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tag } from "@/components/ui/tag";
import { effects, eventNames, stateTones } from "@/lib/corrections/labels";
import { may } from "@/lib/corrections/policy";
import { getComparison, listSteps } from "@/lib/corrections/queries";
import { statusNames } from "@/lib/delegates/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "更正申请" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const found = await forPage(actor, getComparison(actor, (await params).id));
  const { step } = await searchParams;
  const event = found.open.find((e) => slugs[e] === step);
  const reveals = may(actor, "reveal", found.facts) && found.rows.some((row) => row.now?.includes("*"));
  const here = `/manage/corrections/${found.id}`;
  const name = displayName(found.name);
  const title = event ? eventNames[event] : step === "reveal" && reveals ? "查看完整内容" : "更正申请";
  const acts = event ? null : found.open.map((e, i) => <LinkButton key={e} href={`${here}?step=${slugs[e]}`} {...(i === 0 && e !== "sendBack" ? { variant: "primary" } : {})}>{eventNames[e]}</LinkButton>);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "更正申请", href: "/manage/corrections" }, { label: name, ...(title === "更正申请" ? {} : { href: here }) }, ...(title === "更正申请" ? [] : [{ label: title }])]} title={title} small={name}
        kind={<Tag tone={stateTones[found.state]}>{found.stateName}</Tag>} acts={acts} />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="stack">
          {found.state === "SUBMITTED" && !found.hasLiaison ? <Notice title="选举单位没有联络员">这一件由组织部直接审核，不经联络员核实。</Notice> : null}
          {found.rows.some((row) => row.moved) && found.open.includes("approve") ? <Notice tone="warn" title="提交以后，登记的内容已经变动">请对照“现在登记”一栏，再决定是否按申请更正。</Notice> : null}
          <Card bare title="申请更正的内容" aside={reveals ? <Link href={`${here}?step=reveal`} prefetch={false}>查看完整内容</Link> : undefined}><AskedTable rows={found.rows} /></Card>
          {event === "confirm" || event === "approve" || event === "sendBack" ? <Card title={eventNames[event]}><p className="mb-4 text-ink-2">{effects[event]}</p><StepForm event={event} of={found} /></Card> : null}
          {title === "查看完整内容" ? <Card title={title}><p className="mb-4 text-ink-2">只在提交后显示一次。查看人、时间和理由记入审计。</p><RevealForm of={found} back={here} /></Card> : null}
          <Card title="申请人和理由">
            <Describe items={[
              { term: "代表", value: <Link href={`/manage/delegates/${found.delegateId}`} prefetch={false}>{name}</Link> }, { term: "现在的状态", value: statusNames[found.status] }, { term: "代表团", value: found.delegation }, { term: "选举单位", value: found.unit },
              { term: "理由", value: <span className="whitespace-pre-line">{found.reason}</span>, full: true }, { term: "证明材料", value: <ProofLink of={found} href={`${here}/proof`} />, full: true },
            ]} />
          </Card>
        </div>
        <div className="stack"><Card title="办理经过"><StepList of={found} steps={await listSteps(actor, found)} /></Card><DeadlineCard actor={actor} subject={["CorrectionRequest", found.id]} /></div>
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
