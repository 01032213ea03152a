import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OneButton } from "@/components/accounts/one-button";
import { PasswordForm, PasswordRules } from "@/components/accounts/password-form";
import { RolePage } from "@/components/tasks/role-page";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { signOut } from "@/lib/accounts/actions";
import { getOwnAccount } from "@/lib/accounts/queries";
import { currentActor, currentSession } from "@/lib/platform/session";

export const metadata: Metadata = { title: "修改口令" };

/** Open also to whoever must change a first password, so it asks for the session itself. */
export default async function PasswordPage() {
  const session = await currentSession();
  if (!session) redirect("/login");
  const actor = await currentActor();
  if (!actor) redirect("/login/no-grant");
  const { username } = await getOwnAccount(actor);
  const first = session.account.mustChangePassword;
  const form = <PasswordForm formKey={randomUUID()} username={username} first={first} />;
  if (!first) {
    return <RolePage role={actor.role} crumb={[{ label: "本人账号", href: "/account" }, { label: "修改口令" }]} title="修改口令" back="/account"><Card className="max-w-2xl"><PasswordRules /><div className="mt-6">{form}</div></Card></RolePage>;
  }
  return (
    <>
      <Notice tone="warn" title="现在的口令别人见过">请先改成只有您知道的口令，再使用系统。</Notice>
      <div className="my-4"><PasswordRules /></div>
      {form}
      <div className="mt-4"><OneButton action={signOut} label="暂不修改，退出登录" variant="plain" /></div>
    </>
  );
}
