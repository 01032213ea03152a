import Link from "next/link";
import { signOut } from "@/lib/accounts/actions";
import { OneButton } from "./one-button";
import { RoleSwitch, type OwnGrant } from "./role-switch";

/** What unfolds under the own name in every shell: other roles, own account, signing out. */
export function OwnMenu({ grants }: { grants: readonly OwnGrant[] }) {
  return (
    <>
      <RoleSwitch grants={grants} />
      <Link href="/account" prefetch={false}>本人账号</Link>
      <OneButton action={signOut} label="退出登录" bare />
    </>
  );
}
