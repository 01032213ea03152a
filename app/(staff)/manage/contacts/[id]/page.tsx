import type { Metadata } from "next";
import { EditContactForm, LeaveContactForms } from "@/components/contacts/contact-forms";
import { ContactFacts, MeetingRows } from "@/components/contacts/contact-parts";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { getContact, listMeetings } from "@/lib/contacts/queries";
import { contactParams } from "@/lib/contacts/schema";
import { getDelegate } from "@/lib/delegates/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { isoOf, today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "联系对象" };

export default async function Page({ params, searchParams }: PageProps<"/manage/contacts/[id]">) {
  const actor = await requireStaff();
  const of = await forPage(actor, getContact(actor, (await params).id));
  const { page, step } = contactParams.parse(await searchParams);
  const [here, list, name] = [`/manage/contacts/${of.id}`, `/manage/delegates/${of.delegateId}/contacts`, displayName(of.person)];
  const [{ rows, total }, d] = await Promise.all([listMeetings(actor, of.id, page), forPage(actor, getDelegate(actor, of.delegateId))]);
  const edits = of.edits && step === "edit";
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: "/manage/delegates" }, { label: name, href: `/manage/delegates/${of.delegateId}` }, { label: "联系对象", href: list }, { label: of.name }]} title={of.name} small={`${name}代表的联系对象`} acts={<>{of.edits && !edits ? <LinkButton href={`${here}?step=edit`}>修改</LinkButton> : null}<LinkButton href={list}>返回联系对象</LinkButton></>} />
      <div className="stack">
        <Card className="max-w-2xl">{edits ? <EditContactForm of={of} begins={isoOf(d.term.startsOn)} today={today()} back={here} /> : <ContactFacts of={of} />}</Card>
        {edits ? null : <><Card title={`联系记录　${total} 条`}><MeetingRows rows={rows} at="/manage/duties" /><Pager path={here} params={{}} total={total} page={page} size={20} unit="条" sizes={[]} /></Card>{of.edits ? <LeaveContactForms of={of} today={today()} /> : null}</>}
      </div>
    </>
  );
}
