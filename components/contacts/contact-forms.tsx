import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input } from "@/components/ui/field";
import { inPlace } from "@/components/ui/in-place";
import { addContact, editContact, endContact, removeContact } from "@/lib/contacts/actions";
import { contactKinds, fieldNames, kindNames } from "@/lib/contacts/labels";
import type { ContactRow } from "@/lib/contacts/queries";

type Kept = { kind?: string; name?: string; about?: string | null; since: string };

function Fields({ kind, name, about, since, begins, today }: Kept & { begins: string; today: string }) {
  return (
    <>
      <RadioGroup name="kind" label={fieldNames.kind} across options={contactKinds.map((value) => ({ value, label: kindNames[value] }))} {...(kind ? { defaultValue: kind } : {})} />
      <Field name="name" label={fieldNames.name} hint="党支部写全称；党员、群众写姓名，群众也可以写户主"><Input maxLength={40} autoComplete="off" defaultValue={name} /></Field>
      <Field name="about" label={fieldNames.about} optional hint="不写电话和身份证号"><Input maxLength={100} autoComplete="off" defaultValue={about ?? ""} /></Field>
      <Field name="since" label={fieldNames.since}><Input type="date" min={begins} max={today} defaultValue={since} className="short" /></Field>
    </>
  );
}

/** A new contact of the own mandate, or of the delegate named. */
export function AddContactForm({ delegateId, begins, today }: { delegateId?: string; begins: string; today: string }) {
  return (
    <ActionForm action={addContact} formKey={randomUUID()} submit="登记联系对象" id="contact" labels={fieldNames}>
      {delegateId ? <input type="hidden" name="delegateId" value={delegateId} /> : null}
      <Fields since={today} begins={begins} today={today} />
    </ActionForm>
  );
}

type Of = { of: ContactRow; begins: string; today: string };

const Id = ({ of }: { of: ContactRow }) => <input type="hidden" name="id" value={of.id} />;

export function EditContactForm({ of, begins, today, back }: Of & { back: string }) {
  return (
    <ActionForm action={editContact} formKey={randomUUID()} submit="保存联系对象" id="contact" labels={fieldNames} version={of.version} beside={<LinkButton href={back} variant="plain">返回</LinkButton>}>
      <Id of={of} /><Fields {...of} begins={begins} today={today} />
    </ActionForm>
  );
}

/** No longer kept: what was recorded stays. One put on by mistake, which no record names, can go for good. */
export function LeaveContactForms({ of, today }: { of: ContactRow; today: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <Confirm label="结束联系" title={`结束联系${of.name}`} text="结束后不再列入联系对象，已有的联系记录保留。" variant="default">
        <ActionForm action={endContact} formKey={randomUUID()} submit="结束联系" id="end" labels={fieldNames} version={of.version} variant="default" className={inPlace}>
          <Id of={of} />
          <Field name="endedOn" label={fieldNames.endedOn}><Input type="date" min={of.since} max={today} defaultValue={today} className="short" /></Field>
          <Field name="endReason" label={fieldNames.endReason} hint="如：迁出、调整分工"><Input maxLength={100} autoComplete="off" /></Field>
        </ActionForm>
      </Confirm>
      {of.last ? null : (
        <Confirm label="删除" title="删除这个联系对象" text="只用于登记错误的，删除后不能恢复。">
          <ActionForm action={removeContact} formKey={randomUUID()} submit="删除联系对象" id="remove" labels={fieldNames} version={of.version} variant="danger" className={inPlace}><Id of={of} /></ActionForm>
        </Confirm>
      )}
    </div>
  );
}
