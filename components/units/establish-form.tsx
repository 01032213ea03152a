import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { establishUnit } from "@/lib/units/actions";
import { fieldNames } from "@/lib/units/labels";
import { DatedFields, NameField, NatureFields, ParentField, type Choice } from "./unit-fields";

/** Sets up a unit; without any choice of a parent it is the first one, the committee itself. */
export function EstablishForm({ choices, parentId, today }: { choices: readonly Choice[]; parentId?: string; today: string }) {
  return (
    <ActionForm action={establishUnit} formKey={randomUUID()} submit="设立党组织" id="establish" labels={fieldNames}>
      {choices.length > 0 ? <ParentField choices={choices} parentId={parentId} /> : <input type="hidden" name="parentId" value="" />}
      <NameField />
      <NatureFields />
      <DatedFields day={today} label={fieldNames.activeFrom} name="activeFrom" optional />
    </ActionForm>
  );
}
