import type { Metadata } from "next";
import { OwnContactRows } from "@/components/contacts/contact-parts";
import { NoMandate } from "@/components/delegates/own-parts";
import { PhonePage } from "@/components/shell/delegate-shell";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { SectionHead } from "@/components/ui/rows";
import { contactKinds, kindNames } from "@/lib/contacts/labels";
import { listContactsOf, metNow } from "@/lib/contacts/queries";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { today } from "@/lib/platform/clock";
import { requireDelegate } from "@/lib/platform/guards";
import { getRules } from "@/lib/rules/queries";

export const metadata: Metadata = { title: "联系对象" };

export default async function Page() {
  const actor = await requireDelegate();
  const d = await getOwnDelegate(actor);
  if (!d) return <PhonePage title="联系对象" back="/my/duties"><NoMandate /></PhonePage>;
  const [{ kept, ended }, met, rules] = await Promise.all([listContactsOf(actor, d.id), metNow(actor, d.id), getRules(actor, ["contact.targets", "contact.records"], { unitId: d.unitId, on: today() })]);
  const [least, times] = [rules["contact.targets"], rules["contact.records"]];
  return (
    <PhonePage title="联系对象" back="/my/duties">
      {d.status === "ACTIVE" ? <LinkButton href="/my/contacts/new" variant={kept.length === 0 ? "primary" : "default"} wide>登记联系对象</LinkButton> : null}
      {kept.length === 0 ? <section className="card mt-4"><Empty title="还没有联系对象" why="登记固定联系的党支部、党员和群众，记履职时勾选联系了谁，就知道本季度还有谁没有联系。" /></section> : <p className="mt-4">共 {kept.length} 个，本季度已联系 {kept.filter(({ id }) => met.has(id)).length} 个。</p>}
      {contactKinds.map((kind) => {
        const rows = kept.filter((row) => row.kind === kind);
        return rows.length === 0 ? null : <div key={kind}><SectionHead title={kindNames[kind]} note={`${rows.length} 个`} /><OwnContactRows label={kindNames[kind]} rows={rows} met={met} /></div>;
      })}
      {ended.length > 0 ? <><SectionHead title="已结束联系的" note={`${ended.length} 个`} /><OwnContactRows label="已结束联系的" rows={ended} /></> : null}
      <div className="mt-4"><Notice title="要求">每名代表联系 {least.value} 人以上，每年联系 {times.value} 次以上，一般每季度一次。{least.source}。</Notice></div>
    </PhonePage>
  );
}
