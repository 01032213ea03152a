import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Checkbox, RadioGroup } from "@/components/ui/choice";
import { Field, Input, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { cancelActivity, copyActivity, publishActivity, removeActivity } from "@/lib/activities/actions";
import { fieldNames, MOST_COPIES, repeatNames } from "@/lib/activities/labels";
import type { ActivityRecord } from "@/lib/activities/queries";

export type Clash = { id: string; title: string; at: string };

type Props = { of: ActivityRecord };

const frame = (of: ActivityRecord) => ({ formKey: randomUUID(), id: "step", labels: fieldNames, version: of.version, beside: <LinkButton href={`/manage/activities/${of.id}`} variant="plain">返回</LinkButton> });
const Id = ({ of }: Props) => <input type="hidden" name="id" value={of.id} />;

/** Other activities at the same hours, each leading to its page. */
export function Clashes({ clashes, base }: { clashes: readonly Clash[]; base: string }) {
  if (clashes.length === 0) return null;
  return (
    <Notice tone="warn" title="同一时间另有活动">
      <ul className="grid gap-1">{clashes.map((c) => <li key={c.id}><Link className="underline" href={`${base}/${c.id}`} prefetch={false}>{c.title}</Link>，<span className="num">{c.at}</span></li>)}</ul>
    </Notice>
  );
}

/** Publishing; short notice is said and must be confirmed. */
export function PublishForm({ of, notice }: Props & { notice: { text: string } | null }) {
  return (
    <ActionForm action={publishActivity} submit="发布活动" {...frame(of)}>
      <Id of={of} />
      {notice ? <><Notice tone="warn" title="通知时间不足">{notice.text}。</Notice><div className="mt-3"><Checkbox name="confirm" label="已知悉通知时间不足，仍要发布" /></div></> : null}
    </ActionForm>
  );
}

export function CancelForm({ of }: Props) {
  return <ActionForm action={cancelActivity} submit="取消这次活动" variant="danger" {...frame(of)}><Id of={of} /><Field name="reason" label={fieldNames.reason} hint="写进发给代表的取消通知"><Textarea rows={3} maxLength={500} /></Field></ActionForm>;
}

export const RemoveForm = ({ of }: Props) => <ActionForm action={removeActivity} submit="删除拟稿" variant="danger" {...frame(of)}><Id of={of} /></ActionForm>;

/** Another day, or several at even distances. */
export function CopyForm({ of }: Props) {
  const { version: _, ...shared } = frame(of);
  return (
    <ActionForm action={copyActivity} submit="复制为拟稿" {...shared}>
      <Id of={of} />
      <Field name="on" label={fieldNames.on}><Input type="date" className="short" /></Field>
      <RadioGroup name="repeat" label={fieldNames.repeat} defaultValue="once" across options={Object.entries(repeatNames).map(([value, label]) => ({ value, label }))} />
      <Field name="times" label={fieldNames.times} hint={`每周或每月一次时填写，含第一次，最多 ${MOST_COPIES} 次`}><Input type="number" min={1} max={MOST_COPIES} defaultValue="1" className="short" /></Field>
    </ActionForm>
  );
}
