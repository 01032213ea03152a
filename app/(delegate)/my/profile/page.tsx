import type { Metadata } from "next";
import { NoMandate, OwnAccountLinks } from "@/components/delegates/own-parts";
import { Portrait } from "@/components/delegates/portrait";
import { RecordPart } from "@/components/delegates/record-parts";
import { StatusRail } from "@/components/delegates/status-rail";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Card } from "@/components/ui/card";
import { listOwnGrants } from "@/lib/accounts/queries";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "我的" };

export default async function Page() {
  const actor = await requireDelegate();
  const [d, grants] = await Promise.all([getOwnDelegate(actor), listOwnGrants(actor)]);
  return (
    <PhonePage title="我的" back="/my">
      {d ? (
        <div className="stack">
          <Card title="基本信息">{d.person.photoAt ? <div className="mb-4"><Portrait of={d} at="/my/profile" /></div> : null}<RecordPart d={d} part="basic" /></Card>
          <Card title="任职与代表"><RecordPart d={d} part="mandate" /></Card>
          <Card title="资格记录"><StatusRail d={d} /></Card>
          <p className="text-base text-ink-3">资料由组织部登记，号码只显示部分。有误请联系组织部更正。</p>
        </div>
      ) : <NoMandate />}
      <OwnAccountLinks grants={grants} />
    </PhonePage>
  );
}
