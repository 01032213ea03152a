import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { forms } from "@/lib/delegates/choices";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choice";
import { Field, Input, MonthInput, Select, Textarea } from "@/components/ui/field";
import { resubmitCorrection, submitCorrection } from "@/lib/corrections/actions";
import { fieldNames } from "@/lib/corrections/labels";
import { correctableFields, type CorrectableField } from "@/lib/delegates/schema";

const lists: Partial<Record<CorrectableField, keyof typeof forms>> = { ethnicity: "ethnicity", education: "education", degree: "degree" };
const months: readonly CorrectableField[] = ["joinedPartyOn", "workStartedOn"];

/** First page of a request: which fields. A plain address, so that it works without scripts and the way back keeps it. */
export function ChooseForm({ taken, unchosen }: { taken: readonly string[]; unchosen: boolean }) {
  const options = correctableFields.filter((field) => !taken.includes(field)).map((field) => ({ value: field, label: fieldNames[field] ?? field }));
  return (
    <form method="get" action="/my/profile/corrections/new" id="choose">
      {unchosen ? <div className="notice danger mb-4" role="alert"><b>请至少选择一项，再到下一步</b></div> : null}
      <CheckboxGroup name="field" label="哪些内容需要更正" options={options} across />
      <input type="hidden" name="next" value="1" />
      <div className="send"><Button variant="primary">下一步</Button></div>
    </form>
  );
}

export type AskedInput = { field: CorrectableField; now: string | null; value: string };

/** One field: what is registered now, and a control of the same kind as in the collection form. */
function Asked({ field, now, value }: AskedInput) {
  const list = lists[field];
  const control: ReactNode = list ? <Select options={forms[list]} empty="未填" defaultValue={value} /> : months.includes(field) ? <MonthInput defaultValue={value} /> : <Input defaultValue={value} autoComplete="off" {...(field === "mobile" ? { inputMode: "tel" } : {})} />;
  return <Field name={field} label={fieldNames[field]} hint={`现在登记：${now ?? "未填"}`}>{control}</Field>;
}

type Props = { fields: readonly AskedInput[]; reason?: string; of?: { id: string; version: number }; back: string };

/** What the fields should say, and why; the second time with what was given back. */
export function AskForm({ fields, reason = "", of, back }: Props) {
  return (
    <ActionForm action={of ? resubmitCorrection : submitCorrection} formKey={randomUUID()} submit={of ? "再次提交申请" : "提交更正申请"} id="ask" labels={fieldNames} {...(of ? { version: of.version } : {})} beside={<LinkButton href={back} variant="plain">返回</LinkButton>}>
      {of ? <input type="hidden" name="id" value={of.id} /> : null}
      {fields.map((f) => <Asked key={f.field} {...f} />)}
      <Field name="reason" label={fieldNames.reason} hint="如：2026年3月起任现职，有任免通知"><Textarea rows={3} maxLength={500} defaultValue={reason} /></Field>
    </ActionForm>
  );
}
