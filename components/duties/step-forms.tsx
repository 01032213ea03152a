import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field, Textarea } from "@/components/ui/field";
import { inPlace } from "@/components/ui/in-place";
import { approveDuty, confirmDuty, disputeDuty, openDuty, rejectDuty, removeDuty, revokeDuty, settleDuty, withdrawDuty } from "@/lib/duties/actions";
import { effects, fieldNames } from "@/lib/duties/labels";
import type { Duty } from "@/lib/duties/queries";

type Props = { of: Duty; back: string };
const Id = ({ of }: { of: Duty }) => <input type="hidden" name="id" value={of.id} />;
const Way = ({ back }: { back: string }) => <LinkButton href={back} variant="plain">返回</LinkButton>;
const Why = ({ name = "note", label, hint, optional }: { name?: string; label: string; hint?: string; optional?: boolean }) => <Field name={name} label={label} hint={hint} optional={optional}><Textarea rows={3} maxLength={name === "note" ? 300 : 500} /></Field>;
const common = (of: Duty) => ({ formKey: randomUUID(), labels: fieldNames, version: of.version });

/** The reviewer begins; what is read before is no more than reading. */
export const OpenForm = ({ of }: { of: Duty }) => <ActionForm formKey={randomUUID()} labels={fieldNames} action={openDuty} submit="开始审核" id="open"><Id of={of} /></ActionForm>;

/** The reviewer's word: approved as it stands, or on to sending it back. */
export function ApproveForm({ of, here }: { of: Duty; here: string }) {
  return (
    <ActionForm {...common(of)} action={approveDuty} submit="审核通过" id="approve" beside={<LinkButton href={`${here}?step=reject`}>退回修改</LinkButton>}>
      <Id of={of} /><Why label="审核意见" optional />
    </ActionForm>
  );
}

export const RejectForm = ({ of, back }: Props) => (
  <ActionForm {...common(of)} action={rejectDuty} submit="退回修改" id="reject" beside={<Way back={back} />}><Id of={of} /><Why label="退回的理由" hint="填报人会看到，请写明要怎样修改" /></ActionForm>
);

export const RevokeForm = ({ of, back }: Props) => (
  <ActionForm {...common(of)} action={revokeDuty} submit="撤销这条记录" variant="danger" id="revoke" beside={<Way back={back} />}><Id of={of} /><Why label="撤销的理由" hint="代表本人会看到" /></ActionForm>
);

export const SettleForm = ({ of }: { of: Duty }) => (
  <ActionForm {...common(of)} action={settleDuty} submit="答复异议" id="settle"><Id of={of} /><Why name="disputeReply" label={fieldNames.disputeReply ?? ""} hint="代表本人会看到；与事实不符的，请先在来源的活动中更正，或请负责人撤销" /></ActionForm>
);

export const DisputeForm = ({ of, back }: Props) => (
  <ActionForm {...common(of)} action={disputeDuty} submit="提出异议" id="dispute" className={inPlace} beside={<Way back={back} />}><Id of={of} /><Why name="dispute" label="与事实不符之处" hint="组织部核对后答复" /></ActionForm>
);

/** The delegate's word on what others wrote. */
export const ConfirmForm = ({ of, here }: { of: Duty; here: string }) => (
  <ActionForm {...common(of)} action={confirmDuty} submit="确认属实" id="confirm" className={inPlace} beside={<LinkButton href={`${here}?step=dispute`}>提出异议</LinkButton>}><Id of={of} /></ActionForm>
);

/** Back to a draft, until a reviewer opened it. */
export const WithdrawForm = ({ of }: { of: Duty }) => (
  <Confirm label="撤回" title="撤回这条记录" text={effects.withdraw} variant="plain"><ActionForm {...common(of)} action={withdrawDuty} submit="撤回" id="withdraw" variant="default" className={inPlace}><Id of={of} /></ActionForm></Confirm>
);

/** A draft goes for good. */
export const RemoveForm = ({ of }: { of: Duty }) => (
  <Confirm label="删除草稿" title="删除这份草稿" text="删除后不能恢复。"><ActionForm {...common(of)} action={removeDuty} submit="删除草稿" id="remove" variant="danger" className={inPlace}><Id of={of} /></ActionForm></Confirm>
);
