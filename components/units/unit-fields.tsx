import { Checkbox } from "@/components/ui/choice";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import type { UnitKind } from "@/prisma/client/enums";
import { fieldNames, kindNames } from "@/lib/units/labels";

const kinds = Object.entries(kindNames).map(([value, label]) => ({ value, label }));
const INDENT = "\u3000";

export type Choice = { id: string; name: string; depth: number };

/** Units to choose from, each set in by its depth. */
export const choiceOptions = (choices: readonly Choice[]) => choices.map((c) => ({ value: c.id, label: `${INDENT.repeat(c.depth)}${c.name}` }));

export function NameField({ name }: { name?: string }) {
  return <Field name="name" label={fieldNames.name} hint="写全称或规范简称，如 云帆街道党工委"><Input defaultValue={name} maxLength={60} autoComplete="off" required /></Field>;
}

export function ParentField({ choices, parentId, label = fieldNames.parentId }: { choices: readonly Choice[]; parentId?: string; label?: string }) {
  return <Field name="parentId" label={label}><Select empty="请选择" defaultValue={parentId} options={choiceOptions(choices)} required /></Field>;
}

export function NatureFields({ unit }: { unit?: { kind: UnitKind; isElecting: boolean; isHandling: boolean } }) {
  return (
    <>
      <Field name="kind" label={fieldNames.kind}><Select empty="请选择" defaultValue={unit?.kind} options={kinds} className="short" required /></Field>
      <div className="field">
        <Checkbox name="isElecting" label="是选举单位：党代表由它选举产生" defaultChecked={unit?.isElecting} />
        <Checkbox name="isHandling" label="是承办单位：可以向它交办提案和意见" defaultChecked={unit?.isHandling} />
      </div>
    </>
  );
}

/** When it takes effect, and on what ground. */
export function DatedFields({ day, label, name = "effectiveOn", optional }: { day: string; label: string; name?: "effectiveOn" | "activeFrom"; optional?: boolean }) {
  return (
    <div className="fields mt-5 items-start">
      <Field name={name} label={label}><Input type="date" defaultValue={day} max={day} className="short" required /></Field>
      <Field name="basis" label={fieldNames.basis} hint="文件号、会议名称或批复" optional={optional}><Textarea rows={2} maxLength={200} required={!optional} /></Field>
    </div>
  );
}
