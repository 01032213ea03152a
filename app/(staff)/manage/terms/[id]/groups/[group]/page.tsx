import type { Metadata } from "next";
import { MembersCard } from "@/components/delegates/members-card";
import { PostsCard } from "@/components/place-posts/posts-card";
import { DelegationField, PlaceForm, RenameField } from "@/components/terms/place-forms";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { delegateFilters } from "@/lib/delegates/filters";
import { getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { may } from "@/lib/place-posts/policy";
import { listCandidates, listPosts } from "@/lib/place-posts/queries";
import { today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { removeGroup, renameGroup, setGroupDelegation } from "@/lib/terms/actions";
import { may as mayArrange } from "@/lib/terms/policy";
import { getGroup, getTerm, listDelegations } from "@/lib/terms/queries";

export const metadata: Metadata = { title: "代表小组" };

export default async function Page({ params }: { params: Promise<{ id: string; group: string }> }) {
  const actor = await requireStaff();
  const { id: termId, group } = await params;
  const [term, row] = await forPage(actor, Promise.all([getTerm(actor, termId), getGroup(actor, termId, group)]));
  const [arranges, appoints] = [mayArrange(actor, "arrange", term), may(actor, "appoint", term)];
  const [of, asked] = [{ termId, place: "group" as const, placeId: group }, { term: termId, group }];
  const frame = await getRosterFrame(actor, asked, today());
  const [members, posts, candidates, delegations] = await Promise.all([
    frame ? listDelegates(actor, delegateFilters.parse({ ...asked, size: 100 }), frame) : { rows: [], total: 0 }, listPosts(actor, of), appoints ? listCandidates(actor, of) : [], arranges ? listDelegations(actor, termId) : [],
  ]);
  return (
    <>
      <PageHead crumb={[{ label: "届次与代表团", href: "/manage/terms" }, { label: term.name, href: `/manage/terms/${termId}` }, { label: row.name }]} title={row.name} small={row.delegationName ?? "跨代表团"} />
      <div className="stack">
        <PostsCard of={of} posts={posts} liaisons={[]} keeps={appoints} candidates={candidates} />
        <MembersCard asked={asked} rows={members.rows} total={members.total} keeps={arranges} />
        {arranges ? (
          <div className="no-print grid items-start gap-3 lg:grid-cols-2">
            <Card title="更名"><PlaceForm place={row} action={renameGroup} submit="保存名称" id="rename"><RenameField name={row.name} /></PlaceForm></Card>
            <Card title="所属代表团"><PlaceForm place={row} action={setGroupDelegation} submit="保存所属代表团" id="delegation"><DelegationField delegations={delegations.map((d) => ({ value: d.id, label: d.name }))} delegationId={row.delegationId} /></PlaceForm></Card>
            <Card title="删除代表小组">
              <p className="text-ink-2">小组里没有代表时才能删除。</p>
              <PlaceForm place={row} action={removeGroup} submit="删除这个小组" id="remove" danger />
            </Card>
          </div>
        ) : null}
      </div>
    </>
  );
}
