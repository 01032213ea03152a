import type { Metadata } from "next";
import { IssueForm } from "@/components/accounts/issue-form";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { resetPassword } from "@/lib/accounts/actions";
import { getAccount } from "@/lib/accounts/queries";
import { forPage } from "@/lib/platform/route";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "重置口令" };

export default async function ResetPasswordPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRole("SYSTEM_ADMIN");
  const { id } = await params;
  const account = await forPage(actor, getAccount(actor, id));
  return (
    <>
      <PageHead crumb={[{ label: "账号", href: "/system/accounts" }, { label: account.displayName, href: `/system/accounts/${id}` }, { label: "重置口令" }]} title="重置口令" small={`${account.displayName} ${account.username}`} />
      <Card className="max-w-2xl">
        <IssueForm action={resetPassword} submit="重置口令" done="口令已重置" fields={{ id, version: String(account.version) }}>
          <p>系统将产生新的初始口令，只显示一次。原口令立即失效，这个账号退出全部登录。</p>
        </IssueForm>
      </Card>
    </>
  );
}
