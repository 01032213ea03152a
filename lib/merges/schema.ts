import { z } from "zod";
import { personFields, type PersonField } from "./labels";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const version = z.coerce.number("版本不正确").int("版本不正确");
const side = z.enum(["keep", "drop"], "请选择采用哪一边的");
const grounds = z.string().trim().min(4, "请写明依据，至少 4 个字").max(500, "依据不超过 500 个字");
const picks = Object.fromEntries(personFields.map((field) => [field, side.default("keep")])) as Record<PersonField, z.ZodDefault<typeof side>>;

/** Which two become one, which side each fact is taken from, and whose mandate stays where both have one. */
export const mergeInput = z.object({ ...picks, keepId: z.uuid("人员编号不正确"), dropId: z.uuid("人员编号不正确"), keepVersion: version, dropVersion: version, stays: side.optional(), grounds });
export type MergeInput = z.infer<typeof mergeInput>;

export const undoInput = z.object({ id: z.uuid("编号不正确"), version });

export const distinguishInput = z.object({ keepId: z.uuid("人员编号不正确"), dropId: z.uuid("人员编号不正确"), grounds });
export const reconsiderInput = z.object({ keepId: z.uuid("人员编号不正确"), dropId: z.uuid("人员编号不正确") });

/** The pair looked at, as it stands in the address. */
export const pairParams = z.object({ keep: z.preprocess(first, z.string().max(60).optional().catch(undefined)), drop: z.preprocess(first, z.string().max(60).optional().catch(undefined)) });

export const mergeFilters = z.object({
  show: z.preprocess(first, z.enum(["merged", "apart"]).catch("merged")),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
