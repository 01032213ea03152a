import type { Metadata } from "next";
import { AddContactForm } from "@/components/contacts/contact-forms";
import { ContactTable } from "@/components/contacts/contact-parts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { may } from "@/lib/contacts/policy";
import { listContactsOf, metNow } from "@/lib/contacts/queries";
import { getDelegate } from "@/lib/delegates/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { isoOf, today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { getRule } from "@/lib/rules/queries";

export const metadata: Metadata = { title: "联系对象" };

export default async function Page({ params }: PageProps<"/manage/delegates/[id]/contacts">) {
  const actor = await requireStaff();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const [here, name] = [`/manage/delegates/${d.id}`, displayName(d.person.name)];
  const [{ kept, ended }, met, least] = await Promise.all([listContactsOf(actor, d.id), metNow(actor, d.id), getRule(actor, "contact.targets", { unitId: d.unitId, on: today() })]);
  const adds = d.status === "ACTIVE" && may(actor, "add", { ...d, personId: d.personId });
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: "/manage/delegates" }, { label: name, href: here }, { label: "联系对象" }]} title="联系对象" small={`${name}　${d.term.name}`} acts={<LinkButton href={here}>返回代表档案</LinkButton>} />
      <div className="stack">
        <Card bare title={`现有 ${kept.length} 个，本季度已联系 ${kept.filter(({ id }) => met.has(id)).length} 个`} aside={`要求 ${least.value} 个以上，${least.source}`}>
          {kept.length === 0 ? <Empty title="还没有联系对象" why="由代表本人在手机上登记，也可以在下面代为登记。" /> : <ContactTable rows={kept} whose={false} caption={`${name}的联系对象`} />}
        </Card>
        {adds ? <Card title="登记联系对象" className="max-w-2xl"><AddContactForm delegateId={d.id} begins={isoOf(d.term.startsOn)} today={today()} /></Card> : null}
        {ended.length > 0 ? <Card bare title={`已结束联系的　${ended.length} 个`}><ContactTable rows={ended} whose={false} caption="已结束联系的" /></Card> : null}
      </div>
    </>
  );
}
