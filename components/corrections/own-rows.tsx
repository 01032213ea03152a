import { NeedRow } from "@/components/ui/rows";
import { Tag } from "@/components/ui/tag";
import { stateTones } from "@/lib/corrections/labels";
import type { Correction } from "@/lib/corrections/queries";

/** The own requests on the phone: which fields, since when, and how they stand. */
export function OwnCorrections({ rows }: { rows: readonly Correction[] }) {
  return (
    <ul className="card rows" aria-label="我的更正申请">
      {rows.map((row) => (
        <NeedRow key={row.id} href={`/my/profile/corrections/${row.id}`} kind={row.submitted} tag={<Tag tone={stateTones[row.state]}>{row.stateName}</Tag>} title={row.fields.map((f) => f.label).join("、")} from={`共 ${row.fields.length} 项`} act={row.open.includes("resubmit") ? "去修改" : "查看"} />
      ))}
    </ul>
  );
}
