import type { Metadata } from "next";
import Link from "next/link";
import { OwnWordPart } from "@/components/delegates/own-word";
import { RecordPage, type TabKey } from "@/components/delegates/record-page";
import { RecordPart } from "@/components/delegates/record-parts";
import { HistoryTable } from "@/components/histories/history-table";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PrintFooter } from "@/components/ui/print-footer";
import { delegateFlow, onRegister } from "@/lib/delegates/flow";
import { causeNames } from "@/lib/delegates/labels";
import { may, openTo } from "@/lib/delegates/policy";
import { getOwnWord } from "@/lib/delegates/own-queries";
import { getDelegate, getNeighbours } from "@/lib/delegates/queries";
import { recordFilters } from "@/lib/delegates/filters";
import { listHistory } from "@/lib/histories/queries";
import { historyFilters } from "@/lib/histories/schema";
import { formatInstant, now } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireStaff } from "@/lib/platform/guards";
import { may as mayTerminate } from "@/lib/terminations/policy";
import { listTerminationsOf } from "@/lib/terminations/queries";

export const metadata: Metadata = { title: "代表档案" };

const PATH = "/manage/delegates";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const address = await searchParams;
  const [asked, history] = [recordFilters.parse(address), historyFilters.parse(address)];
  const tabs: TabKey[] = may(actor, "readHistory", d) ? ["basic", "mandate", "changes"] : ["basic", "mandate"];
  const tab = tabs.includes(asked.tab) ? asked.tab : "basic";
  const here = `${PATH}/${d.id}`;
  const neighbours = onRegister.includes(d.status) ? await getNeighbours(actor, d) : null;
  const reveals = may(actor, "revealMobile", d) || may(actor, "revealIdNumber", d);
  const ending = (await listTerminationsOf(actor, d.id)).find((t) => t.state === "PROPOSED");
  const ends = !ending && delegateFlow.next(d.status, "TERMINATE") && mayTerminate(actor, "propose", d);
  const word = tab === "changes" ? null : await getOwnWord(actor, d);
  const acts = (
    <>
      {ends ? <LinkButton href={`${here}/terminate`}>提出终止资格</LinkButton> : null}
      {openTo(actor, d).length > 0 ? <LinkButton href={`${here}/status`}>变更状态</LinkButton> : null}
      {may(actor, "edit", d) ? <LinkButton href={`${here}/edit`} variant="primary">修改资料</LinkButton> : null}
    </>
  );
  return (
    <>
      {ending ? <div className="mb-3"><Notice tone="warn" title="已提出终止资格，待党委决定">{causeNames[ending.cause]}，{ending.proposedBy} {ending.proposedOn} 提出。<Link href={`/manage/terminations/${ending.id}`} prefetch={false} className="underline">查看办理经过</Link></Notice></div> : null}
      <RecordPage path={PATH} d={d} neighbours={neighbours} tab={tab} tabs={tabs} acts={acts} beside={word ? <OwnWordPart word={word} /> : null} {...(reveals ? { reveal: `${here}/reveal` } : {})}>
        {tab === "changes" ? <HistoryTable path={here} found={await listHistory(actor, d, history)} filters={history} /> : <RecordPart d={d} part={tab} />}
      </RecordPage>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
