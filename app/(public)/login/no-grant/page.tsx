import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/accounts/entrance";
import { OneButton } from "@/components/accounts/one-button";
import { leave } from "@/lib/accounts/actions";
import { homes } from "@/lib/accounts/labels";
import { currentActor, currentSession } from "@/lib/platform/session";

export const metadata: Metadata = { title: "尚未授权" };

export default async function NoGrantPage() {
  const session = await currentSession();
  if (!session) redirect("/login");
  const actor = await currentActor();
  if (actor) redirect(homes[actor.role]);
  return (
    <Entrance title="账号尚未授权">
      <p>{session.account.displayName}，您的账号可以登录，但还没有任何角色，因此看不到内容。</p>
      <p className="mt-2 mb-4">请联系本单位的安全管理员授予角色，授予后重新登录。</p>
      <OneButton action={leave} label="退出登录" />
    </Entrance>
  );
}
