import { Card } from "@/components/ui/card";
import { participationNames } from "@/lib/activities/labels";
import type { ActivityRecord } from "@/lib/activities/queries";
import type { ParticipationState } from "@/prisma/client/enums";

type Counts = Partial<Record<ParticipationState, number>>;

/** How many stand on the list of an activity, by where they stand. */
export function ListCounts({ of, counts }: { of: Pick<ActivityRecord, "id" | "capacity">; counts: Counts }) {
  const states = (Object.keys(participationNames) as ParticipationState[]).filter((state) => counts[state]);
  const total = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <Card title="名单" aside={`${total} 人${of.capacity === null ? "" : `，名额 ${of.capacity}`}`}>
      {total === 0 ? <p className="text-ink-3">名单上还没有人。</p> : <dl className="describe">{states.map((state) => <div key={state}><dt>{participationNames[state]}</dt><dd className="num">{counts[state]}</dd></div>)}</dl>}
    </Card>
  );
}
