import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice";
import { Field, Textarea } from "@/components/ui/field";
import { callSubstitute, decideLeave, replyFor, strikeParticipation } from "@/lib/participations/actions";
import { answerNames, fieldNames } from "@/lib/participations/labels";
import type { ParticipationRecord } from "@/lib/participations/queries";
import type { Suggested } from "@/lib/participations/substitute-queries";
import { displayName } from "@/lib/platform/chinese/name";

type Props = { of: ParticipationRecord };

const frame = (of: ParticipationRecord, id: string) => ({ formKey: randomUUID(), id, labels: fieldNames, version: of.version });
const Id = ({ of }: Props) => <input type="hidden" name="id" value={of.id} />;

/** An answer somebody gave by telephone or in person, entered for him. */
export function ReplyForForm({ of }: Props) {
  return (
    <ActionForm action={replyFor} submit="登记答复" {...frame(of, "reply")}>
      <Id of={of} />
      <RadioGroup name="answer" label={fieldNames.answer} across options={Object.entries(answerNames).map(([value, label]) => ({ value, label }))} />
      <Field name="reason" label={fieldNames.reason} hint="不参加的，请填写理由，至少 4 个字"><Textarea rows={2} maxLength={200} /></Field>
    </ActionForm>
  );
}

export function DecideLeaveForm({ of }: Props) {
  return (
    <ActionForm action={decideLeave} submit="提交审批" {...frame(of, "leave")}>
      <Id of={of} />
      <RadioGroup name="granted" label="是否准假" across options={[{ value: "yes", label: "准假" }, { value: "no", label: "不准假" }]} />
      <Field name="note" label={fieldNames.note} hint="不准假的，请填写意见，至少 4 个字；代表会看到"><Textarea rows={2} maxLength={200} /></Field>
    </ActionForm>
  );
}

export function StrikeForm({ of }: Props) {
  return <ActionForm action={strikeParticipation} submit="移出名单" variant="danger" {...frame(of, "strike")}><Id of={of} /><Field name="reason" label="原因" hint="活动已发布的，写进发给代表的消息"><Textarea rows={2} maxLength={200} /></Field></ActionForm>;
}

/** Calls the one suggested instead of somebody who does not come. */
export function SubstituteForm({ of, next }: Props & { next: Suggested }) {
  return (
    <ActionForm action={callSubstitute} submit={`邀请${displayName(next.name)}递补`} {...frame(of, "substitute")}>
      <Id of={of} /><input type="hidden" name="delegateId" value={next.id} />
      <p className="text-ink-2">{displayName(next.name)}，{next.delegation}，{next.unitName}。{next.why}。邀请后本人随即收到通知。</p>
    </ActionForm>
  );
}
