import { z } from "zod";
import { failureKinds } from "./labels";

/** Which failures: "job:<id>"; many at once come as a list. */
const picked = z.string().transform((text, context) => {
  const [kind, id] = text.split(":");
  const known = failureKinds.find((one) => one === kind);
  if (known && z.uuid().safeParse(id).success) return { kind: known, id: id ?? "" };
  context.addIssue("选中的任务不正确，请刷新页面后重新选择");
  return z.NEVER;
});

export const settleInput = z.object({ ids: z.union([picked.transform((one) => [one]), z.array(picked).min(1, "请选择任务").max(200, "一次最多办理 200 件")], "请选择任务") });
export type Picked = z.infer<typeof settleInput>["ids"];
