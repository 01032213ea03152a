import type { Metadata } from "next";
import { IssueForm } from "@/components/accounts/issue-form";
import { Card } from "@/components/ui/card";
import { Field, Input } from "@/components/ui/field";
import { PageHead } from "@/components/ui/page-head";
import { createAccount } from "@/lib/accounts/actions";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "建立账号" };

const labels = { username: "登录名", displayName: "姓名" };

export default async function NewAccountPage() {
  await requireRole("SYSTEM_ADMIN");
  return (
    <>
      <PageHead crumb={[{ label: "账号", href: "/system/accounts" }, { label: "建立账号" }]} title="建立账号" />
      <Card className="max-w-2xl">
        <p className="mb-4 text-ink-2">初始口令由系统随机产生，只显示一次。新账号没有任何角色，由安全管理员授予。</p>
        <IssueForm action={createAccount} submit="建立账号" done="账号已建立" labels={labels}>
          <Field name="username" label={labels.username} hint="3 至 32 个字符，以字母开头，用小写字母、数字、点、横线和下划线。建立后不能修改。"><Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={32} /></Field>
          <Field name="displayName" label={labels.displayName}><Input autoComplete="off" maxLength={60} /></Field>
        </IssueForm>
      </Card>
    </>
  );
}
