import type { Metadata } from "next";
import { OneButton } from "@/components/accounts/one-button";
import { SessionList } from "@/components/accounts/session-list";
import { RolePage } from "@/components/tasks/role-page";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Tag } from "@/components/ui/tag";
import { endSession, signOutEverywhere } from "@/lib/accounts/actions";
import { listOwnSessions } from "@/lib/accounts/queries";
import { requireActor } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "登录设备" };

export default async function SessionsPage() {
  const actor = await requireActor();
  const sessions = await listOwnSessions(actor);
  const current = new Set(sessions.filter((session) => session.current).map((session) => session.id));
  return (
    <RolePage role={actor.role} crumb={[{ label: "本人账号", href: "/account" }, { label: "登录设备" }]} title="登录设备" small={`${sessions.length} 处`} back="/account">
      <p className="prose mb-3">不认识的登录请立即结束，并修改口令。</p>
      <Card bare>
        <SessionList rows={sessions} last={(row) => current.has(row.id) ? <Tag tone="green">本机</Tag> : <OneButton action={endSession} label="结束" fields={{ id: row.id }} small />} />
      </Card>
      <div className="mt-4">
        <Confirm label="退出全部登录" title="退出全部登录" text="包括本机在内，所有设备都须重新登录。"><OneButton action={signOutEverywhere} label="退出全部登录" variant="danger" /></Confirm>
      </div>
    </RolePage>
  );
}
