import { ActionForm } from "@/components/ui/action-form";
import { Field, Select } from "@/components/ui/field";
import { roleNames } from "@/lib/accounts/labels";
import { giveGrant } from "@/lib/grants/actions";

const labels = { role: "角色", unitId: "党组织" };
const roles = Object.entries(roleNames).map(([value, label]) => ({ value, label }));

type Props = { accountId: string; version: number; formKey: string; units: readonly { id: string; name: string; depth: number }[] };

export function GiveForm({ accountId, version, formKey, units }: Props) {
  return (
    <ActionForm action={giveGrant} formKey={formKey} submit="授予角色" labels={labels} id="give" version={version}>
      <input type="hidden" name="accountId" value={accountId} />
      <div className="fields">
        <Field name="role" label={labels.role}><Select options={roles} empty="请选择" /></Field>
        <Field name="unitId" label={labels.unitId} hint="选举单位联络员、承办单位须选；其他角色不选。">
          <Select options={units.map((unit) => ({ value: unit.id, label: `${"　".repeat(unit.depth)}${unit.name}` }))} empty="不选" />
        </Field>
      </div>
    </ActionForm>
  );
}
