import Link from "next/link";
import { RoleSwitch, type OwnGrant } from "./role-switch";
import { SignOut } from "./sign-out";

/** What unfolds under the own name in every shell: other roles, own account, signing out. */
export function OwnMenu({ grants }: { grants: readonly OwnGrant[] }) {
  return (
    <>
      <RoleSwitch grants={grants} />
      <Link href="/account" prefetch={false}>本人账号</Link>
      <SignOut bare />
    </>
  );
}
