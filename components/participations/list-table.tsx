import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { displayName } from "@/lib/platform/chinese/name";
import { stateTones } from "@/lib/participations/labels";
import type { ParticipationRecord } from "@/lib/participations/queries";

const columns = [{ label: "姓名", className: "who" }, { label: "代表团" }, { label: "选举单位" }, { label: "状态" }, { label: "答复时间" }, { label: "理由", className: "wide" }];

/** Who answered for the delegate, where somebody else did, and why not. */
const wordsOf = ({ replyReason, repliedBy, leaveReason, state }: ParticipationRecord): string =>
  [repliedBy ? `${repliedBy}代为答复` : null, state === "LEAVE_REQUESTED" || state === "LEAVE_GRANTED" ? leaveReason : replyReason].filter(Boolean).join("：") || "—";

/** Who stands for whom. */
const stands = ({ substituteFor, substitutes }: ParticipationRecord): string => [substituteFor ? `替${displayName(substituteFor.name)}` : "", substitutes.length > 0 ? `由${substitutes.map(({ name }) => displayName(name)).join("、")}递补` : ""].filter(Boolean).join("，");

/** The list of an activity, each leading to what can be done for that delegate. */
export function ParticipantTable({ rows, base }: { rows: readonly ParticipationRecord[]; base: string }) {
  return (
    <Table caption="名单" columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`${base}/${row.id}`} prefetch={false}>{displayName(row.name)}</Link></th>
          <td>{row.delegation}</td><td>{row.unitName}</td><td><Tag tone={stateTones[row.state]}>{row.stateName}</Tag>{stands(row) ? <> {stands(row)}</> : null}</td><td className="num">{row.replied ?? "—"}</td><td className="wide">{wordsOf(row)}</td>
        </tr>
      ))}
    </Table>
  );
}
