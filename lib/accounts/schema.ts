import { z } from "zod";
import { readName } from "@/lib/platform/chinese/name";
import type { Standing } from "./labels";

export const signInInput = z.object({
  username: z.string().trim().min(1, "请填写登录名").max(64, "登录名不超过 64 个字符"),
  password: z.string().min(1, "请填写口令").max(200, "口令不超过 200 个字符"),
});

export const passwordInput = z.object({
  current: z.string().min(1, "请填写现口令").max(200, "口令不超过 200 个字符"),
  password: z.string().min(10, "新口令至少 10 个字符").max(128, "新口令不超过 128 个字符"),
  again: z.string().min(1, "请再次填写新口令").max(128, "新口令不超过 128 个字符"),
});

export const sessionInput = z.object({ id: z.uuid("会话编号不正确") });

export const grantChoice = z.object({ grantId: z.uuid("授权编号不正确") });

export const nothing = z.object({});

export const accountInput = z.object({
  username: z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9._-]{2,31}$/, "登录名以字母开头，3 至 32 个字符，只用小写字母、数字、点、横线和下划线"),
  displayName: z.string().trim().min(1, "请填写姓名").transform((raw, context) => {
    const { name, refused } = readName(raw);
    if (refused) context.addIssue({ code: "custom", message: refused });
    return name;
  }),
});

/** One account as its page was read. */
export const accountChoice = z.object({
  id: z.uuid("账号编号不正确"),
  version: z.coerce.number("版本不正确").int("版本不正确").positive("版本不正确"),
});

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const STANDINGS = ["active", "first", "expired", "disabled"] as const satisfies readonly Standing[];

/** Filters of the list of accounts as they stand in the address; nonsense is dropped. */
export const accountFilters = z.object({
  q: z.preprocess(first, z.string().trim().max(64).catch("")),
  state: z.preprocess(first, z.enum(STANDINGS).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1)),
  size: z.preprocess((v) => Number(first(v)), z.union([z.literal(20), z.literal(50), z.literal(100)]).catch(50)),
});

export type AccountFilters = z.infer<typeof accountFilters>;
