import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Checkbox, RadioGroup } from "@/components/ui/choice";
import { Field, Textarea } from "@/components/ui/field";
import { approveCorrection, confirmCorrection, revealCorrection, sendBackCorrection, withdrawCorrection } from "@/lib/corrections/actions";
import type { CorrectionEvent } from "@/lib/corrections/flow";
import { fieldNames } from "@/lib/corrections/labels";
import type { Comparison, Correction } from "@/lib/corrections/queries";

/** Where each step stands in the address. */
export const slugs: Record<CorrectionEvent, string> = { confirm: "confirm", approve: "approve", sendBack: "send-back", resubmit: "amend", withdraw: "withdraw" };

const Why = ({ label, hint, optional }: { label: string; hint?: string; optional?: boolean }) => <Field name="note" label={label} hint={hint} optional={optional}><Textarea rows={3} maxLength={500} /></Field>;

type StaffEvent = "confirm" | "approve" | "sendBack";
type Step = { action: typeof confirmCorrection; submit: string; version: (of: Comparison) => number | string; fields: (of: Comparison) => ReactNode };

const steps: Record<StaffEvent, Step> = {
  confirm: { action: confirmCorrection, submit: "核实属实，送组织部审核", version: (of) => of.version, fields: () => <Why label="核实情况" optional /> },
  sendBack: { action: sendBackCorrection, submit: "退回修改", version: (of) => of.version, fields: () => <Why label="退回的理由" hint="代表本人会看到，请写明要怎样修改" /> },
  approve: {
    action: approveCorrection, submit: "审核通过，更正资料", version: (of) => of.seen,
    fields: (of) => (
      <>
        {of.rows.some((row) => row.moved) ? <Checkbox name="looked" label="已对照“现在登记”一栏，仍按申请更正" /> : null}
        <Field name="acceptReason" label={fieldNames.acceptReason} optional hint="更正后的内容与其他登记不一致，如确与干部档案相符，在此写明依据"><Textarea rows={2} maxLength={500} /></Field>
      </>
    ),
  },
};

/** The form of one step of the staff, with what it is about right above it. */
export function StepForm({ event, of }: { event: StaffEvent; of: Comparison }) {
  const { action, submit, version, fields } = steps[event];
  return (
    <ActionForm action={action} formKey={randomUUID()} submit={submit} id="step" labels={fieldNames} version={version(of)} beside={<LinkButton href={`/manage/corrections/${of.id}`} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="id" value={of.id} />
      {fields(of)}
    </ActionForm>
  );
}

/** The delegate takes the request back. */
export function WithdrawForm({ of }: { of: Correction }) {
  return (
    <ActionForm action={withdrawCorrection} formKey={randomUUID()} submit="撤回申请" variant="danger" id="withdraw" labels={fieldNames} version={of.version} beside={<LinkButton href={`/my/profile/corrections/${of.id}`} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="id" value={of.id} />
      <Why label="撤回的理由" optional />
    </ActionForm>
  );
}

/** One masked value in full, for whoever has to compare it with the proof. */
export function RevealForm({ of, back }: { of: Comparison; back: string }) {
  const options = of.fields.filter((f) => f.value !== null && f.value !== f.now && f.now?.includes("*")).map((f) => ({ value: f.field, label: f.label, note: f.now ?? "" }));
  return (
    <ActionForm action={revealCorrection} formKey={randomUUID()} submit="查看完整内容" id="reveal" labels={{ ...fieldNames, reason: "查看的理由" }} beside={<LinkButton href={back} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="id" value={of.id} />
      <RadioGroup name="field" label="要看的项目" options={options} defaultValue={options[0]?.value ?? null} />
      <Field name="reason" label="查看的理由" hint="如：与证明材料核对"><Textarea rows={2} maxLength={200} /></Field>
    </ActionForm>
  );
}
