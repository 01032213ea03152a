import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choice";
import { Field, Input, Textarea } from "@/components/ui/field";
import { kindNames as contactNames } from "@/lib/contacts/labels";
import { editDuty, logDutyFor } from "@/lib/duties/actions";
import type { KindField } from "@/lib/duties/kinds/kind";
import { fieldNames } from "@/lib/duties/labels";
import { detailFields, kinds } from "@/lib/duties/registry";
import type { FormValues } from "@/lib/duties/written";
import type { ContactKind, DutyKind } from "@/prisma/client/enums";
import { Again, LateReason } from "./asked-later";
import { LogForm } from "./log-form";

/** A new record of oneself, one for a delegate of the unit, or one that is mended. */
type To = { act: "log"; account: string; restores: boolean } | { act: "logFor"; delegateId: string } | { act: "edit"; id: string; version: number };

type Nameable = { id: string; kind: ContactKind; name: string };

/** `contacts` are those the record may name, `named` those it names already. */
type Props = { to: To; kind: DutyKind; values: FormValues; places: readonly string[]; contacts: readonly Nameable[]; named?: readonly Nameable[]; today: string; begins: string };

const actions = { logFor: logDutyFor, edit: editDuty };
const labels = { ...Object.fromEntries(Object.entries(detailFields).map(([key, { label }]) => [key, label])), ...fieldNames };

const Part = ({ heading, children }: { heading: string; children: ReactNode }) => <section className="mt-6"><h2 className="mb-3">{heading}</h2>{children}</section>;

function Answer({ name, field, value }: { name: string; field: KindField; value: string | undefined }) {
  const { label, hint, input, most, required } = field;
  const control = input === "text" ? <Textarea rows={3} maxLength={most} defaultValue={value} />
    : input === "count" ? <Input inputMode="numeric" maxLength={4} autoComplete="off" defaultValue={value} className="short" /> : <Input maxLength={most} autoComplete="off" defaultValue={value} />;
  return <Field name={name} label={label} hint={hint} optional={!required}>{control}</Field>;
}

/** Whom of the contacts the record is about; those that ended meanwhile stay named. */
function Whom({ contacts, named = [] }: Pick<Props, "contacts" | "named">) {
  const all = [...contacts, ...named.filter(({ id }) => contacts.every((one) => one.id !== id))];
  if (all.length === 0) return null;
  return <CheckboxGroup name="contacts" label="联系了哪些联系对象" optional options={all.map(({ id, kind, name }) => ({ value: id, label: name, note: contactNames[kind] }))} defaultValue={named.map(({ id }) => id)} />;
}

function When({ kind, values, places, today, begins }: Pick<Props, "kind" | "values" | "places" | "today" | "begins">) {
  return (
    <>
      <div className="fields">
        <Field name="heldOn" label={fieldNames.heldOn}><Input type="date" defaultValue={values.heldOn} min={begins} max={today} /></Field>
        {kinds[kind].counts.hours ? <Field name="hours" label={fieldNames.hours} optional><Input inputMode="decimal" maxLength={4} autoComplete="off" defaultValue={values.hours} placeholder="如 1.5" /></Field> : null}
      </div>
      <Field name="place" label={fieldNames.place} optional {...(places.length > 0 ? { hint: "可以填写，也可以从最近的地点中选" } : {})}><Input maxLength={60} autoComplete="off" list="places" defaultValue={values.place} /></Field>
      <datalist id="places">{places.map((place) => <option key={place} value={place} />)}</datalist>
    </>
  );
}

/** Three questions of a kind: when and where, with whom, what was done. Sends at once, or keeps a draft. */
export function DutyForm({ to, ...of }: Props) {
  const { kind, values } = of;
  const { title, content, who, what, fields, evidence } = kinds[kind];
  const [counted, told] = [Object.entries(fields).filter(([, f]) => f.input !== "text"), Object.entries(fields).filter(([, f]) => f.input === "text")];
  const headings = ["什么时间，在哪里", ...(who && counted.length > 0 ? [who] : []), what].map((words, i) => `${i + 1}. ${words}`);
  const named = { ...labels, content: content.label, title: title.label };
  const questions = (
    <>
      <Part heading={headings[0] ?? ""}><When {...of} /><div className="mt-5 empty:hidden"><LateReason label={fieldNames.lateReason ?? ""} defaultValue={values.lateReason ?? ""} /></div></Part>
      {headings.length === 3 ? <Part heading={headings[1] ?? ""}>{kinds[kind].contacts ? <Whom {...of} /> : null}<div className="fields">{counted.map(([key, field]) => <Answer key={key} name={key} field={field} value={values[key]} />)}</div></Part> : null}
      <Part heading={headings.at(-1) ?? ""}>
        <Field name="title" label={title.label} hint={title.hint}><Input maxLength={60} autoComplete="off" defaultValue={values.title} /></Field>
        <Field name="content" label={content.label} hint={content.hint} optional={!content.required}><Textarea rows={4} maxLength={2000} defaultValue={values.content} /></Field>
        {told.map(([key, field]) => <Answer key={key} name={key} field={field} value={values[key]} />)}
        {evidence === "none" ? null : <Field name="evidence" label={fieldNames.evidence} optional={evidence === "optional"} hint="证书、通知、记录等的名称；照片在保存以后上传"><Input maxLength={300} autoComplete="off" defaultValue={values.evidence} /></Field>}
        <div className="mt-5 empty:hidden"><Again label="确认是另一件事，不是重复填报" /></div>
      </Part>
    </>
  );
  if (to.act === "log") return <LogForm account={to.account} restores={to.restores} kind={kind} formKey={randomUUID()} clientKey={randomUUID()} labels={named}>{questions}</LogForm>;
  return (
    <ActionForm action={actions[to.act]} formKey={randomUUID()} submit="提交审核" id="duty" labels={named} {...(to.act === "edit" ? { version: to.version } : {})}
      beside={<Button name="then" value="draft">存草稿</Button>}>
      {to.act === "edit" ? <input type="hidden" name="id" value={to.id} /> : <><input type="hidden" name="kind" value={kind} /><input type="hidden" name="clientKey" value={randomUUID()} /><input type="hidden" name="delegateId" value={to.delegateId} /></>}
      {questions}
    </ActionForm>
  );
}
