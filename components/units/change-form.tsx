import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choice";
import { LinkButton } from "@/components/ui/button";
import { adjustUnit, deactivateUnit, moveUnit, reactivateUnit, removeUnit, renameUnit } from "@/lib/units/actions";
import { fieldNames } from "@/lib/units/labels";
import type { UnitRecord } from "@/lib/units/queries";
import type { FormAct } from "./unit-acts";
import { DatedFields, NameField, NatureFields, ParentField, type Choice } from "./unit-fields";

type Props = { unit: UnitRecord; choices: readonly Choice[]; today: string };

const forms: Record<FormAct, { action: typeof renameUnit; submit: string; danger?: boolean; fields: (props: Props) => ReactNode }> = {
  RENAME: { action: renameUnit, submit: "保存新名称", fields: ({ unit, today }) => <><NameField name={unit.name} /><DatedFields day={today} label={fieldNames.effectiveOn} /></> },
  MOVE: { action: moveUnit, submit: "改隶到新的上级", fields: ({ choices, today }) => <><ParentField choices={choices} label="新的上级" /><DatedFields day={today} label={fieldNames.effectiveOn} /></> },
  ADJUST: { action: adjustUnit, submit: "保存属性", fields: ({ unit, today }) => <><NatureFields unit={unit} /><DatedFields day={today} label={fieldNames.effectiveOn} optional /></> },
  DEACTIVATE: {
    action: deactivateUnit, submit: "停用党组织", danger: true,
    fields: ({ today }) => <><DatedFields day={today} label={fieldNames.activeTo} /><div className="field"><Checkbox name="despite" label="已知悉影响，仍要停用（仅在提示有代表或账号属于这里时需要勾选）" /></div></>,
  },
  REACTIVATE: { action: reactivateUnit, submit: "恢复使用", fields: ({ today }) => <DatedFields day={today} label="恢复日期" /> },
  remove: { action: removeUnit, submit: "删除党组织", danger: true, fields: () => null },
};

/** The form of one act on a unit. */
export function ChangeForm({ act, ...props }: Props & { act: FormAct }) {
  const { action, submit, danger, fields } = forms[act];
  const { unit } = props;
  return (
    <ActionForm action={action} formKey={randomUUID()} submit={submit} id="change" labels={fieldNames} version={unit.version} variant={danger ? "danger" : "primary"}
      beside={<LinkButton href={`/manage/units/${unit.id}`} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="id" value={unit.id} />
      {fields(props)}
    </ActionForm>
  );
}
