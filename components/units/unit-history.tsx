import { Timeline } from "@/components/ui/timeline";
import { eventNames } from "@/lib/units/labels";
import type { UnitRecord } from "@/lib/units/queries";

/** What became of a unit, newest first: the day, what changed, on what ground, recorded by whom. */
export function UnitHistory({ history }: { history: UnitRecord["history"] }) {
  return (
    <Timeline items={history.map((entry) => ({
      key: entry.id,
      title: eventNames[entry.event],
      when: entry.effectiveOn,
      text: (
        <>
          {entry.lines.map((line) => <span className="block text-ink-2" key={line}>{line}</span>)}
          {entry.basis ? <span className="block">依据：{entry.basis}</span> : null}
          <span className="block">{entry.by}，{entry.recordedAt} 记录</span>
        </>
      ),
      at: "past" as const,
    }))} />
  );
}
