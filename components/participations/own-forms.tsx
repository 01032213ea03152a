import { randomUUID } from "node:crypto";
import Link from "next/link";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Field, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { askActivityLeave, enrolActivity, replyActivity, takeBackActivityLeave, withdrawEnrolment } from "@/lib/participations/actions";
import { answerNames, fieldNames, type Answer } from "@/lib/participations/labels";
import type { OwnStanding, OwnStep } from "@/lib/participations/own-queries";
import type { ParticipationRecord } from "@/lib/participations/queries";
import { ClashConfirm } from "./clash-confirm";

/** Forms on the page itself leave their button in the card. */
const inPlace = "[&_.send]:flex-wrap! [&_.send]:static! [&_.send]:mx-0! [&_.send]:mt-4! [&_.send]:mb-0! [&_.send]:border-0! [&_.send]:p-0!";

const frame = (id: string, beside?: ReactNode) => ({ formKey: randomUUID(), id, labels: fieldNames, beside });
const Id = ({ id }: { id: string }) => <input type="hidden" name="id" value={id} />;

type Clashing = Pick<OwnStanding, "clashes">;

/** What else one said yes to at the same hours. */
function Clashes({ clashes }: Clashing) {
  if (clashes.length === 0) return null;
  return (
    <div className="mb-4">
      <Notice tone="warn" title="同一时间另有您要参加的活动">
        <ul>{clashes.map(({ id, title, at }) => <li key={id}><Link className="underline" href={`/my/activities/${id}`} prefetch={false}>{title}</Link>，<span className="num">{at}</span> 开始</li>)}</ul>
      </Notice>
    </div>
  );
}

type Own = { own: ParticipationRecord };

/** Yes, or no with a reason. */
export function ReplyForm({ own, clashes, answer, beside }: Own & Clashing & { answer?: Answer; beside?: ReactNode }) {
  return (
    <ActionForm action={replyActivity} submit="提交答复" version={own.version} {...frame("reply", beside)} {...(beside ? {} : { className: inPlace })}>
      <Id id={own.id} />
      <Clashes clashes={clashes} />
      <RadioGroup name="answer" label="能否参加" across options={Object.entries(answerNames).map(([value, label]) => ({ value, label }))} {...(answer ? { defaultValue: answer } : {})} />
      <Field name="reason" label={fieldNames.reason} hint="不参加的，请填写理由，至少 4 个字"><Textarea rows={2} maxLength={200} /></Field>
      <ClashConfirm found={clashes.length > 0} />
    </ActionForm>
  );
}

export function EnrolForm({ activityId, clashes }: Clashing & { activityId: string }) {
  return <ActionForm action={enrolActivity} submit="报名参加" className={inPlace} {...frame("enrol")}><Id id={activityId} /><Clashes clashes={clashes} /><ClashConfirm found={clashes.length > 0} /></ActionForm>;
}

/** Where each step stands in the address; answering and enrolling stand on the page itself, changing an answer apart. */
export const slugs: Partial<Record<OwnStep, string>> = { reply: "reply", withdraw: "withdraw", leave: "leave", takeBack: "take-back" };

/** One step on a page of its own. */
export function StepForm({ step, own, clashes, back }: Own & Clashing & { step: Exclude<OwnStep, "enrol">; back: string }) {
  const [version, beside] = [own.version, <LinkButton key="back" href={back} variant="plain">返回</LinkButton>];
  switch (step) {
    case "reply":
      return <ReplyForm own={own} clashes={clashes} answer="ACCEPTED" beside={beside} />;
    case "withdraw":
      return <ActionForm action={withdrawEnrolment} submit="退出报名" variant="danger" version={version} {...frame("withdraw", beside)}><Id id={own.id} /></ActionForm>;
    case "leave":
      return (
        <ActionForm action={askActivityLeave} submit="提交请假" version={version} {...frame("leave", beside)}>
          <Id id={own.id} />
          <Field name="reason" label="请假的理由" hint="至少 4 个字，如：参加市里的防汛会议"><Textarea rows={3} maxLength={200} /></Field>
        </ActionForm>
      );
    case "takeBack":
      return <ActionForm action={takeBackActivityLeave} submit="撤回请假" version={version} {...frame("takeBack", beside)}><Id id={own.id} /></ActionForm>;
  }
}
