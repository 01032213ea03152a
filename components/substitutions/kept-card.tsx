import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input } from "@/components/ui/field";
import { agreeDeputy, refuseDeputy } from "@/lib/substitutions/actions";
import { fieldNames } from "@/lib/substitutions/labels";
import type { Substitution } from "@/lib/substitutions/queries";
import { EndForm, SubstitutionLine } from "./parts";

function Decide({ of }: { of: Substitution }) {
  return (
    <div className="mt-2 flex flex-wrap items-start gap-3">
      {of.open.includes("agree") && !of.over ? <ActionForm action={agreeDeputy} formKey={randomUUID()} id={`agree-${of.id}`} submit="同意代办" version={of.version} small className="[&_.send]:mt-0!"><input type="hidden" name="id" value={of.id} /></ActionForm> : null}
      {of.open.includes("refuse") ? (
        <Confirm label="不同意" variant="plain" title={`不同意${of.deputyName}代${of.absentName}`}>
          <ActionForm action={refuseDeputy} formKey={randomUUID()} id={`refuse-${of.id}`} submit="不同意代办" labels={fieldNames} version={of.version} variant="danger" small>
            <input type="hidden" name="id" value={of.id} />
            <Field name="note" label={fieldNames.note}><Input maxLength={200} /></Field>
          </ActionForm>
        </Confirm>
      ) : null}
    </div>
  );
}

/** What the security administrator decides on, and what he may end. */
export function KeptCard({ waiting, inForce }: { waiting: readonly Substitution[]; inForce: readonly Substitution[] }) {
  if (waiting.length + inForce.length === 0) return null;
  return (
    <Card title="外出代办" aside={`${waiting.length} 件待同意，${inForce.length} 件有效`} className="mt-3" id="away">
      <p className="mb-2 text-ink-2">同意后，代办人在约定的期间有被代办人的角色和范围，到期自行收回。</p>
      <ul>
        {waiting.map((of) => <SubstitutionLine key={of.id} of={of}><Decide of={of} /></SubstitutionLine>)}
        {inForce.map((of) => <SubstitutionLine key={of.id} of={of}><EndForm of={of} /></SubstitutionLine>)}
      </ul>
    </Card>
  );
}
