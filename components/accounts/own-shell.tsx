import type { ReactNode } from "react";
import { DelegateShell, PhonePage } from "@/components/shell/delegate-shell";
import type { MenuGroup } from "@/components/shell/nav-match";
import { StaffShell } from "@/components/shell/staff-shell";
import { homes } from "@/lib/accounts/labels";
import type { Role } from "@/lib/platform/actor";
import { OwnMenu } from "./own-menu";
import type { OwnGrant } from "./role-switch";

export type Frame = { officeName: string; userName: string; roleName: string; grants: readonly OwnGrant[] };

const own: MenuGroup["items"] = [
  { href: "/account", label: "账号与身份" },
  { href: "/account/password", label: "修改口令" },
  { href: "/account/sessions", label: "登录设备" },
];

/** The own account in the shell of the role at hand: the phone for those who work on one, the desk for the others. */
export function OwnShell({ frame, role, children }: { frame: Frame; role: Role; children: ReactNode }) {
  if (role === "DELEGATE") {
    return (
      <DelegateShell tabs={[{ href: homes.DELEGATE, label: "首页", icon: "home" }, { href: "/my/profile", label: "我的", icon: "person" }]}>
        <PhonePage home={homes.DELEGATE}>{children}</PhonePage>
      </DelegateShell>
    );
  }
  return (
    <StaffShell home={homes[role]} org={frame.officeName} person={{ name: frame.userName, role: frame.roleName }} own={<OwnMenu grants={frame.grants} />}
      menu={[{ items: [{ href: homes[role], label: "返回工作台" }] }, { title: "本人账号", items: own }]}>
      {children}
    </StaffShell>
  );
}
