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

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** Filters of the list of grants as they stand in the address; nonsense is dropped. "none" asks for accounts without a role. */
export const grantFilters = z.object({
  q: z.preprocess(first, z.string().trim().max(64).catch("")),
  role: z.preprocess(first, z.union([z.enum(Role), z.literal("none")]).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1)),
  size: z.preprocess((v) => Number(first(v)), z.union([z.literal(20), z.literal(50), z.literal(100)]).catch(50)),
});

export type GrantFilters = z.infer<typeof grantFilters>;
