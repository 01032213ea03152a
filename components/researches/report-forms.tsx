import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field, Input, Textarea } from "@/components/ui/field";
import { adoptReport, enterReportRemark, fileReport, remarkReport, sendBackReport, setReportPublication, submitReport, writeReport } from "@/lib/researches/actions";
import { effects, fieldNames, REPORT_LIMIT } from "@/lib/researches/labels";
import type { ResearchRecord } from "@/lib/researches/queries";
import type { PageStep } from "@/lib/researches/schema";
import { today } from "@/lib/platform/clock";

type Props = { of: ResearchRecord; here: string };

const frame = ({ of, here }: Props) => ({ formKey: randomUUID(), labels: fieldNames, version: of.version, beside: <LinkButton href={here} variant="plain">返回</LinkButton> });
const Id = ({ of }: Pick<Props, "of">) => <input type="hidden" name="id" value={of.id} />;
const Said = ({ children }: { children: ReactNode }) => <p className="mb-4 text-ink-2">{children}</p>;
const Why = () => <Field name="reason" label={fieldNames.reason} hint="随消息告知全组"><Textarea rows={3} maxLength={500} /></Field>;

const WriteForm = (props: Props) => (
  <ActionForm {...frame(props)} action={writeReport} submit="保存报告" id="report-form">
    <Id of={props.of} />
    <Field name="reportTitle" label={fieldNames.reportTitle}><Input maxLength={100} defaultValue={props.of.reportTitle ?? ""} autoComplete="off" /></Field>
    <Field name="reportText" label={fieldNames.reportText} hint="一行一段。以“一、”或“#”开头的一行是标题，以“（一）”或“##”开头的是小标题。"><Textarea rows={20} maxLength={REPORT_LIMIT} defaultValue={props.of.reportText ?? ""} /></Field>
  </ActionForm>
);

/** A plain multipart form: it works without scripts. */
const ImportForm = ({ of, here, refused }: Props & { refused?: string }) => (
  <form action={`${here}/import`} method="post" encType="multipart/form-data">
    {refused ? <div className="notice danger mb-3" role="alert"><b>{refused}</b></div> : null}
    <div className="field">
      <label htmlFor="file">Word 文件</label>
      <p className="hint" id="file-hint">.docx，不超过 10 MB，不得含涉密内容。只取文字和标题，图片、表格的格式不保留；导入后可以修改。</p>
      <input id="file" name="file" type="file" required accept=".docx" aria-describedby="file-hint" className="input" />
    </div>
    {of.reportText ? <div className="field"><div className="choice bare"><input type="checkbox" id="replace" name="replace" value="on" /><label htmlFor="replace">替换现有正文</label></div></div> : null}
    <div className="send"><Button variant="primary">导入正文</Button><LinkButton href={here} variant="plain">返回</LinkButton></div>
  </form>
);

const SubmitForm = (props: Props) => <><Said>{effects.submit}</Said><ActionForm {...frame(props)} action={submitReport} submit="提交报告" id="submit"><Id of={props.of} /></ActionForm></>;
const SendBackForm = (props: Props) => <><Said>{effects.sendBack}</Said><ActionForm {...frame(props)} action={sendBackReport} submit="退回修改" id="sendBack"><Id of={props.of} /><Why /></ActionForm></>;
const FileForm = (props: Props) => <><Said>{effects.file}</Said><ActionForm {...frame(props)} action={fileReport} submit="归档报告" id="file-report"><Id of={props.of} /><Why /></ActionForm></>;

const AdoptForm = (props: Props) => (
  <>
    <Said>{effects.adopt}</Said>
    <ActionForm {...frame(props)} action={adoptReport} submit="采纳报告" id="adopt">
      <Id of={props.of} />
      <Field name="adoptedBy" label={fieldNames.adoptedBy}><Input maxLength={100} autoComplete="off" /></Field>
      <Field name="adoptionPaper" label={fieldNames.adoptionPaper} hint="如 区委办发〔2026〕12号"><Input maxLength={100} autoComplete="off" /></Field>
    </ActionForm>
  </>
);

const PublishForm = (props: Props) => (
  <ActionForm {...frame(props)} action={setReportPublication} submit="保存设定" id="publish">
    <Id of={props.of} />
    <Checkbox name="published" label="向全体代表公开报告和采纳情况" defaultChecked={props.of.publishedAt !== null} />
    <Checkbox name="remarks" label="批示随报告公开" defaultChecked={props.of.remarksOpen} />
  </ActionForm>
);

function RemarkForm(props: Props) {
  const { version: _, ...shared } = frame(props);
  const text = <Field name="remark" label={fieldNames.remark}><Textarea rows={5} maxLength={1000} /></Field>;
  if (props.of.can.remark) return <><Said>{effects.remark}</Said><ActionForm {...shared} action={remarkReport} submit="写下批示" id="remark"><Id of={props.of} />{text}</ActionForm></>;
  return (
    <>
      <Said>按纸质件录入，录入后不能修改或删除。</Said>
      <ActionForm {...shared} action={enterReportRemark} submit="录入批示" id="remark">
        <Id of={props.of} />
        <div className="fields"><Field name="byName" label={fieldNames.byName}><Input maxLength={40} autoComplete="off" /></Field><Field name="writtenOn" label={fieldNames.writtenOn}><Input type="date" max={today()} /></Field></div>
        {text}
      </ActionForm>
    </>
  );
}

export const reportSteps = { report: "撰写报告", import: "导入 Word 文件", submit: "提交报告", sendBack: "退回修改", adopt: "采纳报告", file: "归档报告", publish: "公开设定", remark: "批示" } as const;
export type ReportStep = keyof typeof reportSteps;

/** The step asked for, if it is one of the report and open to the reader now. */
export function reportStepOf(of: ResearchRecord, step: PageStep | undefined): ReportStep | null {
  const open: Record<ReportStep, boolean> = {
    report: of.can.write, import: of.can.write, submit: of.can.submit && of.reportText !== null, sendBack: of.open.includes("sendBack"), adopt: of.open.includes("adopt"), file: of.open.includes("file"), publish: of.can.publish, remark: of.can.remark || of.can.enterRemark,
  };
  return step && step in open && open[step as ReportStep] ? (step as ReportStep) : null;
}

/** The form of one step of the report. */
export function ReportStepForm({ step, refused, ...props }: Props & { step: ReportStep; refused?: string }) {
  switch (step) {
    case "report": return <WriteForm {...props} />;
    case "import": return <ImportForm {...props} {...(refused ? { refused } : {})} />;
    case "submit": return <SubmitForm {...props} />;
    case "sendBack": return <SendBackForm {...props} />;
    case "adopt": return <AdoptForm {...props} />;
    case "file": return <FileForm {...props} />;
    case "publish": return <PublishForm {...props} />;
    case "remark": return <RemarkForm {...props} />;
  }
}
