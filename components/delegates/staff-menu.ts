import type { MenuGroup } from "@/components/shell/nav-match";
import type { Role } from "@/lib/platform/actor";

/** The places of the office; a liaison has those that show the own unit. `heads` is the length of the roster, `ending` the terminations under way. */
export function staffMenu(role: Role, heads: number | null, ending: number): MenuGroup[] {
  const roster = { href: "/manage/delegates", label: "花名册", ...(heads === null ? {} : { count: heads }) };
  const terms = role === "UNIT_LIAISON" ? [] : [{ href: "/manage/terms", label: "届次与代表团" }];
  const terminations = { href: "/manage/terminations", label: "资格终止", ...(ending > 0 ? { count: ending } : {}) };
  return [
    { items: [{ href: "/manage", label: "工作台" }] },
    { title: "代表", items: [roster, { href: "/manage/composition", label: "代表构成" }, { href: "/manage/quality", label: "数据质量" }, terminations, ...terms] },
    { title: "设置", items: [{ href: "/manage/units", label: "党组织" }] },
  ];
}
