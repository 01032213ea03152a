import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Checkbox, RadioGroup } from "@/components/ui/choice";
import { Field, Input, Textarea } from "@/components/ui/field";
import { proposeTermination, recordDeath } from "@/lib/terminations/actions";
import { endingCauseNames, fieldNames } from "@/lib/terminations/labels";

const causes = Object.entries(endingCauseNames).map(([value, label]) => ({ value, label }));

/** `back` is the record the form was opened from. */
type Props = { delegateId: string; today: string; back: string };

/** What is no proposal, and where it is entered: by the office itself, for others by asking it. */
const elsewhere = (records: boolean): string =>
  records ? "调离不在此提出，请在代表档案的“变更状态”中办理；去世在本页下方“登记去世”中办理" : "调离、去世不在此提出，请告知组织部，由组织部登记";

/** The electing unit's proposal, in its own words. `records` for those who enter departures and deaths themselves. */
export function ProposeForm({ delegateId, today, back, records }: Props & { records: boolean }) {
  return (
    <ActionForm action={proposeTermination} formKey={randomUUID()} submit="提出终止" id="propose" labels={fieldNames} beside={<LinkButton href={back} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="delegateId" value={delegateId} />
      <RadioGroup name="cause" label={fieldNames.cause} hint={elsewhere(records)} options={causes} />
      <Field name="grounds" label={fieldNames.grounds} hint="写明事实、时间和文件，如处分决定的文号"><Textarea rows={5} maxLength={2000} /></Field>
      <Field name="proposedOn" label={fieldNames.proposedOn}><Input type="date" defaultValue={today} max={today} className="short" /></Field>
    </ActionForm>
  );
}

/** A death is recorded, not proposed. */
export function DeathForm({ delegateId, today, back }: Props) {
  return (
    <ActionForm action={recordDeath} formKey={randomUUID()} submit="登记去世" variant="danger" id="record" labels={{ ...fieldNames, effectiveOn: "去世日期" }} beside={<LinkButton href={back} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="delegateId" value={delegateId} />
      <Field name="effectiveOn" label="去世日期"><Input type="date" max={today} className="short" /></Field>
      <Field name="grounds" label="依据" hint="如：选举单位 2026年3月2日报告"><Textarea rows={3} maxLength={2000} /></Field>
      <Checkbox name="confirm" label="已向选举单位核实，知悉代表资格随即终止且不能恢复" />
    </ActionForm>
  );
}
