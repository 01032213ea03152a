import { Card } from "@/components/ui/card";
import type { AccountActor } from "@/lib/platform/actor";
import { listTaskGroups } from "@/lib/tasks/queries";
import { StandInCards } from "./stand-in-card";
import { TaskGroups } from "./task-groups";

/** On a first page: what waits for the reader and for those the reader stands in for, or that nothing does. */
export async function Todo({ actor, quiet }: { actor: AccountActor; /** Says nothing where nothing waits. */ quiet?: boolean }) {
  const groups = await listTaskGroups(actor);
  const none = quiet ? null : <Card title="没有待办"><p className="text-ink-2">需要您办理的事项会列在这里，办完自动移走。</p></Card>;
  return <div className="stack empty:hidden">{groups.length > 0 ? <TaskGroups groups={groups} /> : none}<StandInCards actor={actor} /></div>;
}
