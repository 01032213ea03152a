import type { Metadata } from "next";
import Link from "next/link";
import { MembersCard } from "@/components/delegates/members-card";
import { PostsCard } from "@/components/place-posts/posts-card";
import { PlaceForm, RenameField, UnitField } from "@/components/terms/place-forms";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { delegateFilters } from "@/lib/delegates/filters";
import { getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { may } from "@/lib/place-posts/policy";
import { listCandidates, listPosts, listUnitLiaisons } from "@/lib/place-posts/queries";
import { today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { removeDelegation, renameDelegation, setDelegationUnit } from "@/lib/terms/actions";
import { may as mayArrange } from "@/lib/terms/policy";
import { getDelegation, getTerm, listGroups } from "@/lib/terms/queries";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "代表团" };

export default async function Page({ params }: { params: Promise<{ id: string; delegation: string }> }) {
  const actor = await requireStaff();
  const { id: termId, delegation } = await params;
  const [term, row] = await forPage(actor, Promise.all([getTerm(actor, termId), getDelegation(actor, termId, delegation)]));
  const [arranges, appoints] = [mayArrange(actor, "arrange", term), may(actor, "appoint", term)];
  const [of, asked] = [{ termId, place: "delegation" as const, placeId: delegation }, { term: termId, delegation }];
  const frame = await getRosterFrame(actor, asked, today());
  const [members, posts, liaisons, candidates, groups, units] = await Promise.all([
    frame ? listDelegates(actor, delegateFilters.parse({ ...asked, size: 100 }), frame) : { rows: [], total: 0 }, listPosts(actor, of),
    appoints ? listUnitLiaisons(actor, delegation) : [], appoints ? listCandidates(actor, of) : [], listGroups(actor, termId), arranges ? listUnitChoices(actor, { electing: true, ...(row.unitId ? { keep: row.unitId } : {}) }) : [],
  ]);
  const own = groups.filter((group) => group.delegationId === delegation);
  return (
    <>
      <PageHead crumb={[{ label: "届次与代表团", href: "/manage/terms" }, { label: term.name, href: `/manage/terms/${termId}` }, { label: row.name }]} title={row.name} small={row.unitName ? `对应选举单位：${row.unitName}` : term.name} />
      <div className="stack">
        <PostsCard of={of} posts={posts} liaisons={liaisons} keeps={appoints} candidates={candidates} />
        {own.length > 0 ? (
          <Card title="代表小组" aside={`${own.length} 个`}>
            <ul className="flex flex-wrap gap-x-6 gap-y-1">{own.map((group) => <li key={group.id}><Link prefetch={false} href={`/manage/terms/${termId}/groups/${group.id}`}>{group.name}</Link><span className="num ml-1 text-ink-3">{group.delegates} 人</span></li>)}</ul>
          </Card>
        ) : null}
        <MembersCard asked={asked} rows={members.rows} total={members.total} keeps={arranges} />
        {arranges ? (
          <div className="no-print grid items-start gap-3 lg:grid-cols-2">
            <Card title="更名"><PlaceForm place={row} action={renameDelegation} submit="保存名称" id="rename"><RenameField name={row.name} /></PlaceForm></Card>
            <Card title="对应的选举单位">
              <PlaceForm place={row} action={setDelegationUnit} submit="保存选举单位" id="unit"><UnitField units={units.map((u) => ({ value: u.id, label: u.name }))} unitId={row.unitId} /></PlaceForm>
              <p className="mt-3 text-sm text-ink-3">已登记代表的选举单位不随之改变，需要时批量调整。</p>
            </Card>
            <Card title="删除代表团">
              <p className="text-ink-2">代表团里没有代表和小组时才能删除。</p>
              <PlaceForm place={row} action={removeDelegation} submit="删除这个代表团" id="remove" danger />
            </Card>
          </div>
        ) : null}
      </div>
    </>
  );
}
