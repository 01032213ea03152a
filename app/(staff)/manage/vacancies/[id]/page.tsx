import type { Metadata } from "next";
import Link from "next/link";
import { CloseForm, ReopenForm } from "@/components/vacancies/vacancy-acts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tag } from "@/components/ui/tag";
import { statusNames } from "@/lib/delegates/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { eventNames, stateNames, stateTones } from "@/lib/vacancies/labels";
import { getVacancy } from "@/lib/vacancies/queries";

export const metadata: Metadata = { title: "代表缺额" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const person = (d: { id: string; person: { name: string } }) => <Link href={`/manage/delegates/${d.id}`} prefetch={false}>{displayName(d.person.name)}</Link>;

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const of = await forPage(actor, getVacancy(actor, (await params).id));
  const here = `/manage/vacancies/${of.id}`;
  const closing = (await searchParams).step === "close" && of.open.includes("close");
  const name = displayName(of.delegate.person.name);
  const acts = closing ? null : (
    <>
      {of.open.includes("close") ? <LinkButton href={`${here}?step=close`}>{eventNames.close}</LinkButton> : null}
      {of.open.includes("fill") ? <LinkButton href={`${here}/elect`} variant="primary">{eventNames.fill}</LinkButton> : null}
    </>
  );
  const filled = of.filledBy ? [
    { term: "补选产生的代表", value: person(of.filledBy) }, { term: "当选日期", value: of.filledBy.electedOn ?? "—" }, { term: "会议或文件", value: of.meeting ?? "—" },
    { term: "应选名额", value: String(of.seats ?? "—") }, { term: "候选人数", value: String(of.candidates ?? "—") },
  ] : [];
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "代表缺额", href: "/manage/vacancies" }, { label: name, ...(closing ? { href: here } : {}) }, ...(closing ? [{ label: eventNames.close }] : [])]} title="代表缺额" small={name}
        kind={<Tag tone={stateTones[of.state]}>{stateNames[of.state]}</Tag>} acts={acts} />
      <div className="stack max-w-3xl">
        {closing ? <Card><p className="mb-4 text-ink-2">登记后，这个名额不再列为待补选；届内改变主意的，可以恢复补选。</p><CloseForm of={of} /></Card> : null}
        <Card title="空出的名额">
          <Describe items={[
            { term: "离任的代表", value: person(of.delegate) }, { term: "原因", value: statusNames[of.delegate.status] }, { term: "空缺自", value: of.openedOn },
            { term: "选举单位", value: of.unit.parentId ? of.unit.name : "未填" }, { term: "代表团", value: of.delegation.name }, { term: "届次", value: of.termName },
            ...(of.note ? [{ term: "不再补选的理由", value: of.note }] : []),
          ]} />
          {of.open.includes("reopen") ? <div className="mt-4"><ReopenForm of={of} /></div> : null}
        </Card>
        {filled.length > 0 ? <Card title="补选结果"><Describe items={filled} /></Card> : null}
      </div>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
