import type { MenuGroup } from "@/components/shell/nav-match";
import type { Role } from "@/lib/platform/actor";

/** What the menu counts: people on the register (null without a term), and what of terminations, corrections, duties and opinions waits for the reader. */
type Counts = { heads: number | null; terminations: number; corrections: number; duties: number; opinions: number };

const waiting = (count: number) => (count > 0 ? { count } : {});

/** The places of the office; a liaison has those that show the own unit. */
export function staffMenu(role: Role, counts: Counts): MenuGroup[] {
  const roster = { href: "/manage/delegates", label: "花名册", ...(counts.heads === null ? {} : { count: counts.heads }) };
  const terms = role === "UNIT_LIAISON" ? [] : [{ href: "/manage/terms", label: "届次与代表团" }];
  const terminations = { href: "/manage/terminations", label: "资格终止", ...waiting(counts.terminations) };
  const accounts = role === "UNIT_LIAISON" ? [] : [{ href: "/manage/delegates/accounts", label: "代表账号" }];
  const vacancies = { href: "/manage/vacancies", label: "代表缺额" };
  const corrections = { href: "/manage/corrections", label: "更正申请", ...waiting(counts.corrections) };
  return [
    { items: [{ href: "/manage", label: "工作台" }, { href: "/schedule", label: "日程" }, { href: "/deadlines", label: "期限" }] },
    { title: "代表", items: [roster, { href: "/manage/composition", label: "代表构成" }, { href: "/manage/quality", label: "数据质量" }, corrections, terminations, vacancies, ...accounts, ...terms] },
    { title: "履职", items: [{ href: "/manage/activities", label: "活动" }, { href: "/manage/researches", label: "调研视察" }, { href: "/manage/duties", label: "履职记录", ...waiting(counts.duties) }, { href: "/manage/opinions", label: "代表意见", ...waiting(counts.opinions) }, { href: "/manage/contacts", label: "联系对象" }, { href: "/manage/trainings", label: "培训" }, { href: "/manage/gaps", label: "履职缺项" }] },
    { title: "设置", items: [{ href: "/manage/units", label: "党组织" }, ...(role === "UNIT_LIAISON" ? [] : [{ href: "/manage/calendar", label: "工作日历" }, { href: "/manage/rules", label: "期限与规则" }, { href: "/manage/messages/templates", label: "消息模板" }])] },
  ];
}
