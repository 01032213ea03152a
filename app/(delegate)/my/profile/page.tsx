import type { Metadata } from "next";
import { NoMandate, OwnAccountLinks } from "@/components/delegates/own-parts";
import { ConfirmPart, OwnDataLinks } from "@/components/delegates/own-word";
import { OwnPhotoForm } from "@/components/delegates/photo-form";
import { Portrait } from "@/components/delegates/portrait";
import { RecordPart } from "@/components/delegates/record-parts";
import { StatusRail } from "@/components/delegates/status-rail";
import { PhonePage } from "@/components/shell/delegate-shell";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { listOwnGrants } from "@/lib/accounts/queries";
import { countCorrections } from "@/lib/corrections/queries";
import { onRegister } from "@/lib/delegates/flow";
import { getOwnWord } from "@/lib/delegates/own-queries";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "我的" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireDelegate();
  const [d, grants, [open = 0]] = await Promise.all([getOwnDelegate(actor), listOwnGrants(actor), countCorrections(actor, ["open"])]);
  const word = d && (await getOwnWord(actor, d));
  const refused = [(await searchParams).refused].flat()[0];
  const active = d?.status === "ACTIVE";
  return (
    <PhonePage title="我的" back="/my">
      {d && word ? (
        <>
          {refused ? <div className="mb-3" role="alert"><Notice tone="danger" title={refused.slice(0, 300)} /></div> : null}
          <div className="stack">
            <ConfirmPart word={word} active={active} />
            <Card title="基本信息">{d.person.photoAt ? <div className="mb-4"><Portrait of={d} at="/my/profile" /></div> : onRegister.includes(d.status) ? <OwnPhotoForm /> : null}<RecordPart d={d} part="basic" /></Card>
            <Card title="任职与代表"><RecordPart d={d} part="mandate" /></Card>
            <Card title="资格记录"><StatusRail d={d} /></Card>
            <p className="text-base text-ink-3">{active ? "号码只显示部分。资料有误或有变动的，请申请更正。" : "号码只显示部分。您现在不能申请更正，有误请联系组织部。"}</p>
            {active ? <LinkButton href="/my/profile/corrections/new" wide>申请更正</LinkButton> : null}
          </div>
          <OwnDataLinks corrections={open} />
        </>
      ) : <NoMandate />}
      <OwnAccountLinks grants={grants} />
    </PhonePage>
  );
}
