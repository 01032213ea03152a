import type { ReactNode } from "react";
import { Timeline, type Moment } from "@/components/ui/timeline";
import { onRegister } from "@/lib/delegates/flow";
import { causeNames, electionNames, eventNames } from "@/lib/delegates/labels";
import type { DelegateRecord } from "@/lib/delegates/queries";
import { formatDateLong, formatMonth } from "@/lib/platform/clock";

const day = (date: Date) => formatDateLong(date.toISOString());

/** Newest first; the election is always the oldest, also when the review has the same day. */
export function inOrder(events: DelegateRecord["statusEvents"]): DelegateRecord["statusEvents"] {
  return [...events].sort((a, b) => b.effectiveOn.getTime() - a.effectiveOn.getTime() || b.recordedAt.getTime() - a.recordedAt.getTime() || Number(a.event === "ELECT") - Number(b.event === "ELECT"));
}

/** How somebody came to be elected; a day that is not filled in is that of the term, and said to be so. */
const elected = (d: DelegateRecord): string =>
  [d.unit.parentId ? d.unit.name : null, electionNames[d.electionKind], d.electedOn ? null : "当选日期未填，按任期起始日计"].filter(Boolean).join("，");

/** 资格与任职: what happened to the mandate, where it stands, and when it ends. `source` is the file somebody was taken in by. */
export function StatusRail({ d, source }: { d: DelegateRecord; source?: ReactNode }) {
  const told = inOrder(d.statusEvents).map((e, i): Moment => ({
    key: e.id, title: eventNames[e.event], when: day(e.event === "ELECT" ? (d.electedOn ?? e.effectiveOn) : e.effectiveOn), at: i === 0 ? "now" : "past",
    text: e.event === "ELECT" ? <>{elected(d)}{source ? <><br />导入文件：{source}</> : null}</> : [e.cause && causeNames[e.cause], e.basis].filter(Boolean).join("，"),
  }));
  const ahead: Moment[] = onRegister.includes(d.status) ? [{ key: "end", title: "任期届满", when: `随届次，预计 ${formatMonth(d.term.endsOn.toISOString())}`, at: "next" }] : [];
  return <Timeline items={[...ahead, ...told]} />;
}
