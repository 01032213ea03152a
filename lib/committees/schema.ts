import { z } from "zod";
import { accountInput } from "@/lib/accounts/schema";

const words = (label: string, max: number) => z.string(`请填写${label}`).trim().min(2, `请填写${label}，至少 2 个字`).max(max, `${label}不超过 ${max} 个字`);

/** What the founding of a committee is asked for; the three administrators are three different people. */
export const foundingInput = z.object({
  name: words("党委全称", 60),
  shortName: words("党委简称", 20),
  areaName: words("辖区名", 20),
  officeName: words("组织部名称", 30),
  system: accountInput,
  security: accountInput,
  audit: accountInput,
}).refine((v) => new Set([v.system, v.security, v.audit].map((a) => a.username)).size === 3, { message: "三名管理员的登录名应各不相同", path: ["audit"] });

export type Founding = z.infer<typeof foundingInput>;
