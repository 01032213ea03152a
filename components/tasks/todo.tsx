import { Card } from "@/components/ui/card";
import type { TaskGroup } from "@/lib/tasks/queries";
import { TaskGroups } from "./task-groups";

/** On a first page: what waits, or that nothing does. */
export function Todo({ groups }: { groups: readonly TaskGroup[] }) {
  return groups.length > 0 ? <TaskGroups groups={groups} /> : <Card title="没有待办"><p className="text-ink-2">需要您办理的事项会列在这里，办完自动移走。</p></Card>;
}
