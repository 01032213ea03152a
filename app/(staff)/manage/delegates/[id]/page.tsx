import type { Metadata } from "next";
import Link from "next/link";
import { FigurePart } from "@/components/attendances/figure-part";
import { AccountPart } from "@/components/delegate-accounts/account-part";
import { OwnWordPart } from "@/components/delegates/own-word";
import { PhotoForm } from "@/components/delegates/photo-form";
import { RecordPage, type TabKey } from "@/components/delegates/record-page";
import { ImportLink } from "@/components/roster-imports/import-link";
import { RecordPart } from "@/components/delegates/record-parts";
import { HistoryTable } from "@/components/histories/history-table";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PrintFooter } from "@/components/ui/print-footer";
import { getFigure } from "@/lib/attendances/figure-queries";
import { delegateFlow, onRegister } from "@/lib/delegates/flow";
import { causeNames, photoRefusals } from "@/lib/delegates/labels";
import { listBack, STAFF_LIST, withBack } from "@/lib/delegates/list-back";
import { may, openTo } from "@/lib/delegates/policy";
import { getOwnWord } from "@/lib/delegates/own-queries";
import { getDelegate, getNeighbours } from "@/lib/delegates/queries";
import { recordFilters } from "@/lib/delegates/filters";
import { countOf } from "@/lib/duties/sum-queries";
import { listHistory } from "@/lib/histories/queries";
import { historyFilters } from "@/lib/histories/schema";
import { countKept } from "@/lib/contacts/queries";
import { getDelegateAccount } from "@/lib/delegate-accounts/queries";
import { countPapersOf } from "@/lib/papers/queries";
import { listPostsOf } from "@/lib/place-posts/queries";
import { formatInstant, now } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireStaff } from "@/lib/platform/guards";
import { listImportsOf } from "@/lib/roster-imports/queries";
import { may as mayTerminate } from "@/lib/terminations/policy";
import { listTerminationsOf } from "@/lib/terminations/queries";

export const metadata: Metadata = { title: "代表档案" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const address = await searchParams;
  const [asked, history] = [recordFilters.parse(address), historyFilters.parse(address)];
  const tabs: TabKey[] = may(actor, "readHistory", d) ? ["basic", "mandate", "changes"] : ["basic", "mandate"];
  const tab = tabs.includes(asked.tab) ? asked.tab : "basic";
  const here = `${STAFF_LIST}/${d.id}`;
  const back = listBack(asked.back);
  const neighbours = onRegister.includes(d.status) ? await getNeighbours(actor, d) : null;
  const reveals = may(actor, "revealMobile", d) || may(actor, "revealIdNumber", d);
  const [cases, imports, posts, papers, duties, contacts] = await Promise.all([listTerminationsOf(actor, d.id), listImportsOf(actor, d.id), listPostsOf(actor, d.id), countPapersOf(actor, d.id), countOf(actor, d.id), countKept(actor, d.id)]);
  const [ending, source] = [cases.find((t) => t.state === "PROPOSED"), imports.find((batch) => batch.added)];
  const ends = !ending && delegateFlow.next(d.status, "TERMINATE") && mayTerminate(actor, "propose", d);
  const [word, account, figure] = tab === "changes" ? [null, null, null] : await Promise.all([getOwnWord(actor, d), getDelegateAccount(actor, d), getFigure(actor, { delegateId: d.id })]);
  const acts = (
    <>
      {may(actor, "export", d) ? <LinkButton href={`${here}/form`}>登记表</LinkButton> : null}
      {ends ? <LinkButton href={withBack(`${here}/terminate`, back)}>提出终止资格</LinkButton> : null}
      {openTo(actor, d).length > 0 ? <LinkButton href={withBack(`${here}/status`, back)}>变更状态</LinkButton> : null}
      {may(actor, "edit", d) ? <LinkButton href={withBack(`${here}/edit`, back)} variant="primary">修改资料</LinkButton> : null}
    </>
  );
  return (
    <>
      {asked.photo ? <div className="mb-3" role="alert"><Notice tone="danger" title={photoRefusals[asked.photo]} /></div> : null}
      {ending ? <div className="mb-3"><Notice tone="warn" title="已提出终止资格，待党委决定">{causeNames[ending.cause]}，{ending.proposedBy} {ending.proposedOn} 提出。<Link href={`/manage/terminations/${ending.id}`} prefetch={false} className="underline">查看办理经过</Link></Notice></div> : null}
      <RecordPage path={STAFF_LIST} back={back} d={d} neighbours={neighbours} tab={tab} tabs={tabs} posts={posts} papers={{ href: `${here}/papers`, count: papers }} duties={{ href: `/manage/duties?delegate=${d.id}`, count: duties }} contacts={{ href: `${here}/contacts`, count: contacts }} acts={acts} beside={<>{figure ? <FigurePart figure={figure} path={`${here}/attendance`} /> : null}{word ? <OwnWordPart word={word} /> : null}{account ? <AccountPart id={d.id} account={account} /> : null}</>}
        photoForm={may(actor, "setPhoto", d) ? <PhotoForm id={d.id} has={d.person.photoAt !== null} /> : null}
        {...(source ? { source: <ImportLink batch={source} /> } : {})} {...(reveals ? { reveal: withBack(`${here}/reveal`, back) } : {})}>
        {tab === "changes" ? <HistoryTable path={here} back={asked.back} found={await listHistory(actor, d, history)} filters={history} imports={imports} /> : <RecordPart d={d} part={tab} />}
      </RecordPage>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
