import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { editTerm, openTerm } from "@/lib/terms/actions";
import { fieldNames, levelNames } from "@/lib/terms/labels";
import type { TermRecord } from "@/lib/terms/queries";

type Shown = Pick<TermRecord, "level" | "ordinal" | "name"> & Partial<TermRecord>;

const levels = Object.entries(levelNames).map(([value, label]) => ({ value, label }));

const Day = ({ name, value, hint, optional }: { name: "congressFrom" | "congressTo" | "startsOn" | "endsOn" | "ageReferenceOn"; value?: string | null; hint?: string; optional?: boolean }) =>
  <Field name={name} label={fieldNames[name]} hint={hint} optional={optional}><Input type="date" defaultValue={value ?? ""} required={!optional} /></Field>;

function TermFields({ term }: { term: Shown }) {
  return (
    <>
      <div className="fields">
        <Field name="level" label={fieldNames.level}><Select defaultValue={term.level} options={levels} required /></Field>
        <Field name="ordinal" label={fieldNames.ordinal} hint="第几次代表大会，只填数字"><Input inputMode="numeric" defaultValue={term.ordinal} maxLength={2} autoComplete="off" required /></Field>
      </div>
      <Field name="name" label={fieldNames.name}><Input defaultValue={term.name} maxLength={60} autoComplete="off" required /></Field>
      <div className="fields"><Day name="congressFrom" value={term.congressFrom} optional /><Day name="congressTo" value={term.congressTo} optional /></div>
      <div className="fields">
        <Day name="startsOn" value={term.startsOn} />
        <Day name="endsOn" value={term.endsOn} hint="提前或延期换届时修改，代表任期随届" />
        <Day name="ageReferenceOn" value={term.ageReferenceOn} hint="不填时按大会开幕日计算年龄；开幕日也未填的，按查看当日，任期满后按任期截止日" optional />
      </div>
    </>
  );
}

/** A new term, filled in with what would follow. */
export function OpenTermForm({ suggested }: { suggested: Shown }) {
  return (
    <ActionForm action={openTerm} formKey={randomUUID()} submit="新增届次" id="term" labels={fieldNames} beside={<LinkButton href="/manage/terms" variant="plain">返回</LinkButton>}>
      <TermFields term={suggested} />
    </ActionForm>
  );
}

/** A term's own facts. */
export function EditTermForm({ term }: { term: TermRecord }) {
  return (
    <ActionForm action={editTerm} formKey={randomUUID()} submit="保存届次资料" id="term" labels={fieldNames} version={term.version} beside={<LinkButton href={`/manage/terms/${term.id}`} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="id" value={term.id} />
      <TermFields term={term} />
    </ActionForm>
  );
}
