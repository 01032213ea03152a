import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Field, Textarea } from "@/components/ui/field";
import { closeVacancy, reopenVacancy } from "@/lib/vacancies/actions";
import { eventNames, fieldNames } from "@/lib/vacancies/labels";
import type { Vacancy } from "@/lib/vacancies/queries";

/** The seat is left vacant, and why. */
export function CloseForm({ of }: { of: Vacancy }) {
  return (
    <ActionForm action={closeVacancy} formKey={randomUUID()} submit={eventNames.close} variant="danger" id="close" labels={fieldNames} version={of.version} beside={<LinkButton href={`/manage/vacancies/${of.id}`} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="id" value={of.id} />
      <Field name="note" label="不再补选的理由"><Textarea rows={3} maxLength={500} /></Field>
    </ActionForm>
  );
}

export function ReopenForm({ of }: { of: Vacancy }) {
  return (
    <ActionForm action={reopenVacancy} formKey={randomUUID()} submit={eventNames.reopen} variant="default" id="reopen" labels={fieldNames} version={of.version}>
      <input type="hidden" name="id" value={of.id} />
    </ActionForm>
  );
}
