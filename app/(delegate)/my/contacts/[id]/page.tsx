import type { Metadata } from "next";
import { EditContactForm, LeaveContactForms } from "@/components/contacts/contact-forms";
import { ContactFacts, MeetingRows } from "@/components/contacts/contact-parts";
import { PhonePage } from "@/components/shell/delegate-shell";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pager } from "@/components/ui/pager";
import { SectionHead } from "@/components/ui/rows";
import { getContact, listMeetings } from "@/lib/contacts/queries";
import { contactParams } from "@/lib/contacts/schema";
import { getDelegate } from "@/lib/delegates/queries";
import { isoOf, today } from "@/lib/platform/clock";
import { requireDelegate } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "联系对象" };

export default async function Page({ params, searchParams }: PageProps<"/my/contacts/[id]">) {
  const actor = await requireDelegate();
  const of = await forPage(actor, getContact(actor, (await params).id));
  const { page, step } = contactParams.parse(await searchParams);
  const here = `/my/contacts/${of.id}`;
  if (step === "edit" && of.edits) {
    const d = await forPage(actor, getDelegate(actor, of.delegateId));
    return <PhonePage title="修改联系对象" back={here}><EditContactForm of={of} begins={isoOf(d.term.startsOn)} today={today()} back={here} /></PhonePage>;
  }
  const { rows, total } = await listMeetings(actor, of.id, page);
  return (
    <PhonePage title="联系对象" back="/my/contacts">
      <div className="stack">
        <Card title={of.name}><ContactFacts of={of} /></Card>
        {of.edits ? <LinkButton href={`/my/duties/new?kind=CONTACT&contact=${of.id}`} variant="primary" wide>记一次联系</LinkButton> : null}
        {of.edits ? <LinkButton href={`${here}?step=edit`} wide>修改</LinkButton> : null}
      </div>
      <SectionHead title="联系记录" note={`${total} 条`} />
      <MeetingRows rows={rows} at="/my/duties" />
      <Pager path={here} params={{}} total={total} page={page} size={20} unit="条" sizes={[]} />
      {of.edits ? <div className="mt-4"><LeaveContactForms of={of} today={today()} /></div> : null}
    </PhonePage>
  );
}
