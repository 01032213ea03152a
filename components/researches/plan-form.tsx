import { randomUUID } from "node:crypto";
import { SessionFields } from "@/components/activities/session-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { entryNames, MOST_SESSIONS } from "@/lib/activities/labels";
import { planResearch } from "@/lib/researches/actions";
import { fieldNames } from "@/lib/researches/labels";

type Props = { units: readonly { id: string; name: string; depth: number }[]; groups: readonly { id: string; name: string }[]; groupId?: string; least: number };

/** Planning a research: the activity itself and the group that carries it. Route and leader follow on its page. */
export function PlanForm({ units, groups, groupId, least }: Props) {
  return (
    <ActionForm action={planResearch} formKey={randomUUID()} id="activity" submit="存为拟稿" labels={fieldNames} beside={<LinkButton href="/manage/researches" variant="plain">返回</LinkButton>}>
      <Field name="title" label={fieldNames.title} hint="一般以课题为名称"><Input maxLength={100} autoComplete="off" /></Field>
      <div className="fields">
        <Field name="groupId" label={fieldNames.groupId} optional><Select empty="不属于某一小组" options={groups.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={groupId ?? ""} /></Field>
        <Field name="unitId" label={fieldNames.unitId}><Select options={units.map(({ id, name, depth }) => ({ value: id, label: `${"　".repeat(depth)}${name}` }))} defaultValue="" /></Field>
      </div>
      <RadioGroup name="entry" label={fieldNames.entry} defaultValue="INVITATION" options={Object.entries(entryNames).map(([value, label]) => ({ value, label }))} />
      <div className="fields">
        <Field name="place" label={fieldNames.place}><Input maxLength={100} autoComplete="off" /></Field>
        <Field name="contact" label={fieldNames.contact} optional><Input maxLength={100} autoComplete="off" /></Field>
        <Field name="replyBy" label={fieldNames.replyBy} hint="须答复或报名的填写，一般早于开始 3 天"><Input type="datetime-local" /></Field>
        <Field name="capacity" label={fieldNames.capacity} hint="只有自愿报名的限定名额，不限不填" optional><Input inputMode="numeric" maxLength={4} className="short" /></Field>
      </div>
      <h2 className="mt-6 mb-2 text-lg">场次</h2>
      <SessionFields values={{}} most={MOST_SESSIONS} least={least} />
      <h2 className="mt-6 mb-2 text-lg">内容</h2>
      <Field name="summary" label={fieldNames.summary} optional><Textarea rows={4} maxLength={2000} /></Field>
    </ActionForm>
  );
}
