import { Notice } from "@/components/ui/notice";
import { formatDateLong } from "@/lib/platform/clock";
import { dateUnread } from "@/lib/compositions/schema";

/** Says that the date in the address was none, and which one is used instead. */
export function UnreadDate({ params, on }: { params: Record<string, string | string[] | undefined>; on: string }) {
  if (!dateUnread(params)) return null;
  return <div className="mb-3"><Notice tone="warn" title="没有读懂年龄截至日期">已按 {formatDateLong(on)} 统计。日期应写成 2025-12-31 这样的形式。</Notice></div>;
}
