import { Notice } from "@/components/ui/notice";
import { formatDateLong } from "@/lib/platform/clock";
import { dateUnread, dayUnread } from "@/lib/compositions/schema";

/** Says that a date in the address was none, and which one is used instead. */
export function UnreadDate({ params, on }: { params: Record<string, string | string[] | undefined>; on: string }) {
  return (
    <>
      {dateUnread(params) ? <div className="mb-3"><Notice tone="warn" title="没有读懂年龄截至日期">已按 {formatDateLong(on)} 统计。日期应写成 2025-12-31 这样的形式。</Notice></div> : null}
      {dayUnread(params) ? <div className="mb-3"><Notice tone="warn" title="名单截至的日期不能用">已按今天的名单统计。日期应不晚于今天，写成 2025-12-31 这样的形式。</Notice></div> : null}
    </>
  );
}
