import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Confirm } from "@/components/ui/confirm";
import { Tag } from "@/components/ui/tag";
import { endDeputy } from "@/lib/substitutions/actions";
import { endEffect } from "@/lib/substitutions/labels";
import type { Substitution } from "@/lib/substitutions/queries";

const tone = (of: Substitution) => (of.state === "WAITING" ? "amber" : of.state === "IN_FORCE" && !of.over ? "green" : "plain");

/** Who stands in for whom, as what, how long and why. `children` is what can be done about it. */
export function SubstitutionLine({ of, children }: { of: Substitution; children?: ReactNode }) {
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <p><b className="font-semibold">{of.deputyName}代{of.absentName}</b><span className="mx-2">{of.seat}</span><Tag tone={tone(of)}>{of.status}</Tag></p>
      <p className="text-ink-2">{of.fromOn} 至 {of.toOn}，{of.reason}{of.note ? `。不同意的理由：${of.note}` : ""}</p>
      {children}
    </li>
  );
}

/** Ends it early, behind a second thought: the deputy's sessions under the seat end at once. */
export function EndForm({ of }: { of: Substitution }) {
  if (!of.open.includes("end")) return null;
  return (
    <div className="mt-2">
      <Confirm label="收回代办" variant="default" title={`收回${of.deputyName}代${of.absentName}：${of.seat}`} text={endEffect(of.state)}>
        <ActionForm action={endDeputy} formKey={randomUUID()} id={`end-${of.id}`} submit="收回这一件代办" version={of.version} variant="danger" small><input type="hidden" name="id" value={of.id} /></ActionForm>
      </Confirm>
    </div>
  );
}
