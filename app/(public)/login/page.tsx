import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/accounts/entrance";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { homes } from "@/lib/accounts/labels";
import { wayOn } from "@/lib/platform/back-path";
import { sessionToken } from "@/lib/platform/request";
import { currentActor, currentSession } from "@/lib/platform/session";

export const metadata: Metadata = { title: "登录" };

export default async function LoginPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { bye, to } = await searchParams;
  const on = wayOn(to);
  if (await currentSession()) {
    const actor = await currentActor();
    redirect(actor ? (on ?? homes[actor.role]) : "/login/no-grant");
  }
  const left = bye === "1";
  const expired = !left && (await sessionToken()) !== undefined;
  return (
    <Entrance title="登录">
      {left ? <div className="mb-4"><Notice tone="done" title="已退出登录" /></div> : null}
      {expired ? <div className="mb-4"><Notice tone="warn" title="登录已失效，请重新登录">长时间未操作、已在别处退出，或账号有变动。</Notice></div> : null}
      <SignInForm formKey={randomUUID()} to={on} />
      <p className="mt-4 text-15 text-ink-3">忘记口令或没有账号的，党代表请联系组织部，其他人员请联系系统管理员。</p>
    </Entrance>
  );
}
