import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AccountActs } from "@/components/accounts/account-acts";
import { StandingTag } from "@/components/accounts/account-table";
import { SessionList } from "@/components/accounts/session-list";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { PageHead } from "@/components/ui/page-head";
import { getAccount } from "@/lib/accounts/queries";
import { forPage } from "@/lib/platform/route";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "账号" };

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRole("SYSTEM_ADMIN");
  const { id } = await params;
  const account = await forPage(actor, getAccount(actor, id));
  const keys = { resetPassword: randomUUID(), endSessions: randomUUID(), disable: randomUUID(), enable: randomUUID() };
  return (
    <>
      <PageHead crumb={[{ label: "账号", href: "/system/accounts" }, { label: account.displayName }]} title={account.displayName} small={account.username} kind={<StandingTag standing={account.standing} />} />
      <Card>
        <Describe columns="two" items={[
          { term: "登录名", value: account.username },
          { term: "角色", value: account.roles.join("、") || "尚未授权" },
          { term: "建立时间", value: <span className="num">{account.since}</span> },
          { term: "初始口令", value: account.expires ? <span className="num">{account.expires} 前有效</span> : "已改为本人口令" },
        ]} />
      </Card>
      <Card title="登录设备" aside={`${account.sessions.length} 处`} bare className="mt-3">{account.sessions.length > 0 ? <SessionList rows={account.sessions} /> : <p className="body muted">现在没有登录。</p>}</Card>
      {account.open.length > 0 ? <Card title="办理" className="mt-3"><AccountActs id={id} version={account.version} open={account.open} keys={keys} /></Card> : <p className="mt-3 text-ink-3">本人的账号请在“本人账号”中办理。</p>}
    </>
  );
}
