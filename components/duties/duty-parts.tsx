import { Describe } from "@/components/ui/describe";
import { Notice } from "@/components/ui/notice";
import { Timeline } from "@/components/ui/timeline";
import { fieldNames, kindNames, originNames } from "@/lib/duties/labels";
import type { Duty, Step } from "@/lib/duties/queries";
import { kinds } from "@/lib/duties/registry";
import { formatDateLong, formatInstant } from "@/lib/platform/clock";

const Lines = ({ text }: { text: string }) => <span className="whitespace-pre-line break-words">{text}</span>;

/** Everything a record says, in the order it was asked; what nobody answered is left out. */
export function DutyFacts({ of, columns }: { of: Duty; columns?: "two" }) {
  const kind = kinds[of.kind];
  const { fields, content } = kind;
  const answers = Object.entries(fields).flatMap(([key, { label, input }]) => (of.detail[key] === null || of.detail[key] === undefined ? [] : [{ term: label, value: <Lines text={String(of.detail[key])} />, full: input === "text" }]));
  const line = (term: string | undefined, value: string | null, full = false) => (value ? [{ term: term ?? "", value: <Lines text={value} />, full }] : []);
  return (
    <Describe {...(columns ? { columns } : {})} items={[
      { term: "类别", value: kindNames[of.kind] }, { term: "履职日期", value: formatDateLong(of.heldOn) }, ...line(fieldNames.hours, of.hours === null ? null : String(of.hours)), ...line(fieldNames.place, of.place), ...line(fieldNames.contacts, of.named.map(({ name }) => name).join("、") || null, true), ...line(content.label, of.content, true), ...answers,
      ...line(fieldNames.evidence, of.evidence, true), ...line(fieldNames.lateReason, of.lateReason, true),
      { term: "来源", value: of.origin === "OWN" ? originNames.OWN : of.origin === "BEHALF" ? `${originNames.BEHALF}（${of.authorName}）` : of.activity ? `${originNames[of.origin]}：${of.activity.title}` : originNames[of.origin], full: true },
    ]} />
  );
}

/** What somebody said of a record: a refusal, a revocation, a dispute and its answer, a confirmation still open. */
export function DutyWords({ of }: { of: Duty }) {
  return (
    <>
      {of.state === "REJECTED" ? <Notice tone="warn" title={of.mends ? "已退回，请修改后再次提交" : "已退回填报人修改"}>{of.reviewNote}</Notice> : null}
      {of.state === "REVOKED" ? <Notice tone="warn" title="已撤销，不再计入履职">理由见办理经过。</Notice> : null}
      {of.state === "APPROVED" && of.reviewNote ? <Notice tone="done" title="审核意见">{of.reviewNote}</Notice> : null}
      {of.dispute && of.disputedAt ? <Notice tone="warn" title={`代表于 ${formatInstant(of.disputedAt)} 提出异议`}>{of.dispute}</Notice> : null}
      {of.disputeReply && of.settledAt ? <Notice title={`组织部于 ${formatInstant(of.settledAt)} 答复`}>{of.disputeReply}</Notice> : null}
      {of.origin !== "OWN" && of.confirmedAt ? <Notice tone="done" title={`代表本人已于 ${formatInstant(of.confirmedAt)} 确认`} /> : null}
    </>
  );
}

/** Who took which step, the latest on top. What a workbook brought was done elsewhere. */
export function DutySteps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return <p className="text-ink-3">记录由历史资料导入，此后没有办理。</p>;
  return <Timeline items={steps.map((s, i) => ({ key: s.key, title: s.title, when: s.when, text: [s.by, s.reason].filter(Boolean).join("："), at: i === 0 ? "now" as const : "past" as const }))} />;
}
