import type { Metadata } from "next";
import { OneButton } from "@/components/accounts/one-button";
import { OwnGrants } from "@/components/accounts/own-grants";
import { ChoiceForm } from "@/components/messages/choice-form";
import { AwayCard } from "@/components/substitutions/away-card";
import { RolePage } from "@/components/tasks/role-page";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { signOut } from "@/lib/accounts/actions";
import { getOwnAccount } from "@/lib/accounts/queries";
import { getOwnChoices } from "@/lib/messages/choice-queries";
import { requireActor } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "本人账号" };

export default async function AccountPage() {
  const actor = await requireActor();
  const [account, choices] = await Promise.all([getOwnAccount(actor), getOwnChoices(actor)]);
  return (
    <RolePage role={actor.role} title="本人账号" back="/my/profile">
      <Card>
        <Describe columns="two" items={[
          { term: "姓名", value: account.displayName },
          { term: "登录名", value: account.username },
          { term: "建立时间", value: <span className="num">{account.since}</span> },
        ]} />
        <div className="mt-4 flex flex-wrap gap-2">
          <LinkButton href="/account/password">修改口令</LinkButton>
          <LinkButton href="/account/sessions">登录设备</LinkButton>
          <OneButton action={signOut} label="退出登录" />
        </div>
      </Card>
      <Card title="身份" className="mt-3" aside={`共 ${account.grants.length} 个`}><OwnGrants grants={account.grants} /></Card>
      <AwayCard actor={actor} />
      <Card title="接收方式" id="choices" className="mt-3"><ChoiceForm own={choices} role={actor.role} /></Card>
    </RolePage>
  );
}
