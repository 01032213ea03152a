import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { editActivity, planActivity } from "@/lib/activities/actions";
import { entryNames, fieldNames, kindNames, MOST_SESSIONS } from "@/lib/activities/labels";
import type { ActivityRecord } from "@/lib/activities/queries";
import { valuesOf } from "@/lib/activities/values";
import type { UnitChoice } from "@/lib/units/queries";
import { SessionFields } from "./session-fields";

const entryNotes = { INVITATION: "列入名单的代表答复参加或不参加", ENROLMENT: "代表自己报名，可以限定名额", OBLIGATION: "列入名单的代表都应到会，有事请假" };
const choices = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** Facts and sessions of an activity, new or as it stands. Once published, kind, entry and unit go along unchanged. */
/** `from` begins a training with what a line of the yearly plan says. */
export function ActivityForm({ units, of, least, from }: { units: readonly UnitChoice[]; of?: ActivityRecord; least: number; from?: { id: string; title: string; note: string | null } }) {
  const values = of ? valuesOf(of) : { unitId: units[0]?.id ?? "", ...(from ? { title: from.title, kind: "TRAINING", summary: from.note ?? "" } : {}) } as Record<string, string>;
  const fixed = of !== undefined && of.state !== "DRAFT";
  return (
    <ActionForm action={of ? editActivity : planActivity} formKey={randomUUID()} id="activity" submit={of ? "保存修改" : "存为拟稿"} labels={fieldNames} {...(of ? { version: of.version } : {})}
      beside={<LinkButton href={of ? `/manage/activities/${of.id}` : "/manage/activities"} variant="plain">返回</LinkButton>}>
      {of ? <input type="hidden" name="id" value={of.id} /> : null}
      {from ? <input type="hidden" name="planLineId" value={from.id} /> : null}
      <Field name="title" label={fieldNames.title}><Input maxLength={100} defaultValue={values.title} autoComplete="off" /></Field>
      {fixed ? (
        <p className="field text-ink-2">类别“{kindNames[of.kind]}”、参加方式“{entryNames[of.entry]}”、组织单位“{of.unitName}”，发布后不能再改。
          <input type="hidden" name="kind" value={of.kind} /><input type="hidden" name="entry" value={of.entry} /><input type="hidden" name="unitId" value={of.unitId} />
        </p>
      ) : (
        <>
          <div className="fields">
            <Field name="kind" label={fieldNames.kind}><Select options={choices(kindNames)} empty="请选择" defaultValue={values.kind ?? ""} /></Field>
            <Field name="unitId" label={fieldNames.unitId}><Select options={units.map(({ id, name, depth }) => ({ value: id, label: `${"　".repeat(depth)}${name}` }))} defaultValue={values.unitId ?? ""} /></Field>
          </div>
          <RadioGroup name="entry" label={fieldNames.entry} defaultValue={values.entry ?? "INVITATION"} options={choices(entryNames).map((o) => ({ ...o, note: entryNotes[o.value as keyof typeof entryNotes] }))} />
        </>
      )}
      <div className="fields">
        <Field name="place" label={fieldNames.place}><Input maxLength={100} defaultValue={values.place} autoComplete="off" /></Field>
        <Field name="contact" label={fieldNames.contact} optional><Input maxLength={100} defaultValue={values.contact} autoComplete="off" /></Field>
        <Field name="replyBy" label={fieldNames.replyBy} hint="须答复或报名的填写，一般早于开始 3 天"><Input type="datetime-local" defaultValue={values.replyBy} /></Field>
        <Field name="capacity" label={fieldNames.capacity} hint="只有自愿报名的活动限定名额，不限不填" optional><Input inputMode="numeric" maxLength={4} defaultValue={values.capacity} className="short" /></Field>
      </div>
      <h2 className="mt-6 mb-2 text-lg">{fieldNames.sessions}</h2>
      <p className="mb-3 text-13 text-ink-3">按半天或一场填写，最多 {MOST_SESSIONS} 场；活动的起止时间按各场计算，到会按场登记。不需要的一场，清空日期、时间和内容即可。</p>
      <SessionFields values={values} most={MOST_SESSIONS} least={least} />
      <h2 className="mt-6 mb-2 text-lg">内容</h2>
      <Field name="summary" label={fieldNames.summary} optional><Textarea rows={4} maxLength={2000} defaultValue={values.summary} /></Field>
      <Field name="agenda" label={fieldNames.agenda} optional><Textarea rows={6} maxLength={4000} defaultValue={values.agenda} /></Field>
    </ActionForm>
  );
}
