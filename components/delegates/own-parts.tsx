import { SignOut } from "@/components/accounts/sign-out";
import { RoleSwitch, type OwnGrant } from "@/components/accounts/role-switch";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { Row, Rows, SectionHead } from "@/components/ui/rows";
import { standingSentences } from "@/lib/delegates/labels";
import type { DelegateRecord } from "@/lib/delegates/queries";
import { recordInWords } from "@/lib/delegates/written";
import { StatusTag } from "./status-tag";

/** The mandate at a glance, for its holder. */
export function OwnMandate({ d }: { d: DelegateRecord }) {
  const words = recordInWords(d);
  const sentence = standingSentences[d.status];
  return (
    <>
      {sentence ? <Notice tone="warn" title={sentence}>如有疑问，请联系组织部。</Notice> : null}
      <SectionHead title="我的代表资格" />
      <Rows label="我的代表资格">
        <Row label="届次" value={d.term.name} />
        <Row label="状态" value={<StatusTag status={d.status} />} />
        <Row label="代表团" value={words.delegationId} />
        {words.groupId ? <Row label="代表小组" value={words.groupId} /> : null}
        {words.delegateNo ? <Row label="代表证号" value={words.delegateNo} /> : null}
        <Row label="本人登记资料" value="查看" href="/my/profile" />
      </Rows>
    </>
  );
}

/** An account of a delegate that no mandate stands behind. */
export function NoMandate() {
  return <section className="card"><Empty title="没有查到您的代表资格" why="您的账号还没有对应到花名册。请联系组织部核对后，再登录查看。" next={{ href: "/account", label: "查看本人账号" }} /></section>;
}

/** Own account and the way out. */
export function OwnAccountLinks({ grants }: { grants: readonly OwnGrant[] }) {
  return (
    <>
      <SectionHead title="账号" />
      <Rows label="账号">
        <Row label="账号与身份" href="/account" />
        <Row label="修改口令" href="/account/password" />
        <Row label="登录设备" href="/account/sessions" />
        <Row label="字号与无障碍" href="/accessibility" />
      </Rows>
      <div className="mt-6 grid gap-3 [&_.btn]:w-full [&_[role=group]_button]:min-h-11 [&_[role=group]_button]:text-blue">
        <RoleSwitch grants={grants} />
        <SignOut />
      </div>
    </>
  );
}
