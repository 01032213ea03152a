import { Table } from "@/components/ui/table";
import { displayName } from "@/lib/platform/chinese/name";
import type { Invitation } from "@/lib/participations/invite-queries";

const SHOWN = 200;

/** Whom the choice would bring, each with what speaks for it. */
export function InvitationRows({ rows }: { rows: Invitation["rows"] }) {
  return (
    <Table caption="所选代表" columns={[{ label: "姓名", className: "who" }, { label: "代表团" }, { label: "说明", className: "wide" }]} compact foot={rows.length > SHOWN ? <tr><td colSpan={3}>只列前 {SHOWN} 人，共 {rows.length} 人</td></tr> : null}>
      {rows.slice(0, SHOWN).map((row) => <tr key={row.id}><th scope="row" className="who">{displayName(row.name)}</th><td>{row.delegation}</td><td className="wide">{row.why}</td></tr>)}
    </Table>
  );
}
