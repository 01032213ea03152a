import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { InvitationRows } from "@/components/participations/invitation-rows";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { getActivity } from "@/lib/activities/queries";
import { delegateFilters, hrefOf, listOf } from "@/lib/delegates/filters";
import { inviteDelegates } from "@/lib/participations/actions";
import { previewInvitation } from "@/lib/participations/invite-queries";
import { fieldNames, MOST_LISTED } from "@/lib/participations/labels";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "核对所选代表" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const told = { DRAFT: "现在还没有人收到通知；活动发布时一并通知。", PUBLISHED: "列入后，他们随即收到通知。" } as const;

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const found = await forPage(actor, getActivity(actor, (await params).id));
  if (!found.can.invite) forbidden();
  const { asOf: _day, term: _term, ...asked } = await searchParams;
  const filters = { ...delegateFilters.parse(asked), page: 1, size: 50 as const, cols: undefined };
  const list = listOf(filters);
  const base = `/manage/activities/${found.id}/participants`;
  const back = hrefOf(`${base}/invite`, filters);
  const chosen = await previewInvitation(actor, found, list);
  const passed = chosen ? [...(chosen.listed > 0 ? [`${chosen.listed} 人已在名单中`] : []), ...(chosen.notActive.length > 0 ? [`${chosen.notActive.slice(0, 5).join("、")}${chosen.notActive.length > 5 ? ` 等 ${chosen.notActive.length} 人` : ""}不是在任代表`] : [])] : [];
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "活动", href: "/manage/activities" }, { label: found.title, href: `/manage/activities/${found.id}` }, { label: "名单", href: base }, { label: "列入代表", href: back }, { label: "核对" }]} title="核对所选代表" small={found.title} />
      {!chosen || chosen.heads === 0 ? <Card><Empty title="没有可以列入的代表" why={passed.length > 0 ? `所选的代表中，${passed.join("，")}。` : "还没有选择代表。请勾选代表，或按条件查询后选中全部。"} next={{ href: back, label: "重新选择" }} /></Card> : (
        <div className="stack max-w-4xl">
          {passed.length > 0 ? <Notice tone="info" title="略过">{passed.join("，")}，不再列入。</Notice> : null}
          {chosen.tooMany ? <Notice tone="danger" title={`一次活动的名单最多 ${MOST_LISTED} 人`}>请减少所选的代表。</Notice> : null}
          <Card title={`列入 ${chosen.heads} 人`} aside={`在任代表中另有 ${chosen.leftOut} 人不在名单上`}>
            <Describe columns="two" items={[{ term: "本届未列席过会议", value: `${chosen.neverMet} 人` }, { term: "生产和工作一线", value: `${chosen.frontLine} 人` }, { term: "女代表", value: `${chosen.women} 人` }, { term: "少数民族代表", value: `${chosen.minorities} 人` }]} />
            {chosen.tooMany || (found.state !== "DRAFT" && found.state !== "PUBLISHED") ? null : (
              <ActionForm action={inviteDelegates} formKey={randomUUID()} id="invite" labels={fieldNames} submit={`列入 ${chosen.heads} 人`} beside={<LinkButton href={back} variant="plain">重新选择</LinkButton>}>
                <input type="hidden" name="id" value={found.id} /><input type="hidden" name="list" value={list} /><input type="hidden" name="expected" value={chosen.seal} />
                <p className="mt-3 text-ink-2">{told[found.state]}</p>
              </ActionForm>
            )}
          </Card>
          <Card bare><InvitationRows rows={chosen.rows} /></Card>
        </div>
      )}
    </>
  );
}
