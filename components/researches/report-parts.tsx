import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { displayName } from "@/lib/platform/chinese/name";
import { formatDateLong, formatInstant } from "@/lib/platform/clock";
import { reportNames, reportTones } from "@/lib/researches/labels";
import type { RemarkRow, ResearchRecord } from "@/lib/researches/queries";
import { blocksOf } from "@/lib/researches/report-text";

type Props = { of: ResearchRecord; here: string };

/** The text of a report, its headings as headings. */
function ReportText({ of }: { of: ResearchRecord }) {
  return (
    <article className="max-w-[46em] break-words leading-relaxed">
      <h3 className="mb-3 text-center text-lg font-bold">{of.reportTitle}</h3>
      {blocksOf(of.reportText ?? "").map(({ level, text }, i) => (level === 1 ? <h4 key={i} className="mt-4 mb-1 font-bold">{text}</h4> : level === 2 ? <h5 key={i} className="mt-2 font-semibold">{text}</h5> : <p key={i} className="indent-[2em]">{text}</p>))}
    </article>
  );
}

/** What became of a report, where it needs saying. */
function ReportWords({ of }: { of: ResearchRecord }) {
  if (of.state === "RETURNED" && of.reviewReason) return <Notice tone="warn" title={of.can.write ? "已退回，请修改后再次提交" : "已退回修改"}>{of.reviewReason}</Notice>;
  if (of.state === "FILED" && of.reviewReason) return <Notice title="已归档">{of.reviewReason}</Notice>;
  return of.state === "ADOPTED" ? <Notice tone="done" title={`${of.adoptedBy ?? ""}采纳`}>采纳文件：{of.adoptionPaper}</Notice> : null;
}

/** The report as far as the reader may read it, and what can be done with it; every step is a page of its own. */
export function ReportCard({ of, here }: Props) {
  const begun = of.activityState === "HELD" || of.activityState === "ARCHIVED" || of.reportText !== null;
  const steps = [
    ...(of.can.write ? [{ step: "report", label: of.reportText ? "修改报告" : "撰写报告" }, { step: "import", label: "导入 Word 文件" }] : []), ...(of.can.submit && of.reportText ? [{ step: "submit", label: "提交报告" }] : []),
    ...(of.open.includes("adopt") ? [{ step: "adopt", label: "采纳" }, { step: "sendBack", label: "退回修改" }, { step: "file", label: "归档" }] : []), ...(of.can.publish ? [{ step: "publish", label: "公开设定" }] : []),
  ];
  return (
    <Card title="调研报告" id="report" aside={begun ? <Tag tone={reportTones[of.state]}>{reportNames[of.state]}</Tag> : null}>
      <div className="stack">
        <ReportWords of={of} />
        {of.submittedAt && of.read ? <Describe items={[{ term: "提交", value: <span className="num">{displayName(of.submitterName ?? "")} {formatInstant(of.submittedAt)}</span> }, ...(of.reviewedAt && of.inside ? [{ term: "审阅", value: <span className="num">{of.reviewerName} {formatInstant(of.reviewedAt)}</span> }] : []), ...(of.state === "ADOPTED" && of.inside ? [{ term: "公开", value: of.publishedAt ? `已向全体代表公开${of.remarksOpen ? "，含批示" : "，不含批示"}` : "没有公开" }] : [])]} /> : null}
        {of.reportText ? <ReportText of={of} /> : <p className="text-ink-3">{of.can.write ? "还没有报告。可以先撰写，调研登记已举行后提交。" : of.read ? "还没有报告。" : "报告提交后，在这里查看。"}</p>}
        {steps.length > 0 || of.reportText ? (
          <div className="no-print flex flex-wrap gap-3">
            {steps.map(({ step, label }) => <LinkButton key={step} href={`${here}?step=${step}`} {...(step === "submit" || step === "adopt" ? { variant: "primary" as const } : {})}>{label}</LinkButton>)}
            {of.reportText ? <LinkButton href={`${here}/report`} download>下载 Word 文件</LinkButton> : null}
          </div>
        ) : null}
      </div>
    </Card>
  );
}

/** Remarks in the order of writing; they are never changed. */
export function RemarksCard({ of, here, remarks }: Props & { remarks: readonly RemarkRow[] }) {
  const writes = of.can.remark || of.can.enterRemark;
  if (remarks.length === 0 && !writes) return null;
  return (
    <Card title="批示" id="remarks" aside={remarks.length > 0 ? `${remarks.length} 条` : null} bare>
      {remarks.length === 0 ? <p className="p-[16px] lg:px-[20px] text-ink-3">还没有批示。</p> : (
        <ul className="rows">
          {remarks.map((r) => (
            <li key={r.id} className="px-[16px] py-[12px] lg:px-[20px]"><p className="whitespace-pre-line break-words">{r.text}</p><p className="mt-1 text-ink-3">{displayName(r.byName)}，<span className="num">{formatDateLong(r.writtenOn)}</span>{r.enteredBy && of.inside ? `（纸质件，${r.enteredBy}录入）` : ""}</p></li>
          ))}
        </ul>
      )}
      {writes ? <div className="no-print p-[16px] lg:px-[20px]"><LinkButton href={`${here}?step=remark`} {...(of.can.remark ? { variant: "primary" as const } : {})}>{of.can.remark ? "写批示" : "录入纸质批示"}</LinkButton></div> : null}
    </Card>
  );
}
