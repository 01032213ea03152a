import Link from "next/link";
import { Describe } from "@/components/ui/describe";
import { Empty } from "@/components/ui/empty";
import { Row, Rows } from "@/components/ui/rows";
import { Table } from "@/components/ui/table";
import { kindNames } from "@/lib/contacts/labels";
import type { ContactRow, listMeetings } from "@/lib/contacts/queries";
import { stateNames } from "@/lib/duties/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { formatDateLong } from "@/lib/platform/clock";

const lastWords = ({ last }: { last: string | null }) => (last ? `最近 ${last}` : "还没有记录");

/** Contacts of the reader on the phone, each with the day it was last met. */
export function OwnContactRows({ rows, met, label }: { rows: readonly ContactRow[]; met?: ReadonlySet<string>; label: string }) {
  return (
    <Rows label={label}>
      {rows.map((row) => <Row key={row.id} href={`/my/contacts/${row.id}`} label={<>{row.name}<small className="block text-base text-ink-3">{[kindNames[row.kind], row.endedOn ? `${row.endedOn} 结束` : lastWords(row)].join("，")}</small></>} value={row.endedOn || !met ? undefined : met.has(row.id) ? "本季度已联系" : "本季度未联系"} />)}
    </Rows>
  );
}

/** Contacts in a list of staff; `whose` names the delegates too. */
export function ContactTable({ rows, whose, caption }: { rows: readonly ContactRow[]; whose: boolean; caption: string }) {
  const columns = [{ label: "联系对象", className: "who" }, { label: "类别" }, ...(whose ? [{ label: "代表" }, { label: "代表团" }] : []), { label: "单位、住址或情况" }, { label: "开始" }, { label: "最近联系" }];
  return (
    <Table caption={caption} columns={columns} compact>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`/manage/contacts/${row.id}`} prefetch={false}>{row.name}</Link></th><td>{kindNames[row.kind]}</td>
          {whose ? <><td><Link href={`/manage/delegates/${row.delegateId}/contacts`} prefetch={false}>{displayName(row.person)}</Link></td><td>{row.delegation}</td></> : null}
          <td className="wide">{row.about ?? "—"}</td><td className="num">{row.since}</td><td className="num">{row.endedOn ? `${row.endedOn} 结束` : (row.last ?? "—")}</td>
        </tr>
      ))}
    </Table>
  );
}

/** What is known of a contact. */
export const ContactFacts = ({ of }: { of: ContactRow }) => (
  <Describe items={[
    { term: "类别", value: kindNames[of.kind] }, { term: "单位、住址或情况", value: of.about ?? "—" }, { term: "开始联系", value: formatDateLong(of.since) },
    ...(of.endedOn ? [{ term: "结束联系", value: `${formatDateLong(of.endedOn)}，${of.endReason ?? ""}` }] : []), { term: "登记人", value: of.authorName },
  ]} />
);

type Meetings = Awaited<ReturnType<typeof listMeetings>>["rows"];

/** The records that name a contact, each leading to itself below `at`. */
export function MeetingRows({ rows, at }: { rows: Meetings; at: "/my/duties" | "/manage/duties" }) {
  if (rows.length === 0) return <section className="card"><Empty title="还没有联系记录" why="在履职记录中勾选这个联系对象，提交后列在这里。" /></section>;
  return <Rows label="联系记录">{rows.map(({ id, title, heldOn, state }) => <Row key={id} href={`${at}/${id}`} label={<>{title}<small className="block text-base text-ink-3">{formatDateLong(heldOn)}{state === "SUBMITTED" ? `，${stateNames.SUBMITTED}` : ""}</small></>} />)}</Rows>;
}
