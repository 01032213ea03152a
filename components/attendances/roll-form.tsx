import { randomUUID } from "node:crypto";
import { participationNames, wayNames } from "@/lib/activities/labels";
import { ActionForm } from "@/components/ui/action-form";
import { Field, Input } from "@/components/ui/field";
import { Blank, Table } from "@/components/ui/table";
import { enterAttendance } from "@/lib/attendances/actions";
import { codeNames, codes, fieldNames, unmarkedName, type Code } from "@/lib/attendances/labels";
import type { HeldSession, Marked, RollRow } from "@/lib/attendances/queries";
import { displayName } from "@/lib/platform/chinese/name";
import type { ParticipationState } from "@/prisma/client/enums";
import { MarkSelect } from "./mark-select";
import { halfDay, timeOf } from "./session-words";

const nameOf = (code: Code, closed: boolean, listed: ParticipationState): string => (code === "NONE" ? unmarkedName(closed, listed) : codeNames[code]);

/** How and when a mark came about, under it. */
function Origin({ of }: { of: Marked }) {
  const words = [of.way ? wayNames[of.way] : null, of.signedAt ? timeOf(of.signedAt) : null, of.signedOutAt ? `签退 ${timeOf(of.signedOutAt)}` : null].filter(Boolean).join(" ");
  return words ? <small className="mt-0.5 block text-ink-3" title={[of.enteredBy, of.reason].filter(Boolean).join("：") || undefined}>{words}</small> : null;
}

type Props = { id: string; sessions: readonly HeldSession[]; rows: readonly RollRow[]; /** The list is confirmed: a change is a correction. */ closed: boolean; edits: boolean; caption: string };

/** The roll of one delegation, a column per session. Who may, marks it in one form, which needs no scripts. */
export function RollForm({ id, sessions, rows, closed, edits, caption }: Props) {
  const columns = [{ label: "姓名", className: "who" }, { label: "答复" }, ...sessions.map((s) => ({ key: s.id, label: <>第 {s.position} 场　{halfDay(s.startsAt)}<br />{timeOf(s.startsAt)}–{timeOf(s.endsAt)}</> }))];
  const table = (
    <Table caption={caption} columns={columns}>
      {rows.map((row) => (
        <tr key={row.participationId}>
          <th scope="row" className="who">{displayName(row.name)}</th>
          <td>{participationNames[row.state]}</td>
          {sessions.map((s) => {
            const cell = row.cells.get(s.id);
            if (!cell) return <td key={s.id}><Blank why="当天不在任，不计应到" /></td>;
            const label = `${displayName(row.name)}，第 ${s.position} 场`;
            return <td key={s.id}>{edits ? <MarkSelect at={`${row.participationId}~${s.id}`} shown={cell.code} label={label} options={codes.map((code) => ({ value: code, label: nameOf(code, closed, row.state) }))} /> : nameOf(cell.code, closed, row.state)}<Origin of={cell} /></td>;
          })}
        </tr>
      ))}
    </Table>
  );
  if (!edits) return table;
  return (
    <ActionForm action={enterAttendance} formKey={randomUUID()} submit={closed ? "更正到会情况" : "保存到会情况"} id="roll" labels={fieldNames}>
      <input type="hidden" name="id" value={id} />
      {table}
      <div className="mt-4"><Field name="reason" label={closed ? "理由" : "依据或理由"} optional={!closed} hint={closed ? "名单已确认，更正须写明理由；学时和履职记录随之更改。" : "登记到会、迟到，或改动代表本人的签到时须写明，如：纸质签到表；签到后即离开。"}><Input maxLength={300} /></Field></div>
    </ActionForm>
  );
}
