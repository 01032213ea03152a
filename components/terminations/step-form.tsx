import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field, Input, Textarea } from "@/components/ui/field";
import { decideTermination, declineTermination, fileTermination, withdrawTermination } from "@/lib/terminations/actions";
import type { TerminationEvent } from "@/lib/terminations/flow";
import { fieldNames } from "@/lib/terminations/labels";
import type { Termination } from "@/lib/terminations/queries";

/** Where each step stands in the address. */
export const slugs: Record<TerminationEvent, string> = { decideYes: "decide-yes", decideNo: "decide-no", withdraw: "withdraw", file: "file" };

const Day = ({ name, today }: { name: string; today: string }) => <Field name={name} label={fieldNames[name]}><Input type="date" defaultValue={today} max={today} className="short" /></Field>;
const Line = ({ name, hint, optional }: { name: string; hint?: string; optional?: boolean }) => <Field name={name} label={fieldNames[name]} hint={hint} optional={optional}><Input /></Field>;
const Why = ({ label }: { label: string }) => <Field name="note" label={label}><Textarea rows={3} maxLength={500} /></Field>;

type Step = { action: typeof fileTermination; submit: string; danger?: boolean; fields: (today: string) => ReactNode };

const steps: Record<TerminationEvent, Step> = {
  decideYes: {
    action: decideTermination, submit: "登记决定，终止代表资格", danger: true,
    fields: (today) => <><Day name="decidedOn" today={today} /><Line name="meeting" hint="如：区委常委会第 31 次会议" /><Line name="documentNo" /><Day name="effectiveOn" today={today} /><Checkbox name="confirm" label="已核对决定原件，知悉代表资格随即终止且不能恢复" /></>,
  },
  decideNo: { action: declineTermination, submit: "登记决定，不予终止", fields: (today) => <><Day name="decidedOn" today={today} /><Line name="meeting" /><Line name="documentNo" optional /><Why label="不予终止的理由" /></> },
  withdraw: { action: withdrawTermination, submit: "撤回这一件", danger: true, fields: () => <Why label="撤回的理由" /> },
  file: { action: fileTermination, submit: "登记备案", fields: (today) => <><Day name="filedOn" today={today} /><Line name="filedWith" hint="如：中共某市委" /><Line name="filingNo" optional /></> },
};

/** The form of one step of a case. */
export function StepForm({ event, of, today }: { event: TerminationEvent; of: Termination; today: string }) {
  const { action, submit, danger, fields } = steps[event];
  return (
    <ActionForm action={action} formKey={randomUUID()} submit={submit} id="step" labels={fieldNames} version={of.version} variant={danger ? "danger" : "primary"} beside={<LinkButton href={`/manage/terminations/${of.id}`} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="id" value={of.id} />
      {fields(today)}
    </ActionForm>
  );
}
