import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice";
import { Field, Input, MonthInput, Select, Textarea, type Option } from "@/components/ui/field";
import { fieldNames } from "@/lib/delegates/labels";
import type { FormAction } from "@/lib/platform/action-state";
import { forms } from "@/lib/delegates/choices";

type Values = Partial<Record<string, string | null>>;
type Lists = { delegation: readonly Option[]; group: readonly Option[]; unit: readonly Option[] };
type Props = {
  action: FormAction;
  formKey: string;
  submit: string;
  back: string;
  lists: Lists;
  values?: Values;
  flags?: readonly string[];
  version?: string;
  hidden: Record<string, string>;
  /** Names of further questions, for the list of what is wrong. */
  more?: Record<string, string>;
  /** More questions of one of the forms, before the last one; `lead` stands before all others. */
  children?: ReactNode;
  lead?: ReactNode;
};

const labels: Record<string, string> = { ...fieldNames, acceptReason: "情况说明", samePerson: "同名人员", reviewBasis: "资格审查依据" };

function Line({ name, values, ...rest }: { name: string; values: Values; inputMode?: "tel"; maxLength?: number; placeholder?: string }) {
  return <Field name={name} label={labels[name]}><Input defaultValue={values[name] ?? ""} autoComplete="off" {...rest} /></Field>;
}

const Month = ({ name, values }: { name: string; values: Values }) => (
  <Field name={name} label={labels[name]}><MonthInput defaultValue={values[name] ?? ""} /></Field>
);

const Pick = ({ name, values, options, empty = "未填" }: { name: string; values: Values; options: readonly Option[]; empty?: string }) => (
  <Field name={name} label={labels[name]}><Select options={options} empty={empty} defaultValue={values[name] ?? ""} /></Field>
);

function Basic({ values }: { values: Values }) {
  const masked = values.idNumber || values.mobile || values.address;
  return (
    <Card title="基本信息" aside="姓名、出生年月、代表团必填，其余可以后补">
      <div className="fields">
        <Line name="name" values={values} />
        <Line name="pinyin" values={values} placeholder="留空自动生成，读错时填 shan xiao feng" />
        <Pick name="sex" values={values} options={forms.sex} />
        <Pick name="ethnicity" values={values} options={forms.ethnicity} />
        <Month name="birthMonth" values={values} />
        <Line name="nativePlace" values={values} />
        <Month name="joinedPartyOn" values={values} />
        <Month name="workStartedOn" values={values} />
        <Line name="idNumber" values={values} maxLength={30} />
        <Line name="mobile" values={values} inputMode="tel" maxLength={30} />
        <Line name="officePhone" values={values} inputMode="tel" />
        <Line name="address" values={values} />
      </div>
      {masked ? <p className="mt-3 text-13 text-ink-3">已有的号码和住址只显示部分，不修改的请保留原样；清空即删去。</p> : null}
    </Card>
  );
}

function Post({ values }: { values: Values }) {
  return (
    <>
      <Card title="学历">
        <div className="fields">
          <Pick name="education" values={values} options={forms.education} />
          <Pick name="degree" values={values} options={forms.degree} />
          <Line name="school" values={values} />
        </div>
      </Card>
      <Card title="任职">
        <div className="fields">
          <Line name="employer" values={values} />
          <Line name="position" values={values} />
          <Line name="rank" values={values} />
          <Line name="professionalTitle" values={values} />
          <Pick name="occupation" values={values} options={forms.occupation} />
          <Line name="concurrentRoles" values={values} />
        </div>
      </Card>
    </>
  );
}

function Mandate({ values, flags, lists }: { values: Values; flags: readonly string[]; lists: Lists }) {
  return (
    <Card title="代表资格">
      <div className="fields">
        <Pick name="delegationId" values={values} options={lists.delegation} empty="请选择" />
        <Pick name="groupId" values={values} options={lists.group} />
        <Pick name="unitId" values={values} options={lists.unit} empty="未填，随代表团" />
        <Line name="delegateNo" values={values} />
        <Pick name="primaryCategory" values={values} options={forms.category} />
        <Field name="electedOn" label={labels.electedOn}><Input type="date" defaultValue={values.electedOn ?? ""} className="short" /></Field>
        <Field name="electionKind" label={labels.electionKind}><Select options={forms.election} defaultValue={values.electionKind ?? "GENERAL"} /></Field>
      </div>
      <div className="mt-5"><CheckboxGroup name="flags" label={labels.flags} options={forms.flags} across defaultValue={flags} /></div>
    </Card>
  );
}

/** The collection form, filled in by hand. Works without scripts; what was typed stays after any refusal. */
export function DelegateForm({ action, formKey, submit, back, lists, values = {}, flags = [], version, hidden, more = {}, lead, children }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} submit={submit} labels={{ ...labels, ...more }} version={version} id="delegate" className="stack max-w-5xl" beside={<LinkButton href={back} variant="plain">取消</LinkButton>}>
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {lead}
      <Basic values={values} />
      <Post values={values} />
      <Mandate values={values} flags={flags} lists={lists} />
      <Card title="备注与说明">
        <div className="fields grid-cols-1">
          <Field name="honours" label={labels.honours}><Textarea rows={2} defaultValue={values.honours ?? ""} /></Field>
          <Field name="remark" label={labels.remark}><Textarea rows={2} defaultValue={values.remark ?? ""} /></Field>
          {children}
          <Field name="acceptReason" label="情况说明" hint="内容与身份证号不一致、入党时不满 18 岁等，如确与干部档案一致，在此写明依据后可以保存"><Textarea rows={2} defaultValue="" /></Field>
        </div>
      </Card>
    </ActionForm>
  );
}
