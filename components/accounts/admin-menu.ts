import type { MenuGroup } from "@/components/shell/nav-match";
import type { Role } from "@/lib/platform/actor";

/** The one place of each of the three administrators; the others' are not shown. */
export function adminMenu(role: Role): MenuGroup[] {
  const own: Partial<Record<Role, MenuGroup["items"]>> = {
    SYSTEM_ADMIN: [{ href: "/system/accounts", label: "账号" }, { href: "/system/jobs", label: "后台任务" }],
    SECURITY_ADMIN: [{ href: "/system/grants", label: "角色授权" }],
    AUDIT_ADMIN: [{ href: "/system/audit", label: "审计记录" }],
  };
  return [{ items: [{ href: "/system", label: "工作台" }, ...(own[role] ?? [])] }];
}
