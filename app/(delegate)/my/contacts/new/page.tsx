import type { Metadata } from "next";
import { AddContactForm } from "@/components/contacts/contact-forms";
import { NoMandate } from "@/components/delegates/own-parts";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Empty } from "@/components/ui/empty";
import { refusals } from "@/lib/contacts/labels";
import { statusNames } from "@/lib/delegates/labels";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { isoOf, today } from "@/lib/platform/clock";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "登记联系对象" };

export default async function Page() {
  const actor = await requireDelegate();
  const d = await getOwnDelegate(actor);
  return (
    <PhonePage title="登记联系对象" back="/my/contacts">
      {!d ? <NoMandate /> : d.status === "ACTIVE" ? <AddContactForm begins={isoOf(d.term.startsOn)} today={today()} /> : <section className="card"><Empty title="现在不能登记联系对象" why={refusals.notActive(statusNames[d.status])} next={{ href: "/my/contacts", label: "返回联系对象" }} /></section>}
    </PhonePage>
  );
}
