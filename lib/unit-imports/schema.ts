import { z } from "zod";

const id = z.uuid("导入编号不正确");

export const commitInput = z.object({
  id, mode: z.enum(["ADD_ONLY", "ADD_AND_ADJUST"], "请选择导入方式"),
  /** What the preview showed, as one mark: anything else means that the tree moved meanwhile. */
  expected: z.string().regex(/^[\da-f]{64}$/, "请刷新页面重新核对"),
  basis: z.string().trim().max(200, "依据不超过 200 个字").transform((v) => v || null),
});
export type Commit = z.infer<typeof commitInput>;

export const cancelInput = z.object({ id });

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

export const views = ["trouble", "ADD", "CHANGED", "SAME", "ERROR", "all"] as const;
export type View = (typeof views)[number];

export const previewParams = z.object({
  show: z.preprocess(first, z.enum(views).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1000).catch(1)),
});

export const startParams = z.object({
  refused: z.preprocess(first, z.string().max(300).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
