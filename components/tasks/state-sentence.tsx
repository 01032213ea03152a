import Link from "next/link";
import type { LateUnit } from "@/lib/deadlines/outlook-queries";
import type { TaskGroup } from "@/lib/tasks/queries";

type Props = { groups: readonly TaskGroup[]; late: readonly LateUnit[]; seats: number };

/** How things stand, in one sentence, each number with its rows behind it. */
export function StateSentence({ groups, late, seats }: Props) {
  const tasks = groups.reduce((sum, group) => sum + group.total, 0);
  const over = late.reduce((sum, row) => sum + row.late, 0);
  return (
    <p className="say num">
      {tasks === 0 ? "您没有待办" : <>您有 <Link href="/tasks" prefetch={false}>{tasks}</Link> 件待办</>}；
      {over === 0 ? "没有超期的事项" : <>{late.length} 个单位有 <Link href="/deadlines?light=overdue" prefetch={false}>{over}</Link> 件超期</>}；
      {seats === 0 ? "没有待补选的缺额。" : <><Link href="/manage/vacancies?state=OPEN" prefetch={false}>{seats}</Link> 个代表缺额待补选。</>}
    </p>
  );
}
