import { z } from "zod";

const id = z.uuid("导入编号不正确");

export const commitInput = z.object({
  id,
  /** What the preview showed, as one mark: anything else means that roster or ledger moved meanwhile. */
  expected: z.string().regex(/^[\da-f]{64}$/, "请刷新页面重新核对"),
  doubles: z.enum(["leave", "write"], "请选择疑似重复的行怎样处理").default("leave"),
  reason: z.string().trim().max(200, "理由不超过 200 个字").transform((v) => v || null).default(null),
});
export type Commit = z.infer<typeof commitInput>;

export const cancelInput = z.object({ id });
export const undoInput = z.object({ id });

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

export const views = ["trouble", "ADD", "SAME", "DOUBLE", "ERROR", "late", "all"] as const;
export type View = (typeof views)[number];

export const previewParams = z.object({
  show: z.preprocess(first, z.enum(views).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1000).catch(1)),
});

export const startParams = z.object({
  refused: z.preprocess(first, z.string().max(300).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
