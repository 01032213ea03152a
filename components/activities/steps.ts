import type { ActivityRecord } from "@/lib/activities/queries";

export const stepNames = { publish: "发布", cancel: "取消活动", copy: "复制", remove: "删除拟稿" } as const;
export type Step = keyof typeof stepNames;

/** What the actor may do on the page of an activity, in the order of its buttons; holding and confirming have pages of their own. */
export function actsOf({ open, can, state }: Pick<ActivityRecord, "open" | "can" | "state">): Step[] {
  return [...(open.includes("publish") ? ["publish" as const] : []), ...(can.edit ? ["copy" as const] : []), ...(open.includes("cancel") ? ["cancel" as const] : []), ...(can.edit && state === "DRAFT" ? ["remove" as const] : [])];
}
