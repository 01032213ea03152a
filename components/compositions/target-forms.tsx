import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input, Select } from "@/components/ui/field";
import { changeTarget, removeTarget, setReferenceDate, setTarget } from "@/lib/compositions/actions";
import { dimensions, figureOf, targetFigures } from "@/lib/compositions/figures";
import { fieldNames, measureNames, operatorNames } from "@/lib/compositions/labels";
import type { Reference } from "@/lib/compositions/queries";
import { requirementText, valueText, type Target } from "@/lib/compositions/targets";

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

function RuleFields({ target }: { target?: Target }) {
  return (
    <>
      <Field name="operator" label={fieldNames.operator}><Select defaultValue={target?.operator ?? "AT_LEAST"} options={options(operatorNames)} /></Field>
      <Field name="value" label={fieldNames.value}><Input inputMode="decimal" autoComplete="off" maxLength={9} placeholder="如 28、2.5" defaultValue={target ? valueText(target.tenths) : undefined} /></Field>
      <Field name="measure" label={fieldNames.measure}><Select defaultValue={target?.measure ?? "PERCENT"} options={options(measureNames)} /></Field>
    </>
  );
}

/** A new requirement of a term. */
export function NewTargetForm({ termId }: { termId: string }) {
  return (
    <ActionForm action={setTarget} formKey={randomUUID()} submit="增加要求" id="new-target" labels={fieldNames}>
      <input type="hidden" name="termId" value={termId} />
      <div className="fields">
        <Field name="dimension" label={fieldNames.dimension}>
          <Select empty="请选择">
            {Object.values(dimensions).map((d) => (
              <optgroup key={d.key} label={d.name}>
                {[...d.partition, ...d.sums, ...d.overlap].filter((f) => targetFigures.includes(f)).map((f) => <option key={f.key} value={f.key}>{f.name}</option>)}
              </optgroup>
            ))}
          </Select>
        </Field>
        <RuleFields />
      </div>
    </ActionForm>
  );
}

/** One requirement: what it asks, and behind a fold the forms to change it or take it away. */
export function TargetItem({ target }: { target: Target }) {
  const name = figureOf(target.dimension)?.name ?? target.dimension;
  return (
    <li className="border-t border-line px-5 py-2">
      <details className="fold">
        <summary className="flex flex-wrap items-center gap-4"><b className="w-40 text-ink">{name}</b><span className="num w-28 text-ink-2">{requirementText(target)}</span><span>修改或撤销</span></summary>
        <div className="pt-2 pb-3">
          <ActionForm action={changeTarget} formKey={randomUUID()} submit="保存要求" id={`change-${target.id}`} labels={fieldNames} version={target.version} variant="default">
            <input type="hidden" name="id" value={target.id} />
            <div className="fields"><RuleFields target={target} /></div>
          </ActionForm>
          <div className="mt-3">
            <Confirm label="撤销要求" title={`撤销“${name}${requirementText(target)}”`} text="撤销后构成页不再比较这一项，审计中留有记录。">
              <ActionForm action={removeTarget} formKey={randomUUID()} submit="确认撤销" id={`remove-${target.id}`} version={target.version} variant="danger">
                <input type="hidden" name="id" value={target.id} />
              </ActionForm>
            </Confirm>
          </div>
        </div>
      </details>
    </li>
  );
}

/** The day ages are counted to in this term. */
export function ReferenceForm({ reference }: { reference: Reference }) {
  const fallback = { congress: `留空时取大会开幕日 ${reference.unset.on}`, ended: `任期已满，留空时取任期截止日 ${reference.unset.on}`, set: "", today: "留空时取统计当日，任期满后取任期截止日" }[reference.unset.why];
  return (
    <ActionForm action={setReferenceDate} formKey={randomUUID()} submit="保存基准日" id="reference" labels={fieldNames} version={reference.version} variant="default">
      <input type="hidden" name="termId" value={reference.termId} />
      <Field name="ageReferenceOn" label={fieldNames.ageReferenceOn} hint={fallback} optional><Input className="short num" inputMode="numeric" maxLength={20} autoComplete="off" placeholder="2025-12-31" defaultValue={reference.ageReferenceOn ?? ""} /></Field>
    </ActionForm>
  );
}
