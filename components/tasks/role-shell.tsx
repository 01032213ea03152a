import type { ReactNode } from "react";
import { adminMenu } from "@/components/accounts/admin-menu";
import { OwnMenu } from "@/components/accounts/own-menu";
import { staffMenu } from "@/components/delegates/staff-menu";
import { DelegateShell } from "@/components/shell/delegate-shell";
import { LeaderShell } from "@/components/shell/leader-shell";
import type { MenuGroup } from "@/components/shell/nav-match";
import { StaffShell } from "@/components/shell/staff-shell";
import { homes } from "@/lib/accounts/labels";
import { getFrame } from "@/lib/accounts/queries";
import { countWaiting } from "@/lib/corrections/queries";
import { countRoster } from "@/lib/delegates/queries";
import type { AccountActor } from "@/lib/platform/actor";
import { requireActor } from "@/lib/platform/guards";
import { countTerminations } from "@/lib/terminations/queries";
import { countOpenVacancies } from "@/lib/vacancies/queries";

const STAFF = ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON"];
const LEADING = ["LEADER", "SUPERVISOR"];

async function menuOf(actor: AccountActor): Promise<MenuGroup[]> {
  if (STAFF.includes(actor.role)) {
    const [heads, terminations, vacancies, corrections] = await Promise.all([countRoster(actor), countTerminations(actor, "open"), countOpenVacancies(actor), countWaiting(actor)]);
    return staffMenu(actor.role, { heads, terminations, vacancies, corrections });
  }
  return actor.role === "HANDLING_UNIT" ? [{ items: [{ href: "/desk", label: "工作台" }] }] : adminMenu(actor.role);
}

const brief = (actor: AccountActor) => [
  { href: "/overview", label: "概览" },
  ...(actor.role === "LEADER" ? [{ href: "/overview/delegates", label: "花名册" }, { href: "/overview/composition", label: "代表构成" }] : []),
];

/** The frame of whoever is signed in: the phone of a delegate, the brief of a leader, the desk of everybody else. */
export async function RoleShell({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  if (actor.role === "DELEGATE") {
    return <DelegateShell tabs={[{ href: "/my", label: "首页", icon: "home" }, { href: "/my/profile", label: "我的", icon: "person" }]}>{children}</DelegateShell>;
  }
  const frame = await getFrame(actor);
  const person = { name: frame.userName, role: frame.roleName };
  const own = <OwnMenu grants={frame.grants} />;
  const home = homes[actor.role];
  if (LEADING.includes(actor.role)) return <LeaderShell home={home} org={frame.name} person={person} menu={brief(actor)} own={own}>{children}</LeaderShell>;
  const unit = actor.unitId ? frame.grants.find((grant) => grant.current)?.scope : undefined;
  const find = STAFF.includes(actor.role) ? { find: { path: "/manage/delegates", hint: "找代表：姓名、拼音首字母或尾号" } } : {};
  return <StaffShell home={home} org={unit ?? frame.officeName} person={person} menu={await menuOf(actor)} own={own} {...find}>{children}</StaffShell>;
}
