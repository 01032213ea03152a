import { z } from "zod";
import { Role } from "@/prisma/client/enums";

const version = z.coerce.number("版本不正确").int("版本不正确").positive("版本不正确");

export const giveInput = z.object({
  accountId: z.uuid("账号编号不正确"),
  version,
  role: z.enum(Role, "请选择角色"),
  unitId: z.union([z.literal("").transform(() => null), z.uuid("请选择党组织")]).default(null),
});

export const takeInput = z.object({ accountId: z.uuid("账号编号不正确"), version, grantId: z.uuid("授权编号不正确") });

const UUID = "[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}";
/** An account, the version its row was read at, and the unit: one line of a list. */
const chosen = z.string().regex(new RegExp(`^${UUID} [1-9]\\d{0,8} ${UUID}$`), "选择不正确，请刷新页面").transform((text) => {
  const [accountId = "", at, unitId = ""] = text.split(" ");
  return { accountId, version: Number(at), unitId };
});

/** Accounts that wait for a role with the unit each is given it in; the others of the page are left waiting. */
export const giveManyInput = z.object({
  give: z.preprocess((value) => [value ?? []].flat().filter((one) => one !== ""), z.array(chosen).min(1, "请至少为一个账号选择党组织").max(100, "一次最多授予 100 个")),
});

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** Filters of the list of grants as they stand in the address; nonsense is dropped. "none" asks for accounts without a role. */
export const grantFilters = z.object({
  q: z.preprocess(first, z.string().trim().max(64).catch("")),
  role: z.preprocess(first, z.union([z.enum(Role), z.literal("none")]).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1)),
  size: z.preprocess((v) => Number(first(v)), z.union([z.literal(20), z.literal(50), z.literal(100)]).catch(50)),
});

export type GrantFilters = z.infer<typeof grantFilters>;
