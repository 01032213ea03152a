import { Timeline, type Moment } from "@/components/ui/timeline";
import type { ActivityRecord } from "@/lib/activities/queries";
import { formatInstant } from "@/lib/platform/clock";

const at = (instant: Date | null): string => (instant ? formatInstant(instant) : "");

function momentsOf(of: ActivityRecord): Moment[] {
  const called: Moment[] = of.state === "CANCELLED" ? [{ key: "cancelled", title: "已取消", when: at(of.cancelledAt), text: of.cancelReason, at: "now" }] : [
    { key: "published", title: of.publishedAt ? "已发布" : "发布", when: at(of.publishedAt), at: of.state === "DRAFT" ? "next" : of.state === "PUBLISHED" ? "now" : "past" },
    { key: "held", title: of.heldAt ? "已举行" : "举行", when: at(of.heldAt), ...(of.heldAt ? {} : { text: "登记到会" }), at: of.state === "HELD" ? "now" : of.state === "ARCHIVED" ? "past" : "next" },
    { key: "closed", title: of.closedAt ? "出席名单已确认" : "确认出席名单", when: at(of.closedAt), at: of.state === "ARCHIVED" ? "now" : "next" },
  ];
  const before: Moment[] = of.state === "CANCELLED" && of.publishedAt ? [{ key: "published", title: "已发布", when: at(of.publishedAt), at: "past" }] : [];
  return [{ key: "planned", title: "拟稿", when: at(of.createdAt), text: of.authorName, at: of.state === "DRAFT" ? "now" : "past" }, ...before, ...called];
}

/** Where an activity stands, what was and what is still to come; the latest on top. */
export const ActivitySteps = ({ of }: { of: ActivityRecord }) => <Timeline items={momentsOf(of).reverse()} />;
