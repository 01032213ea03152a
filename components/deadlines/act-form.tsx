import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Field, Input, Textarea } from "@/components/ui/field";
import { extendDeadline, pauseDeadline, resumeDeadline, urgeDeadline } from "@/lib/deadlines/actions";
import { actNames, effects, fieldNames } from "@/lib/deadlines/labels";
import { lastExtension } from "@/lib/deadlines/ladder";
import type { DeadlineAct } from "@/lib/deadlines/policy";
import type { DeadlineRecord } from "@/lib/deadlines/queries";

const actions = { urge: urgeDeadline, extend: extendDeadline, pause: pauseDeadline, resume: resumeDeadline };

const Reason = ({ act }: { act: DeadlineAct }) => <Field name="reason" label={`${actNames[act]}的理由`}><Textarea rows={3} maxLength={500} /></Field>;

/** The form of one act on a clock. */
export function ActForm({ act, of }: { act: DeadlineAct; of: DeadlineRecord }) {
  return (
    <>
      <p className="mb-4 text-ink-2">{effects[act]}</p>
      <ActionForm action={actions[act]} formKey={randomUUID()} submit={actNames[act]} id="act" labels={fieldNames} {...(act === "urge" ? {} : { version: of.version })} beside={<LinkButton href={`/deadlines/${of.id}`} variant="plain">返回</LinkButton>}>
        <input type="hidden" name="id" value={of.id} />
        {act === "urge" ? <Field name="note" label={fieldNames.note} optional><Textarea rows={2} maxLength={200} /></Field> : null}
        {act === "extend" ? <Field name="dueOn" label="新的到期日" hint={`原到期日 ${of.dueOn}；应是工作日，不晚于 ${lastExtension(of.dueOn)}。所在年份还没有放假安排的，到期日为暂算`}><Input type="date" className="short" /></Field> : null}
        {act === "urge" ? null : <Reason act={act} />}
      </ActionForm>
    </>
  );
}
