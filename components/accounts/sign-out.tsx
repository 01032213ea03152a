"use client";
import * as drafts from "@/components/drafts/store";
import { signOut } from "@/lib/accounts/actions";
import { useScripts } from "@/components/ui/use-scripts";
import type { FormAction } from "@/lib/platform/action-state";
import { OneButton } from "./one-button";

const unsentWords = (count: number) => `本机还有 ${count} 条填写的履职记录没有送出，退出后即删除。不需要的，请再按一次退出登录。`;

/** Signs out and forgets what this device kept of records on their way; where some are left it says so once before. */
const leaving: FormAction = async (state, form) => {
  if (drafts.canKeep()) {
    const left = await drafts.count();
    if (left > 0 && state.status !== "refused") return { status: "refused", message: unsentWords(left) };
    await drafts.forget();
  }
  return signOut(state, form);
};

export function SignOut({ bare }: { bare?: boolean }) {
  return <OneButton action={useScripts() ? leaving : signOut} label="退出登录" {...(bare ? { bare } : {})} />;
}
