import { randomUUID } from "node:crypto";
import { mint, type AccountActor, type Role } from "@/lib/platform/actor";
import { roleNames } from "@/lib/accounts/labels";
import { acts, OPEN_ROUTES, pages, ROLES, routes, type ActRight, type PageRight } from "./rights";

const HERE = "00000000-0000-4000-8000-000000000001";
const UNIT = "00000000-0000-4000-8000-000000000002";

/** Somebody of this role on whose own unit and committee every record of the sheet stands. */
const sample = (role: Role): AccountActor =>
  mint<AccountActor>({ role, accountId: randomUUID(), sessionId: "", grantId: "", name: "", committeeId: HERE, unitId: UNIT, unitIds: [UNIT], personId: null, requestId: "", address: null });

const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
const head = (first: string) => [row([first, ...ROLES.map((r) => roleNames[r])]), row(["---", ...ROLES.map(() => "---")])];
const mark = (yes: boolean) => (yes ? "可" : "");

const WORDS = { anyone: "任何人", door: "未登录者；已登录者转到本人首页或应去的页面", holder: "任何账号，含未改初始口令者" } as const;

const pageRow = ({ route, for: who }: PageRight): string => row([`\`${route}\``, ...ROLES.map((role) => mark(who.includes(role)))]);
const actRow = ({ act, may, anyone }: ActRight): string => row([`\`${act}\``, ...ROLES.map((role) => mark(Boolean(anyone) || may(sample(role), { committeeId: HERE, unitId: UNIT })))]);
const byRole = pages.filter((p) => Array.isArray(p.for));
const openPages = pages.flatMap((p) => (Array.isArray(p.for) ? [] : [`- \`${p.route}\`：${WORDS[p.for]}`]));

/** The published table of rights, made from the rows the matrix walks and from the policies. */
export const rightsSheet = (): string => `${[
  "# 权限表 Rights",
  "",
  "本表由 `tests/matrix/rights.ts` 与各模块的 `policy.ts` 生成，并由权限矩阵测试逐格核对（`npm test -- matrix`）。“可”指对本人范围内的记录；范围外的记录一律答复“没有找到”。本人账号、会话和口令的办理只对本人。",
  "",
  "## 页面 Pages", "", ...head("地址"), ...byRole.map(pageRow),
  "", "## 文件 Files", "", ...head("地址"), ...routes.map(({ route, method, may }) => row([`\`${method} ${route}\``, ...ROLES.map((r) => mark(may(sample(r))))])),
  "", "## 办理 Acts", "", ...head("办理"), ...acts.map(actRow),
  "", "## 不按角色的地址 Addresses for every role", "", ...openPages, ...Object.entries(OPEN_ROUTES).map(([route, why]) => `- \`${route}\`：${why}`),
].join("\n")}\n`;
