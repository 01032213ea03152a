import { NeedRow } from "@/components/ui/rows";
import { Tag } from "@/components/ui/tag";
import { kindNames, participationNames, stateNames, stateTones as activityTones } from "@/lib/activities/labels";
import { spanOf } from "@/lib/activities/sessions";
import { stateTones } from "@/lib/participations/labels";
import type { OwnRow } from "@/lib/participations/own-queries";
import { formatInstant, now } from "@/lib/platform/clock";

/** Until when there is something to do. */
const kindOf = ({ kind, replyBy, own, waits }: OwnRow): string =>
  replyBy && replyBy > now() && (waits || own === null) ? `${kindNames[kind]}，${formatInstant(replyBy)} 前${own === null ? "报名" : "答复"}` : kindNames[kind];

const StateOf = ({ row: { own, state } }: { row: OwnRow }) =>
  state === "CANCELLED" ? <Tag tone={activityTones.CANCELLED}>活动{stateNames.CANCELLED}</Tag> : own ? <Tag tone={stateTones[own]}>{participationNames[own]}</Tag> : null;

/** The own activities on the phone: what, when and where, how one stands, and what to do. */
export function OwnActivities({ rows, label }: { rows: readonly OwnRow[]; label: string }) {
  return (
    <ul className="card rows" aria-label={label}>
      {rows.map((row) => (
        <NeedRow key={row.id} href={`/my/activities/${row.id}`} kind={kindOf(row)} tag={<StateOf row={row} />} title={row.title} from={<span className="num">{spanOf(row)}，{row.place}</span>} act={row.waits ? "去答复" : row.own === null ? "去报名" : "查看"} />
      ))}
    </ul>
  );
}
