import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { TaskGroup } from "@/lib/tasks/queries";
import { TaskList } from "./task-list";

/** What waits, by kind, what is overdue on top; the number of each is that of the list behind it. */
export function TaskGroups({ groups }: { groups: readonly TaskGroup[] }) {
  return (
    <div className="stack">
      {groups.map(({ kind, name, total, late, tasks }) => (
        <Card key={kind} title={`${name} ${total} 件`} aside={late > 0 ? `其中超期 ${late} 件` : undefined}>
          <TaskList tasks={tasks} label={name} />
          {total > tasks.length ? <p className="mt-3"><Link href={`/tasks?kind=${kind}`} prefetch={false}>查看全部 {total} 件</Link></p> : null}
        </Card>
      ))}
    </div>
  );
}
