import { Timeline, type Moment } from "@/components/ui/timeline";
import { formatDateLong } from "@/lib/platform/clock";
import type { Termination } from "@/lib/terminations/queries";

const proposed = (t: Termination): Moment =>
  t.cause === "DEATH" ? { key: "record", title: "登记去世", when: formatDateLong(t.proposedOn), text: t.proposedBy, at: "past" } : { key: "propose", title: "提出终止", when: formatDateLong(t.proposedOn), text: t.proposedBy, at: t.state === "PROPOSED" ? "now" : "past" };

function decided(t: Termination): Moment | null {
  if (t.state === "WITHDRAWN") return { key: "withdraw", title: "已撤回", text: t.note, at: "now" };
  if (t.state === "PROPOSED") return { key: "decide", title: "党委决定", text: "记录决定日期、会议和文号", at: "next" };
  if (t.state === "DECIDED_NO") return { key: "decideNo", title: "决定不予终止", when: t.decidedOn ? formatDateLong(t.decidedOn) : "", text: [t.meeting, t.documentNo, t.note].filter(Boolean).join("，"), at: "now" };
  const ends = t.effectiveOn ? `资格自${formatDateLong(t.effectiveOn)}终止` : "";
  if (t.cause === "DEATH") return { key: "death", title: "资格终止", text: ends, at: t.state === "FILED" ? "past" : "now" };
  return { key: "decideYes", title: "决定终止", when: t.decidedOn ? formatDateLong(t.decidedOn) : "", text: [t.meeting, t.documentNo, ends].filter(Boolean).join("，"), at: t.state === "FILED" ? "past" : "now" };
}

function filed(t: Termination): Moment | null {
  if (t.state === "FILED") return { key: "file", title: "已备案", when: t.filedOn ? formatDateLong(t.filedOn) : "", text: [t.filedWith, t.filingNo].filter(Boolean).join("，"), at: "now" };
  if (t.state === "WITHDRAWN" || t.state === "DECIDED_NO") return null;
  return { key: "toFile", title: "报上一级党委备案", at: "next" };
}

/** What happened to a case, where it stands, and what is still to come; the latest on top. */
export function TerminationSteps({ of }: { of: Termination }) {
  return <Timeline items={[filed(of), decided(of), proposed(of)].filter((m): m is Moment => m !== null)} />;
}
