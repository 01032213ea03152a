import type { Metadata } from "next";
import { inOrder } from "@/components/delegates/status-rail";
import { PaperForm, PaperList } from "@/components/papers/paper-parts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { causeNames, eventNames } from "@/lib/delegates/labels";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import { getDelegate } from "@/lib/delegates/queries";
import { may } from "@/lib/papers/policy";
import { listPapersOf } from "@/lib/papers/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { formatDateLong, formatInstant } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "依据附件" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const refused = [(await searchParams).refused].flat()[0];
  const papers = await listPapersOf(actor, d.id);
  const [here, name] = [`${STAFF_LIST}/${d.id}`, displayName(d.person.name)];
  const attaches = may(actor, "attach", d);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: STAFF_LIST }, { label: name, href: here }, { label: "依据附件" }]} title="依据附件" small={`${name}\u3000${d.term.name}`} acts={<LinkButton href={here}>返回代表档案</LinkButton>} />
      {refused ? <div className="mb-3" role="alert"><Notice tone="danger" title={refused.slice(0, 300)} /></div> : null}
      <div className="stack max-w-3xl" id="papers">
        {inOrder(d.statusEvents).map((event) => (
          <Card key={event.id} title={eventNames[event.event]} aside={formatDateLong(event.effectiveOn.toISOString())}>
            <p className="mb-3 text-ink-2">{[event.cause && causeNames[event.cause], event.basis].filter(Boolean).join("，") || "没有填写依据"}。{formatInstant(event.recordedAt)} 登记。</p>
            <PaperList papers={papers.filter((paper) => paper.statusEventId === event.id)} removes={may(actor, "remove", d)} back={`${here}/papers`} />
            {attaches ? <PaperForm action={`${here}/papers/upload`} event={event.id} /> : null}
          </Card>
        ))}
      </div>
    </>
  );
}
