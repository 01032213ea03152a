import type { Metadata } from "next";
import { ChangeForm } from "@/components/term-changes/change-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { hrefOf } from "@/lib/delegates/filters";
import { today } from "@/lib/platform/clock";
import { requireRole } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getReadiness, listContinuing, type Readiness } from "@/lib/term-changes/queries";
import { getTerm } from "@/lib/terms/queries";

export const metadata: Metadata = { title: "办理换届" };

/** A number that leads to exactly its rows; none leads nowhere. */
const Heads = ({ count, href, unit = "人", then }: { count: number; href: string; unit?: string; then: string }) => <>{count > 0 ? <><a href={href} className="underline">{count} {unit}</a>，{then}</> : <>0 {unit}</>}</>;

function Before({ of }: { of: Readiness }) {
  const roster = (status: "ACTIVE" | "SUSPENDED" | "PENDING_REVIEW") => hrefOf("/manage/delegates", { term: of.from.id, status });
  return (
    <Card title={`一、上一届：${of.from.name}`}>
      <Describe items={[
        { term: "任期", value: `${of.from.startsOn} 至 ${of.from.endsOn}` }, { term: "在任", value: <Heads count={of.active} href={roster("ACTIVE")} then="换届后任期届满" /> }, { term: "暂停履职", value: <Heads count={of.suspended} href={roster("SUSPENDED")} then="换届后任期届满" /> },
        { term: "待资格审查", value: <Heads count={of.pending} href={roster("PENDING_REVIEW")} then="须先办结" /> }, { term: "资格终止", value: <Heads count={of.openTerminations} href="/manage/terminations?state=PROPOSED" unit="件" then="待党委决定，须先办结" /> },
        { term: "待补选的缺额", value: <Heads count={of.openVacancies} href="/manage/vacancies?state=OPEN" unit="个" then="换届后不再补选" /> },
      ]} />
    </Card>
  );
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRole("OFFICE_HEAD");
  const { id } = await params;
  const term = await forPage(actor, getTerm(actor, id));
  const ready = await forPage(actor, getReadiness(actor, id));
  const head = <PageHead crumb={[{ label: "届次与代表团", href: "/manage/terms" }, { label: term.name, href: `/manage/terms/${id}` }, { label: "办理换届" }]} title="办理换届" small={term.name} />;
  if (!ready) return <>{head}<Empty title={term.current ? "这一届已是现任届次" : "还没有现任届次"} why={term.current ? "换届已经办理，不需要再办理。" : "没有上一届，不需要办理换届，直接设为现任届次即可。"} next={term.current ? { href: `/manage/terms/${id}`, label: "返回届次" } : { href: `/manage/terms/${id}/current`, label: "设为现任届次" }} /></>;
  const people = ready.hindrances.length > 0 ? null : await listContinuing(actor, ready);
  return (
    <>
      {head}
      <div className="stack max-w-4xl">
        <Before of={ready} />
        {ready.hindrances.length > 0
          ? <Notice tone="warn" title="现在还不能换届"><ul className="list-disc pl-5">{ready.hindrances.map((why) => <li key={why}>{why}</li>)}</ul><p className="mt-3"><LinkButton href={`/manage/terms/${id}`}>返回届次</LinkButton></p></Notice>
          : <ChangeForm of={ready} people={people} today={today()} />}
      </div>
    </>
  );
}
