import Link from "next/link";
import { Describe } from "@/components/ui/describe";
import { Card } from "@/components/ui/card";
import { NeedRow } from "@/components/ui/rows";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { Timeline } from "@/components/ui/timeline";
import { LinkButton } from "@/components/ui/button";
import { kindNames, stateTones } from "@/lib/opinions/labels";
import type { OwnOccasion } from "@/lib/opinions/occasion-queries";
import type { Opinion, Step } from "@/lib/opinions/queries";
import { formatDateLong, formatInstant } from "@/lib/platform/clock";

const Lines = ({ text }: { text: string }) => <span className="whitespace-pre-line break-words">{text}</span>;

/** What was said and where it went; whoever handles it is not told who said it. */
export function OpinionFacts({ of, columns }: { of: Opinion; columns?: "two" }) {
  const line = (term: string, value: string | null | undefined, full = false) => (value ? [{ term, value: <Lines text={value} />, full }] : []);
  return (
    <Describe {...(columns ? { columns } : {})} items={[
      { term: "意见内容", value: <Lines text={of.content} />, full: true }, { term: "种类", value: kindNames[of.kind] }, { term: "提出时间", value: of.submitted },
      ...line("来源", of.paper && of.authorName ? `书面材料，${of.authorName}录入` : null), ...line("承办单位", of.handedTo), ...line("交办时间", of.handedAt && formatInstant(of.handedAt)), ...line("交办的要求", of.handNote, true),
    ]} />
  );
}

/** What was answered, said again, sent back and filed, each in a box of its own. */
export function OpinionWords({ of }: { of: Opinion }) {
  return (
    <>
      {of.backReason && of.state === "HANDED" ? <Notice tone="warn" title="组织部退回重新答复"><Lines text={of.backReason} /></Notice> : null}
      {of.earlierAnswer ? <Notice title="第一次的答复"><Lines text={of.earlierAnswer} /></Notice> : null}
      {of.againReason && of.askedAgainAt ? <Notice tone="warn" title={`代表于 ${formatInstant(of.askedAgainAt)} 再次提出`}><Lines text={of.againReason} /></Notice> : null}
      {of.answer && of.answeredBy && of.answeredOn ? <Notice tone="done" title={`答复：${of.answeredBy}，${formatDateLong(of.answeredOn)}`}><Lines text={of.answer} /></Notice> : null}
      {of.fileReason ? <Notice tone="warn" title="不转办，已存档"><Lines text={of.fileReason} /></Notice> : null}
    </>
  );
}

/** Who took which step, the latest on top. */
export const OpinionSteps = ({ steps }: { steps: readonly Step[] }) => steps.length === 0 ? <p className="text-ink-3">没有办理经过。</p> : <Timeline items={steps.map((s, i) => ({ key: s.key, title: s.title, when: s.when, text: [s.by, s.reason].filter(Boolean).join("："), at: i === 0 ? "now" as const : "past" as const }))} />;

/** The own opinions on the phone. */
export function OwnOpinions({ rows, label }: { rows: readonly Opinion[]; label: string }) {
  return (
    <ul className="card rows" aria-label={label}>
      {rows.map((row) => <NeedRow key={row.id} href={`/my/opinions/${row.id}`} kind={row.title} tag={<Tag tone={stateTones[row.state]}>{row.stateName}</Tag>} title={row.content.length > 40 ? `${row.content.slice(0, 40)}…` : row.content} from={row.submitted} act={row.open.includes("acknowledge") ? "看答复" : "查看"} />)}
    </ul>
  );
}

/** What was said after this meeting, and the way to say more. Nothing where nothing is gathered. */
export function OwnOccasionCard({ occasion, rows }: { occasion: OwnOccasion | null; rows: readonly Opinion[] }) {
  if (!occasion || (!occasion.mandate && rows.length === 0)) return null;
  return (
    <Card title={kindNames[occasion.gathers]}>
      {rows.length > 0 ? <ul className="mb-4 grid gap-2">{rows.map((row) => <li key={row.id} className="flex flex-wrap items-baseline justify-between gap-x-4"><Link href={`/my/opinions/${row.id}`} prefetch={false} className="underline break-words">{row.content.slice(0, 30)}{row.content.length > 30 ? "…" : ""}</Link><Tag tone={stateTones[row.state]}>{row.stateName}</Tag></li>)}</ul> : null}
      {occasion.why ? <p className="text-ink-2">{occasion.why}</p> : <><p className="mb-4 text-ink-2">{formatDateLong(occasion.until)}前可以提出，由组织部交有关单位办理，答复送您本人。</p><LinkButton href={`/my/opinions/new?activity=${occasion.of.id}`} wide>提出意见</LinkButton></>}
    </Card>
  );
}
