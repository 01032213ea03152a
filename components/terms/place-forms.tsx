import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Field, Input, Select, type Option } from "@/components/ui/field";
import type { FormAction } from "@/lib/platform/action-state";
import { addDelegation, addGroup } from "@/lib/terms/actions";
import { fieldNames } from "@/lib/terms/labels";

const NameField = ({ name, label, sample }: { name?: string; label: string; sample?: string }) =>
  <Field name="name" label={label}><Input defaultValue={name} maxLength={60} autoComplete="off" placeholder={sample} required /></Field>;

export function UnitField({ units, unitId }: { units: readonly Option[]; unitId?: string | null }) {
  return <Field name="unitId" label={fieldNames.unitId} hint="花名册未填选举单位的代表，按所在代表团对应的单位登记"><Select empty="不指定" defaultValue={unitId} options={units} /></Field>;
}

export function DelegationField({ delegations, delegationId }: { delegations: readonly Option[]; delegationId?: string | null }) {
  return <Field name="delegationId" label={fieldNames.delegationId}><Select empty="跨代表团" defaultValue={delegationId} options={delegations} /></Field>;
}

export function AddDelegationForm({ termId, units }: { termId: string; units: readonly Option[] }) {
  return (
    <ActionForm action={addDelegation} formKey={randomUUID()} submit="增加代表团" id="add-delegation" labels={fieldNames} variant="default" className="no-print">
      <input type="hidden" name="termId" value={termId} />
      <div className="fields"><NameField label="新代表团的名称" sample="如：云帆街道代表团" /><UnitField units={units} /></div>
    </ActionForm>
  );
}

export function AddGroupForm({ termId, delegations }: { termId: string; delegations: readonly Option[] }) {
  return (
    <ActionForm action={addGroup} formKey={randomUUID()} submit="增加代表小组" id="add-group" labels={fieldNames} variant="default" className="no-print">
      <input type="hidden" name="termId" value={termId} />
      <div className="fields"><NameField label="新小组的名称" sample="如：云帆第一小组" /><DelegationField delegations={delegations} /></div>
    </ActionForm>
  );
}

type Place = { id: string; termId: string; version: number };

/** One act on a delegation or group, with the version it was read at. */
export function PlaceForm({ place, action, submit, id, danger, children }: { place: Place; action: FormAction; submit: string; id: string; danger?: boolean; children?: ReactNode }) {
  return (
    <ActionForm action={action} formKey={randomUUID()} submit={submit} id={id} labels={fieldNames} version={place.version} variant={danger ? "danger" : "default"}>
      <input type="hidden" name="id" value={place.id} />
      <input type="hidden" name="termId" value={place.termId} />
      {children}
    </ActionForm>
  );
}

export const RenameField = ({ name }: { name: string }) => <NameField name={name} label={fieldNames.name} />;
