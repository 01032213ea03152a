import { NeedRow } from "@/components/ui/rows";
import { Tag } from "@/components/ui/tag";
import type { Task, TaskGroup } from "@/lib/tasks/queries";

const Due = ({ task }: { task: Task }) => (task.overdue ? <Tag tone="danger">已超期</Tag> : task.due ? <Tag tone={task.near ? "amber" : "plain"}>{task.due} 到期</Tag> : null);

/** On the phone: one card per thing that waits, what is overdue on top. */
export function NeedCards({ groups }: { groups: readonly TaskGroup[] }) {
  return (
    <ul className="card rows mb-3" aria-label="待办">
      {groups.flatMap(({ name, tasks }) => tasks.map((task) => <NeedRow key={task.id} href={task.href} kind={task.title} tag={<Due task={task} />} title={name} from={task.note} act="去办理" />))}
    </ul>
  );
}
