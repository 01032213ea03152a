import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import type { Task } from "@/lib/tasks/queries";

function Due({ task }: { task: Task }) {
  if (task.overdue) return <Tag tone="danger">超期，应于 {task.due}</Tag>;
  if (task.today) return <Tag tone="amber">今天到期</Tag>;
  if (task.due) return <Tag tone={task.near ? "amber" : "plain"}>{task.due} 到期</Tag>;
  return <span className="num text-ink-3">{task.since} 起</span>;
}

/** Tasks of one kind, one tap to the act each. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label: string }) {
  return (
    <ul className="divide-y divide-line" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id}>
          <Link href={task.href} prefetch={false} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 text-ink hover:text-blue">
            <span><b className="font-medium">{task.title}</b>{task.note ? <span className="ml-2 text-ink-3">{task.note}</span> : null}</span><Due task={task} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
