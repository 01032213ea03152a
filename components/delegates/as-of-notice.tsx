import { Notice } from "@/components/ui/notice";
import { dayUnread } from "@/lib/delegates/filters";
import { formatDateLong } from "@/lib/platform/clock";

/** Says of which day the list below is, or that the day asked for is none. */
export function AsOfNotice({ params, asOf }: { params: Record<string, string | string[] | undefined>; asOf: string | null }) {
  if (dayUnread(params)) return <div className="mb-3"><Notice tone="warn" title="名单截至的日期不能用">已列出今天的名单。日期应不晚于今天。</Notice></div>;
  if (!asOf) return null;
  return <div className="mb-3"><Notice tone="info" title={`以下是截至${formatDateLong(asOf)}的名单`}>状态、代表团、小组、选举单位、学历和职务按当日的登记，年龄算到当日；姓名、性别、民族等个人信息按现在的登记。</Notice></div>;
}
