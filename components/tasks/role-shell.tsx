import type { ReactNode } from "react";
import { adminMenu } from "@/components/accounts/admin-menu";
import { OwnMenu } from "@/components/accounts/own-menu";
import { staffMenu } from "@/components/delegates/staff-menu";
import { UnsentDuties } from "@/components/duties/unsent-duties";
import { DelegateShell } from "@/components/shell/delegate-shell";
import { LeaderShell } from "@/components/shell/leader-shell";
import type { MenuGroup } from "@/components/shell/nav-match";
import type { PhoneTab } from "@/components/shell/phone-tabs";
import { StaffShell } from "@/components/shell/staff-shell";
import { homes } from "@/lib/accounts/labels";
import { frameOf } from "@/lib/accounts/frame";
import { getStanding } from "@/lib/delegates/standing-queries";
import { countUnread } from "@/lib/messages/queries";
import type { AccountActor } from "@/lib/platform/actor";
import { requireActor } from "@/lib/platform/guards";
import { currentSession } from "@/lib/platform/session";
import { listTaskGroups, type TaskGroup } from "@/lib/tasks/queries";
import { listStandIns } from "@/lib/tasks/stand-in-queries";

const STAFF = ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON"];
const LEADING = ["LEADER", "SUPERVISOR"];

/** How many wait, of the kinds of one noun. */
const waiting = (groups: readonly TaskGroup[], noun: string): number => groups.filter(({ kind }) => kind.startsWith(`${noun}.`)).reduce((sum, group) => sum + group.total, 0);

async function menuOf(actor: AccountActor, groups: readonly TaskGroup[]): Promise<MenuGroup[]> {
  if (STAFF.includes(actor.role)) return staffMenu(actor.role, { heads: (await getStanding(actor))?.register ?? null, terminations: waiting(groups, "termination"), corrections: waiting(groups, "correction"), duties: waiting(groups, "duty"), opinions: waiting(groups, "opinion") });
  return actor.role === "HANDLING_UNIT" ? [{ items: [{ href: "/desk", label: "工作台" }, { href: "/deadlines", label: "期限" }] }] : adminMenu(actor.role);
}

const brief = (actor: AccountActor) => [
  { href: "/overview", label: "概览" },
  ...(actor.role === "SUPERVISOR" ? [{ href: "/deadlines", label: "期限" }] : []),
  ...(actor.role === "LEADER" ? [{ href: "/overview/delegates", label: "花名册" }, { href: "/overview/composition", label: "代表构成" }, { href: "/overview/activities", label: "活动" }, { href: "/overview/researches", label: "调研视察" }, { href: "/schedule", label: "日程" }] : []),
];

/** The places of the phone; what waits stands on the first, what is unread on the third. */
const phoneTabs = (tasks: number, unread: number): PhoneTab[] => [
  { href: "/my", label: "首页", icon: "home", ...(tasks > 0 ? { count: tasks, counted: "待办" } : {}) }, { href: "/my/duties", label: "履职", icon: "list" }, { href: "/messages", label: "消息", icon: "bell", ...(unread > 0 ? { count: unread } : {}) }, { href: "/my/profile", label: "我的", icon: "person" },
];

/** The frame of whoever is signed in: the phone of a delegate, the brief of a leader, the desk of everybody else. */
export async function RoleShell({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [groups, lent, unread] = await Promise.all([listTaskGroups(actor), listStandIns(actor), countUnread(actor)]);
  const tasks = [...groups, ...lent].reduce((sum, one) => sum + one.total, 0);
  if (actor.role === "DELEGATE") return <DelegateShell tabs={phoneTabs(tasks, unread)} unsent={<UnsentDuties account={actor.accountId} />}>{children}</DelegateShell>;
  const session = await currentSession();
  if (!session) return null;
  const frame = frameOf(actor, session);
  const person = { name: frame.userName, role: frame.roleName };
  const own = <OwnMenu grants={frame.grants} />;
  const home = homes[actor.role];
  const tools = [{ href: "/tasks", label: "待办", count: tasks }, { href: "/messages", label: "消息", count: unread }];
  if (LEADING.includes(actor.role)) return <LeaderShell home={home} org={frame.name} person={person} menu={brief(actor)} tools={tools} own={own}>{children}</LeaderShell>;
  const find = STAFF.includes(actor.role) ? { find: { path: "/manage/delegates", hint: "找代表：姓名、拼音首字母或尾号" } } : {};
  return <StaffShell home={home} org={frame.unit ?? frame.officeName} person={person} menu={await menuOf(actor, groups)} tools={tools} own={own} {...find}>{children}</StaffShell>;
}
