import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Empty } from "@/components/ui/empty";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { hrefWith } from "@/components/ui/href";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { hoursOf } from "@/lib/certificates/labels";
import { addTrainingPlanLine, editTrainingPlanLine, removeTrainingPlanLine } from "@/lib/training-plans/actions";
import { fieldNames, formNames, progressNames, topicNames } from "@/lib/training-plans/labels";
import type { PlanLine } from "@/lib/training-plans/queries";

const PATH = "/manage/trainings";
const choices = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const months = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: `${i + 1}月` }));

/** The two parts of the trainings of a committee. */
export const TrainingTabs = ({ current, year }: { current: "plan" | "hours"; year: string }) => {
  const items = [{ href: hrefWith(PATH, { year }, {}), label: "年度计划" }, { href: hrefWith(`${PATH}/hours`, { year }, {}), label: "学时" }];
  return <Tabs label="培训" current={items[current === "plan" ? 0 : 1]?.href ?? ""} items={items} />;
};

/** A line of the plan, new or as it stands. */
export function LineForm({ of, year }: { of?: PlanLine; year: string }) {
  return (
    <Card title={of ? "修改计划" : "增加一项计划"}>
      <ActionForm action={of ? editTrainingPlanLine : addTrainingPlanLine} formKey={randomUUID()} id="line" submit={of ? "保存修改" : "增加"} labels={fieldNames} {...(of ? { version: of.version } : {})} beside={<LinkButton href={hrefWith(PATH, { year }, {})} variant="plain">返回</LinkButton>}>
        {of ? <input type="hidden" name="id" value={of.id} /> : null}
        <Field name="title" label={fieldNames.title}><Input maxLength={100} defaultValue={of?.title} autoComplete="off" /></Field>
        <div className="fields">
          <Field name="year" label={fieldNames.year}><Input inputMode="numeric" maxLength={4} defaultValue={of ? String(of.year) : year} className="short" /></Field>
          <Field name="month" label={fieldNames.month}><Select options={months} empty="请选择" defaultValue={of ? String(of.month) : ""} /></Field>
          <Field name="topic" label={fieldNames.topic}><Select options={choices(topicNames)} empty="请选择" defaultValue={of?.topic ?? ""} /></Field>
          <Field name="form" label={fieldNames.form}><Select options={choices(formNames)} empty="请选择" defaultValue={of?.form ?? ""} /></Field>
          <Field name="hours" label={fieldNames.hours}><Input inputMode="decimal" maxLength={5} defaultValue={of ? hoursOf(of.hours) : ""} className="short" /></Field>
          <Field name="people" label={fieldNames.people}><Input inputMode="numeric" maxLength={4} defaultValue={of ? String(of.people) : ""} className="short" /></Field>
          <Field name="organiser" label={fieldNames.organiser} optional><Input maxLength={60} defaultValue={of?.organiser ?? ""} /></Field>
        </div>
        <Field name="note" label={fieldNames.note} optional><Textarea rows={3} maxLength={300} defaultValue={of?.note ?? ""} /></Field>
      </ActionForm>
      {of && of.activities.length === 0 ? (
        <div className="mt-4"><Confirm label="删去这一项" title="删去后不能恢复" text="计划中不再有这一项；修改记录留在审计中。">
          <ActionForm action={removeTrainingPlanLine} formKey={randomUUID()} id="remove" submit="确认删去" variant="danger" version={of.version}><input type="hidden" name="id" value={of.id} /></ActionForm>
        </Confirm></div>
      ) : null}
    </Card>
  );
}

const columns = [{ label: "月份" }, { label: "名称", className: "who" }, { label: "主题" }, { label: "形式" }, { label: "学时", align: "right" as const }, { label: "人数", align: "right" as const }, { label: "承办单位" }, { label: "情况" }];

function Line({ of, edits }: { of: PlanLine; edits: boolean }) {
  return (
    <tr>
      <td className="num">{of.month}月</td>
      <th scope="row" className="who">{edits ? <Link href={hrefWith(PATH, { year: String(of.year), edit: of.id }, {})} prefetch={false}>{of.title}</Link> : of.title}{of.note ? <small className="block font-normal text-ink-3">{of.note}</small> : null}</th>
      <td>{topicNames[of.topic]}</td><td>{formNames[of.form]}</td><td className="r num">{hoursOf(of.hours)}</td><td className="r num">{of.people}</td><td className="wide">{of.organiser ?? "—"}</td>
      <td className="wide">{progressNames[of.progress]}
        {edits ? of.activities.map((a) => <Link key={a.id} className="block underline" href={`/manage/activities/${a.id}`} prefetch={false}>{a.title}</Link>) : null}
        {edits && of.progress === "open" ? <Link className="block underline print:hidden" href={hrefWith("/manage/activities/new", { line: of.id }, {})} prefetch={false}>据此拟活动</Link> : null}</td>
    </tr>
  );
}

/** The plan of a year, month by month. */
export function PlanTable({ lines, year, edits, narrowed }: { lines: readonly PlanLine[]; year: string; edits: boolean; narrowed: boolean }) {
  return (
    <Card bare title={`${year}年培训计划`} aside={<span className="num">{lines.length} 项，{hoursOf(lines.reduce((sum, l) => sum + l.hours, 0))} 学时</span>}>
      {lines.length === 0 ? <Empty title={narrowed ? "没有未举行的培训" : `${year}年还没有培训计划`} {...(narrowed ? { next: { href: hrefWith(PATH, { year }, {}), label: "查看全部" } } : {})} /> : <Table caption={`${year}年培训计划`} columns={columns} compact>{lines.map((line) => <Line key={line.id} of={line} edits={edits} />)}</Table>}
    </Card>
  );
}
