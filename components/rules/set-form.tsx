import { randomUUID } from "node:crypto";
import { choiceOptions, type Choice } from "@/components/units/unit-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { restoreRule, setRule } from "@/lib/rules/actions";
import type { Rule } from "@/lib/rules/catalogue";
import { boundsInWords, fieldNames, measure, WHOLE, wordOf } from "@/lib/rules/labels";

type Props = { rule: Rule; changes: number; units: readonly Choice[]; today: string; tomorrow: string; last: string };

function ScopeAndDay({ units, today, tomorrow, last }: Omit<Props, "rule" | "changes">) {
  return (
    <div className="fields">
      <Field name="unitId" label={fieldNames.unitId} hint="选党组织的，适用于它和它的下级"><Select empty={WHOLE} options={choiceOptions(units)} /></Field>
      <Field name="fromOn" label={fieldNames.fromOn} hint="自当日零时起"><Input type="date" defaultValue={tomorrow} min={today} max={last} className="short" /></Field>
    </div>
  );
}

const Why = () => <Field name="reason" label={fieldNames.reason}><Textarea rows={2} maxLength={500} /></Field>;

/** Another value of a rule, from a day on. */
export function SetForm({ rule, changes, ...rest }: Props) {
  return (
    <ActionForm action={setRule} formKey={randomUUID()} id="set" submit={rule.two ? "提出改设" : "改设"} labels={fieldNames} version={changes}>
      <input type="hidden" name="key" value={rule.key} />
      <input type="hidden" name="unit" value={rule.unit} />
      <Field name="value" label={`${fieldNames.value}（${wordOf(rule)}）`} hint={boundsInWords(rule)}><Input type="number" min={rule.least} max={rule.most} step={1} className="short" inputMode="numeric" /></Field>
      <ScopeAndDay {...rest} />
      <Why />
      <Field name="document" label={fieldNames.document} optional hint="如：青组〔2026〕1号"><Input maxLength={100} autoComplete="off" /></Field>
    </ActionForm>
  );
}

/** Back to what stands above: the committee's setting for a unit, the default for the committee. */
export function RestoreForm({ rule, changes, ...rest }: Props) {
  return (
    <Confirm label="恢复默认值" variant="plain" title="恢复默认值" text={`选“${WHOLE}”的，自施行日起按平台默认值 ${measure(rule, rule.value)}计算；选党组织的，自施行日起按上一级的设置计算。`}>
      <ActionForm action={restoreRule} formKey={randomUUID()} id="restore" submit={rule.two ? "提出恢复默认值" : "恢复默认值"} labels={fieldNames} version={changes} variant="danger" small>
        <input type="hidden" name="key" value={rule.key} />
        <ScopeAndDay {...rest} />
        <Why />
      </ActionForm>
    </Confirm>
  );
}
