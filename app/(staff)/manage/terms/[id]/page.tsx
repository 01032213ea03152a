import type { Metadata } from "next";
import { DelegationTable } from "@/components/terms/delegation-table";
import { GroupTable } from "@/components/terms/group-table";
import { AddDelegationForm, AddGroupForm } from "@/components/terms/place-forms";
import { TermFacts } from "@/components/terms/term-facts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { openTo } from "@/lib/terms/policy";
import { getCurrentTerm, getTerm, listDelegations, listGroups } from "@/lib/terms/queries";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "届次与代表团" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireStaff();
  const { id } = await params;
  const term = await forPage(actor, getTerm(actor, id));
  const open = openTo(actor, term);
  const arranges = open.includes("arrange");
  const [delegations, groups, units] = await Promise.all([listDelegations(actor, id), listGroups(actor, id), arranges ? listUnitChoices(actor, { electing: true }) : []]);
  const present = term.current ? null : await getCurrentTerm(actor);
  const succeeds = present !== null && term.startsOn >= present.startsOn;
  const acts = (
    <>
      {open.includes("edit") ? <LinkButton href={`/manage/terms/${id}/edit`}>修改资料</LinkButton> : null}
      {open.includes("makeCurrent") && succeeds ? <LinkButton href={`/manage/terms/${id}/change`} variant="primary">办理换届</LinkButton> : null}
      {open.includes("makeCurrent") && !succeeds ? <LinkButton href={`/manage/terms/${id}/current`} {...(present ? {} : { variant: "primary" })}>设为现任届次</LinkButton> : null}
    </>
  );
  const options = <T extends { id: string; name: string }>(rows: readonly T[]) => rows.map((row) => ({ value: row.id, label: row.name }));
  return (
    <>
      <PageHead crumb={[{ label: "届次与代表团", href: "/manage/terms" }, { label: term.name }]} title={term.name} small={term.ordinalName} kind={term.current ? <Tag tone="green">现任届次</Tag> : undefined} acts={acts} />
      <TermFacts term={term} />
      <Card title="代表团" id="delegations" aside={`${delegations.length} 个`} bare className="mt-3">
        {delegations.length > 0 ? <div className="mt-3"><DelegationTable termId={id} rows={delegations} arranges={arranges} /></div> : <Empty title="还没有代表团" why={arranges ? "在下方增加，或导入花名册时由系统按名册建立。" : "这一届还没有您单位代表所在的代表团。"} />}
        {arranges ? <div className="border-t border-line p-5"><AddDelegationForm termId={id} units={options(units)} /></div> : null}
      </Card>
      <Card title="代表小组" id="groups" aside={`${groups.length} 个`} bare className="mt-3">
        {groups.length > 0 ? <div className="mt-3"><GroupTable termId={id} rows={groups} arranges={arranges} /></div> : <p className="px-5 py-4 text-ink-2">还没有代表小组。小组用于闭会期间的活动，可以按需要设立。</p>}
        {arranges ? <div className="border-t border-line p-5"><AddGroupForm termId={id} delegations={options(delegations)} /></div> : null}
      </Card>
    </>
  );
}
