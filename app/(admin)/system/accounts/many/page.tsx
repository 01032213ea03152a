import type { Metadata } from "next";
import { ManyForm } from "@/components/accounts/many-form";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "批量建立账号" };

export default async function ManyAccountsPage() {
  await requireRole("SYSTEM_ADMIN");
  return (
    <>
      <PageHead crumb={[{ label: "账号", href: "/system/accounts" }, { label: "批量建立" }]} title="批量建立账号" />
      <Card className="max-w-3xl">
        <p className="mb-4 text-ink-2">为各单位的联络员和承办人建立账号。登录名按姓名拼音产生，同音的加数字。角色和党组织只是申请，供安全管理员授权时参考；授权前账号没有任何权限。</p>
        <ManyForm />
      </Card>
    </>
  );
}
