import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { GiveForm } from "@/components/grants/give-form";
import { GrantTable } from "@/components/grants/grant-table";
import { KeptCard } from "@/components/substitutions/kept-card";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { getHolder } from "@/lib/grants/queries";
import { forPage } from "@/lib/platform/route";
import { requireRole } from "@/lib/platform/guards";
import { listKept } from "@/lib/substitutions/queries";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "角色授权" };

export default async function HolderPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRole("SECURITY_ADMIN");
  const { id } = await params;
  const holder = await forPage(actor, getHolder(actor, id));
  const keys = Object.fromEntries(holder.grants.map((grant) => [grant.id, randomUUID()]));
  return (
    <>
      <PageHead crumb={[{ label: "角色授权", href: "/system/grants" }, { label: holder.displayName }]} title={holder.displayName} small={holder.username} />
      {holder.disabled ? <div className="mb-3"><Notice tone="warn" title="这个账号已停用">恢复使用前不能登录，由系统管理员办理。</Notice></div> : null}
      {holder.wanted ? <div className="mb-3"><Notice title={`申请的角色：${holder.wanted}`}>系统管理员建立账号时注明，请核对后授予。</Notice></div> : null}
      <Card title="现有角色" aside={`${holder.grants.length} 个`} bare>
        {holder.grants.length > 0 ? <div className="pt-3"><GrantTable holder={holder} mayTake={holder.mayTake} keys={keys} /></div> : <p className="body muted">尚未授权，登录后看不到内容。</p>}
      </Card>
      <KeptCard {...await listKept(actor, id)} />
      {holder.mayGive
        ? <Card title="授予角色" className="mt-3"><p className="mb-4 text-ink-2">授予后，这个账号立即退出全部登录。系统、安全、审计三员不得兼任，也不兼任业务角色。</p><GiveForm accountId={id} version={holder.version} formKey={randomUUID()} units={await listUnitChoices(actor)} /></Card>
        : <p className="mt-3 text-ink-3">您不能变动本人的角色，请由另一名安全管理员办理。</p>}
    </>
  );
}
