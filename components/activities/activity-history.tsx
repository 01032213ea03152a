import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import { verbNames } from "@/lib/activities/labels";
import type { listHistory } from "@/lib/activities/queries";

/** Who did what to an activity; nothing where the reader does not organise it. */
export function ActivityHistory({ rows }: { rows: Awaited<ReturnType<typeof listHistory>> }) {
  if (rows.length === 0) return null;
  return <Card title="办理记录"><Timeline items={rows.map(({ key, verb, at, actorName, reason }) => ({ key, title: verbNames[verb] ?? verb, when: at, text: reason ? `${actorName}：${reason}` : actorName, at: "past" as const }))} /></Card>;
}
