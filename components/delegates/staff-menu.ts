import type { MenuGroup } from "@/components/shell/nav-match";
import type { Role } from "@/lib/platform/actor";

/** The places of the office; a liaison has those that show the own unit. `heads` is the length of the roster. */
export function staffMenu(role: Role, heads: number | null): MenuGroup[] {
  const roster = { href: "/manage/delegates", label: "花名册", ...(heads === null ? {} : { count: heads }) };
  const terms = role === "UNIT_LIAISON" ? [] : [{ href: "/manage/terms", label: "届次与代表团" }];
  return [
    { items: [{ href: "/manage", label: "工作台" }] },
    { title: "代表", items: [roster, { href: "/manage/composition", label: "代表构成" }, ...terms] },
    { title: "设置", items: [{ href: "/manage/units", label: "党组织" }] },
  ];
}
