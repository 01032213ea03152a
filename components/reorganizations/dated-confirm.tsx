import { Checkbox } from "@/components/ui/choice";
import { Field, Input, Textarea } from "@/components/ui/field";
import { dayMeaning, fieldNames } from "@/lib/reorganizations/labels";

/** The day and the ground of a merge or split, and the last word. */
export function DatedConfirm({ today, confirm }: { today: string; confirm: string }) {
  return (
    <>
      <div className="fields items-start">
        <Field name="effectiveOn" label={fieldNames.effectiveOn} hint={dayMeaning}><Input type="date" defaultValue={today} max={today} className="short" required /></Field>
        <Field name="basis" label={fieldNames.basis} hint="文件号、会议名称或批复"><Textarea rows={2} maxLength={200} required /></Field>
      </div>
      <div className="mt-4"><Checkbox name="confirm" label={confirm} /></div>
    </>
  );
}
